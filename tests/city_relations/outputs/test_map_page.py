"""The page of the map, from content that is small, crowded or wrong."""

import re

import pytest

from city_relations.language.words import words_for
from city_relations.problems import ContentError, tell
from small_city import assets, read_city, write_city

MAP, SHEET = "carte/", "carte/map-positions.css"


def profile(name, country, lat, lon, **more):
    """Write a short profile; `more` are further lines, such as `elsewhere`."""
    point = "" if lat is None else f"coordinates: {{lat: {lat}, lon: {lon}}}\n"
    lines = "".join(f"{key}: {value}\n" for key, value in more.items() if key != "acts")
    acts = more.get("acts", "[{act: signature, date: 1990}]")
    ties = f"ties: [{{kind: twinning, acts: {acts}, themes: [water]}}]\n"
    return f"name: {name}\ncountry: {country}\n{point}{ties}{lines}"


def drawn(root, profiles, now=None):
    """Read a city of these profiles; give the map's page, its stylesheet and the site."""
    files = {f"partners/{slug}.yml": text for slug, text in profiles.items()}
    site = read_city(write_city(root, files, base=False), *([now] if now else []))
    sheet = assets(site)[SHEET].decode()
    body = str(site.pages[MAP].body)
    for text in (body, sheet, str(site.inserts["home"].body)):
        assert not re.search(r"\b(nan|inf)\b", text, re.IGNORECASE)
    return body, sheet, site


def linked(body, view="world"):
    """Return the slugs of the partners that are links on a view of the map, in order."""
    figure = re.search(rf'<figure class="rel-view rel-view--{view}.*?</figure>', body, re.DOTALL)
    return re.findall(r'<li class="rel-place m\d+"[^>]*data-rel-mark="([\w-]+)"', figure[0])


def rows(body):
    """Return the slugs of the rows of the table, in order."""
    return re.findall(r'<tr id="p-([\w-]+)"', body)


def test_no_partner_gives_an_empty_map_and_a_word(tmp_path):
    """Without any profile the world is drawn with the city on it, and the page says why."""
    body, _, _ = drawn(tmp_path, {})
    assert linked(body) == rows(body) == []
    assert "Port-Arden" in body
    assert "Aucun partenaire" in body


def test_one_far_partner_needs_no_close_view(tmp_path):
    """One partner far away is on the world, and there is nothing to look at closer."""
    body, _, _ = drawn(tmp_path, {"hue": profile("Hué", "VN", 16.46, 107.59)})
    assert linked(body) == rows(body) == ["hue"]
    assert "rel-view--close" not in body


def test_one_near_partner_gets_a_close_view(tmp_path):
    """One partner beside the city is told apart by a close view, on which the map opens."""
    body, _, _ = drawn(tmp_path, {"turin": profile("Turin", "IT", 45.07, 7.69)})
    assert linked(body) == ["turin"]
    assert linked(body, "close") == ["turin"]
    assert 'rel-view--close is-open"' in body
    assert 'rel-view--world is-open"' not in body


