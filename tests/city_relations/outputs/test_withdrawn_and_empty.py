"""What has nothing to tell says so, and what is withdrawn why: cases H6 to H8 and H11."""

from __future__ import annotations

import json
import re
from html import unescape

import feedparser
import pytest
from icalendar import Calendar

from city_relations.language.elision import naming_city, of_city
from small_city import CONFIGURATION, assets, profile, read_city, release, write_bare_city

FILE = "press_releases/2024/2024-05-06-turin.md"
WITHDRAWN = "status: withdrawn\nthemes: [eau]\n"
REASON = WITHDRAWN + "corrections: [{date: 2024-05-08, note: La date était fausse.}]\n"


def told(html):
    """Return what a page says, in one line with plain blanks."""
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]*>", "", str(html)))).replace("\u202f", " ")


@pytest.fixture(scope="module")
def withdrawn(tmp_path_factory):
    """Return a city whose only release was withdrawn."""
    root = tmp_path_factory.mktemp("withdrawn") / "city"
    return read_city(write_bare_city(root, {FILE: release(more=REASON)}))


def test_h6_a_withdrawn_release_says_why(withdrawn):
    """H6: the page that keeps the address tells each correction, and nothing of the text."""
    (release,) = withdrawn.catalog.withdrawn
    page = withdrawn.pages[withdrawn.edition.addresses.release(release)]
    assert "Corrigé le 8 mai 2024. La date était fausse." in told(page.body)
    assert "Un texte." not in told(page.body)


def test_h6_feeds_stay_when_their_only_release_is_withdrawn(withdrawn):
    """H6: all feeds it was in are there, empty and valid, changed when it was withdrawn."""
    feeds = [path for path in assets(withdrawn) if path.endswith("atom.xml")]
    assert sorted(feeds) == [
        "communiques/atom.xml",
        "partenaires/turin/atom.xml",
        "thematiques/eau/atom.xml",
    ]
    for path in feeds:
        found = feedparser.parse(assets(withdrawn)[path])
        assert not found.bozo
        assert found.entries == []
        assert found.feed.updated.startswith("2024-05-08")
        assert json.loads(assets(withdrawn)[path.replace("atom.xml", "feed.json")])["items"] == []


def test_h6_a_city_without_releases_has_no_feed(tmp_path):
    """H6: nobody can have subscribed to what never was."""
    site = read_city(write_bare_city(tmp_path / "city"))
    assert not [path for path in assets(site) if path.endswith(("atom.xml", "feed.json"))]


NAMES = {
    "Annecy": "d’Annecy",
    "Évian": "d’Évian",
    "Œuilly": "d’Œuilly",
    "Yssingeaux": "d’Yssingeaux",
    "Yaoundé": "de Yaoundé",
    "Le Havre": "du Havre",
    "Les Ulis": "des Ulis",
    "Lens": "de Lens",
    "La Rochelle": "de La Rochelle",
    "Honfleur": "de Honfleur",
}


@pytest.mark.parametrize(("name", "joined"), NAMES.items())
def test_h7_de_is_joined_to_the_name_of_a_city(name, joined):
    """H7: « de » before a vowel is « d’ », before an article « du » or « des »."""
    assert of_city(name) == joined
    assert naming_city(f"Autour de {name}", "fr", name) == f"Autour {joined}"
    assert naming_city(f"um {name}", "de", name) == f"um {name}"


@pytest.mark.parametrize(
    ("named", "joined"),
    [
        ("name: Annecy", "d’Annecy"),
        ("name: Hyères\n    of_name: d’Hyères", "d’Hyères"),
        ("name: Honfleur\n    of_name: de Honfleur", "de Honfleur"),
    ],
)
def test_h7_pages_and_data_join_it(tmp_path, named, joined):
    """H7: timeline, map, locator and catalogue name the city as its people do."""
    settings = CONFIGURATION.replace("    name: Port-Arden\n", f"    {named}\n")
    place = {"partners/turin.yml": profile(more="coordinates: {lat: 45.07, lon: 7.69}\n")}
    site = read_city(write_bare_city(tmp_path / "city", place, settings))
    files = assets(site)
    told_all = " ".join(
        [
            site.pages["chronologie/"].description,
            site.pages["carte/"].description,
            site.pages["partenaires/turin/"].body,
            files["donnees/catalogue.jsonld"].decode(),
        ]
    )
    assert told_all.count(joined) >= 4
    name = joined.partition("’")[2] or joined.partition(" ")[2]
    assert f"de {name}" not in told_all or joined.startswith("de ")


def test_h8_an_empty_calendar_is_not_offered(tmp_path):
    """H8: a partner whose facts have no day has no calendar and no way to one."""
    files = {
        "partners/turin.yml": profile(),
        "partners/gand.yml": profile("Gand").replace("1990", "1990-02-03"),
    }
    site = read_city(write_bare_city(tmp_path / "city", files))
    calendars = [path for path in assets(site) if path.endswith(".ics")]
    assert sorted(calendars) == ["agenda.ics", "partenaires/gand/agenda.ics"]
    assert all(Calendar.from_ical(assets(site)[path]).walk("VEVENT") for path in calendars)
    assert "agenda.ics" not in site.pages["partenaires/turin/"].body
    assert "turin/agenda.ics" not in site.pages["agenda/"].body
    assert "gand/agenda.ics" in site.pages["agenda/"].body


def test_h8_a_city_without_any_day_offers_no_calendar_at_all(tmp_path):
    """H8: neither agenda nor timeline lead to a calendar that would hold nothing."""
    site = read_city(write_bare_city(tmp_path / "city"))
    assert not [path for path in assets(site) if path.endswith(".ics")]
    assert not [path for path, page in site.pages.items() if ".ics" in str(page.body)]


def test_h11_a_partner_without_a_place_is_in_the_layer(tmp_path):
    """H11: every partner is a feature; one of no known place has a null geometry."""
    gand = profile("Gand", "coordinates: {lat: 51.05, lon: 3.72}\n")
    root = write_bare_city(tmp_path / "city", {"partners/gand.yml": gand})
    layer = json.loads(assets(read_city(root))["donnees/partenaires.geojson"])
    places = {one["id"]: one["geometry"] for one in layer["features"]}
    assert places == {"gand": {"type": "Point", "coordinates": [3.72, 51.05]}, "turin": None}
