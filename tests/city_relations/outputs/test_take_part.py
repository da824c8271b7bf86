"""Who wants to join finds how: by partner, by theme, and whom to write to."""

from __future__ import annotations

import re
import textwrap

import pytest

from small_city import CONFIGURATION, TURIN, profile, read_city, write_city

GAND = """take_part:
  - kind: school_exchange
    title: Un mois à Gand
    text: Écrivez avant mars.
    audience: Les élèves de seconde
    contact: {office: Service jeunesse, email: jeunesse@port-arden.example}
    themes: [education]
events: [{date: 2027-03-04, title: Repas, time: 19h, place: Port-Arden}]
"""
OFFICE = "    residents_office: {office: Maison des villes, email: villes@port-arden.example}\n"
FILES = {
    "partners/turin.yml": f"{TURIN}take_part: Venez au comité.\n",
    "partners/gand.yml": profile("Gand", GAND),
    "partners/brno.yml": profile("Brno"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return a city with two partners one can join, and one where nobody says how."""
    root = tmp_path_factory.mktemp("joining") / "city"
    return read_city(write_city(root, FILES, settings=CONFIGURATION + OFFICE))


def told(site, page):
    """Return the words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", site.pages[page].body).split())


def test_the_page_gathers_what_there_is(site):
    """The events one can come to, each partner's ways, and each way under its theme."""
    said = told(site, "participer/")
    assert "Repas" in said
    assert "Un mois à Gand Échange scolaire Écrivez avant mars." in said
    assert "Pour qui : Les élèves de seconde" in said.replace("\u00a0", " ")
    assert "Venez au comité." in said
    body = site.pages["participer/"].body
    assert 'href="#gand-1"' in body  # under education, as it says
    assert 'href="#turin-1"' in body  # under culture, as its tie says


def test_who_has_no_way_is_told_whom_to_ask(site):
    """A partner without a way names the city's office, on its page and on the common one."""
    assert "Maison des villes" in told(site, "partenaires/brno/")
    assert "pour Brno" in told(site, "participer/")
    assert "Maison des villes" in told(site, "participer/")
    assert "Maison des villes" not in told(site, "partenaires/gand/")


def test_a_partner_answers_at_once(site):
    """Above all else: where the tie stands, the next date, how to take part."""
    said = told(site, "partenaires/gand/")
    head = said[: said.index("Que veut dire")]
    assert "Jumelage En vigueur" in head
    assert "Prochaine date 4 mars 2027 · Repas" in head.replace("\u00a0", " ")
    assert "Comment y prendre part" in head


def test_kinds_are_explained_where_they_are_met(site):
    """The word of a tie is explained beside it, on lists and on the page of ways."""
    for page in ("partenaires/gand/", "partenaires/", "participer/"):
        assert "Deux villes se promettent une amitié durable" in told(site, page)


OWN = """    take_part:
      - title: Héberger un jeune
        text: Lisez [à quoi cela engage](docs/index.md).
        themes: [education]
      - Venez au forum des associations.
"""


def test_the_city_tells_its_own_ways_first(tmp_path):
    """What one can join whoever the partner is stands before partners, and under its themes."""
    root = write_city(tmp_path / "city", FILES, settings=CONFIGURATION + OFFICE + OWN)
    body = read_city(root).pages["participer/"].body
    first, second = body.index('id="take-part-1"'), body.index('id="take-part-2"')
    assert (
        body.index("Quel que soit le partenaire") < first < second < body.index('id="by-partner"')
    )
    assert ">à quoi cela engage</a>" in body
    assert "Venez au forum des associations." in body[second:]
    by_theme = body[body.index('id="by-theme"') :]
    assert '<a href="#take-part-1">Héberger un jeune</a>, <a href="#gand-1">Gand</a>' in by_theme
    assert "#take-part-2" not in by_theme


def test_headings_of_two_ways_are_two_places(tmp_path):
    """Texts of ways that have a heading in common do not name two elements of the page alike."""
    text = "take_part: |\n  ## Comment faire\n\n  Écrivez.\n"
    own = textwrap.indent(text, "    ")
    files = {f"partners/{name.lower()}.yml": profile(name, text) for name in ("Gand", "Brno")}
    root = write_city(tmp_path / "city", files, settings=CONFIGURATION + own)
    ids = re.findall(r' id="([^"]+)"', read_city(root).pages["participer/"].body)
    assert sum("comment-faire" in one for one in ids) == 3
    assert len(set(ids)) == len(ids)