def test_sixty_partners_of_one_country_are_all_links(tmp_path):
    """Each of sixty neighbours is a link on the map, once, and a row of the table."""
    many = {
        f"ville-{i:02}": profile(f"Ville {i:02}", "FR", 44 + i // 8 * 0.6, 1 + i % 8 * 0.6)
        for i in range(60)
    }
    body, _, _ = drawn(tmp_path, many)
    assert sorted(linked(body)) == rows(body) == sorted(many)


def test_two_partners_at_one_point_stand_apart(tmp_path):
    """Identical coordinates give two links at two places."""
    pair = {slug: profile(slug.title(), "IT", 45.07, 7.69) for slug in ("turin", "torino")}
    body, sheet, _ = drawn(tmp_path, pair)
    assert sorted(linked(body)) == ["torino", "turin"]
    places = [re.search(rf"--close \.m{n}{{(left[^}}]+)", sheet)[1] for n in (1, 2)]
    assert places[0] != places[1]


@pytest.mark.parametrize(
    ("lat", "lon", "country"),
    [(-16.8, 180, "FJ"), (-16.8, -180, "FJ"), (90, 0, "NO"), (-90, 12, "AQ"), (65.5, -168.6, "US")],
)
def test_the_edges_of_the_earth_are_drawn(tmp_path, lat, lon, country):
    """The antimeridian by both its names, both poles and the edge of the world give a place."""
    body, sheet, _ = drawn(tmp_path, {"bord": profile("Bord", country, lat, lon)})
    assert linked(body) == ["bord"]
    left, top = map(float, re.search(r"\.m1{left:([\d.]+)%;top:([\d.]+)%", sheet).groups())
    assert 0 <= left <= 100
    assert 0 <= top <= 100


def test_a_partner_without_a_point_is_named_under_the_map(tmp_path):
    """What has no coordinates is a row, and is named where the map ends."""
    body, _, _ = drawn(tmp_path, {"tavea": profile("Tavea", "VU", None, None)})
    assert linked(body) == []
    assert rows(body) == ["tavea"]
    assert re.search(r"faute de point.{1,200}Tavea", body, re.DOTALL)


def test_swapped_coordinates_are_told_with_the_swap(tmp_path):
    """Latitude for longitude, seen without doubt, is refused and the corrected line shown."""
    with pytest.raises(ContentError) as error:
        drawn(tmp_path, {"turin": profile("Turin", "IT", 7.69, 45.07)})
    told = tell(error.value.problems, words_for("fr"))
    assert any("coordinates: {lat: 45.07, lon: 7.69}" in line for line in told)


def test_a_point_in_the_sea_far_from_its_country_is_told(tmp_path):
    """A point that cannot be in the country named is a remark."""
    _, _, site = drawn(tmp_path, {"turin": profile("Turin", "IT", 0, -30)})
    assert any("coordinates" in line for line in tell(site.catalog.remarks, words_for("fr")))


@pytest.mark.parametrize(("lat", "lon"), [(91, 0), (0, 200), (".nan", 0), (0, ".inf")])
def test_no_place_on_earth_is_refused(tmp_path, lat, lon):
    """Out of range, or no number: nothing is published, and the line is told."""
    with pytest.raises(ContentError) as error:
        drawn(tmp_path, {"turin": profile("Turin", "IT", lat, lon)})
    told = tell(error.value.problems, words_for("fr"))
    assert any(line.startswith("partners/turin.yml:3") for line in told)


def test_hollow_and_pale_follow_the_tie(tmp_path):
    """A declared intent is hollow, an ended tie pale, a living one solid."""
    body, _, _ = drawn(
        tmp_path,
        {
            "intent": profile("Intent", "VN", 16, 107, acts="[{act: intent, date: 2020}]"),
            "past": profile(
                "Past", "CA", 46, -72, acts="[{act: signature, date: 1990}, {act: end, date: 2000}]"
            ),
            "alive": profile("Alive", "JP", 38, 140),
        },
    )
    looks = dict(re.findall(r'data-look="(\w+)" data-rel-mark="(\w+)"', body))
    assert looks == {"hollow": "intent", "muted": "past", "solid": "alive"}


def test_partners_tied_to_each_other_are_joined(tmp_path):
    """A partner's tie elsewhere with another of ours is a line, a switch and a word."""
    elsewhere = "[{with: Hué, country: VN, kind: twinning}]"
    body, _, _ = drawn(
        tmp_path,
        {
            "sendai": profile("Sendai", "JP", 38.27, 140.87, elsewhere=elsewhere),
            "hue": profile("Hué", "VN", 16.46, 107.59),
        },
    )
    assert 'class="rel-ally a1 a2"' in body
    assert "data-rel-allies" in body
    assert re.search(r"aussi lié à.{1,20}Hué", body, re.DOTALL)


def test_a_district_says_that_its_seat_is_marked(tmp_path):
    """A seat is told under the map, in the link and in the table."""
    seat = profile("Caza", "LB", 34.25, 36.01, point="seat", seat_name="Bcharré", kind="district")
    body, _, _ = drawn(tmp_path, {"caza": seat})
    assert body.count("repéré à son chef-lieu") == 3


def test_filters_know_only_what_somebody_has(tmp_path):
    """A filter with a single value is left out; the others offer the values in use."""
    body, _, _ = drawn(
        tmp_path,
        {"hue": profile("Hué", "VN", 16, 107), "sendai": profile("Sendai", "JP", 38, 140)},
    )
    assert re.findall(r'<select name="(\w+)"', body) == ["pays"]
    assert re.findall(r'<option value="([\w-]+)"', body) == ["japon", "viet-nam"] or (
        re.findall(r'<option value="([\w-]+)"', body) == ["japon", "vietnam"]
    )


def test_the_map_weighs_little(tmp_path):
    """No style attribute and no inline script: the policy of the site would stop them."""
    body, _, _ = drawn(tmp_path, {"turin": profile("Turin", "IT", 45.07, 7.69)})
    assert " style=" not in body
    assert re.findall(r"<script(?![^>]*src=)", body) == []
