"""The bodies of pages: what they hold, and what they leave out."""

from __future__ import annotations

from itertools import pairwise

import pytest

from city_relations.outputs import publish
from city_relations.published import Insert
from reading import fragment, words
from small_city import catalog_of, edition_of, profile, release

FULL = """\
name: Beyrouth
country: LB
coordinates: {lat: 33.89, lon: 35.5}
local_name: {ar: بيروت}
population: {value: 360000, qualifier: about, as_of: 2020, source: Atlas}
languages: [ar, fr]
website: https://beirut.example/
ties:
  - kind: decentralised_cooperation
    partner_label: {ar: اتفاقية}
    acts:
      - {act: vote, date: 2024-01-15}
      - {act: signature, planned: 2024-03, date: 2024-05-02, place: Beyrouth}
    term: {years: 3, renewable: true}
    themes: [water, culture]
    parties: [Ville de Port-Arden, "Ville <de> Beyrouth & Cie"]
    sdgs: {6: 2, 11: 1}
projects:
  - title: De l’eau
    period: 2024/2026
    funding: [{funder: AFD, scheme: FICOL, amount: 24000}]
elsewhere:
  - {with: Lyon, country: FR, kind: friendship, period: 1994/2014}
take_part: Venez.
sources: [https://www.beirut.example/x, Un registre]
checked: {date: 2026-11-01, next: 2027-05}
"""


@pytest.fixture(scope="module")
def bodies(tmp_path_factory):
    """Return the bodies of a small city by address, the home's part among them, as trees."""
    files = {
        "partners/beyrouth.yml": FULL,
        "partners/turin.yml": profile(),
        "press_releases/2024/2024-05-02-a.md": release(
            partner="beyrouth", more="themes: [water]\n"
        ),
        "press_releases/2024/2024-05-02-a.ar.md": release("عنوان", "2024-05-02", "beyrouth"),
    }
    edition = edition_of(catalog_of(tmp_path_factory.mktemp("city"), files))
    told = {}
    for output in publish(edition):
        if body := getattr(output, "body", None):
            name = output.name if isinstance(output, Insert) else output.address
            told[name] = fragment(body)
    return told


def of(tree, name):
    """Return the elements that carry a class."""
    return [e for e in tree.iter() if name in (e.get("class") or "").split()]


def test_every_body_has_one_title_and_steps_down_one_level_at_a_time(bodies):
    """Headings are in order on every page: one h1, no level skipped."""
    for name, tree in bodies.items():
        levels = [int(e.tag[1]) for e in tree.iter() if str(e.tag) in {"h1", "h2", "h3", "h4"}]
        if name.endswith("/"):
            assert levels.count(1) == 1, name
            assert levels[0] == 1, name
        steps = pairwise(levels)
        assert all(after - before <= 1 for before, after in steps), (name, levels)


def test_every_tie_has_its_acts_as_steps(bodies):
    """Done acts are marked, announced ones keep their announcement, the term ends the row."""
    steps = of(bodies["partenaires/beyrouth/"], "rel-step")
    assert ["data-done" in step.attrib for step in steps] == [True, True, False]
    assert "annoncé pour mars 2024" in words(steps[1])
    assert "2027" in words(steps[2])


def test_own_names_stand_in_their_own_script(bodies):
    """The partner's name in Arabic is marked with its language and direction."""
    own = of(bodies["partenaires/beyrouth/"], "rel-own")[0][0]
    assert (own.get("lang"), own.get("dir"), own.text) == ("ar", "rtl", "بيروت")


def test_money_and_people_are_told_as_people_say_them(bodies):
    """Figures have the separators of the language and no cents they do not need."""
    said = words(bodies["partenaires/beyrouth/"])
    assert "24 000 €" in said
    assert "Environ 360 000 (2020)" in said


def test_data_never_becomes_markup(bodies):
    """Signs in a name stay signs."""
    assert "Ville <de> Beyrouth & Cie" in words(bodies["partenaires/beyrouth/"])


def test_what_is_not_known_leaves_no_trace(bodies):
    """A profile with the required fields only has no empty part."""
    tree = bodies["partenaires/turin/"]
    titles = [words(e) for e in tree.iter() if e.tag == "h2"]
    assert "Projets et financements" not in titles
    assert "Sources" not in titles
    assert not [e for e in tree.iter() if e.tag in {"dd", "ul", "ol", "p"} and not words(e)]


def test_a_translation_keeps_its_language_and_leads_to_its_original(bodies):
    """Title and text in Arabic say so; the page leads to the French one."""
    tree = bodies["communiques/2024/2024-05-02-a/ar/"]
    title = next(e for e in tree.iter() if e.tag == "h1")
    assert (title.get("lang"), title.get("dir")) == ("ar", "rtl")
    assert [e.get("href") for e in tree.iter() if e.get("hreflang") == "fr"] == ["../"]


def test_the_home_page_counts_what_is_there(bodies):
    """The three numbers are those of the content."""
    figures = [words(e) for e in bodies["home"].iter() if e.tag == "dd"][:3]
    assert figures == ["2", "2", "36"]


def test_the_list_has_a_row_for_every_tie(bodies):
    """Each tie stands once, with what the filters look for."""
    rows = [e for e in bodies["partenaires/"].iter() if e.get("data-rel-kind")]
    assert [row.get("data-rel-country") for row in rows] == ["liban", "italie"]
    assert rows[0].get("data-rel-theme") == "eau culture"
