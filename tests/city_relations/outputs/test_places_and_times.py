"""Places and times as they are: cases G6 to G8."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime
from html import unescape

import pytest
from icalendar import Calendar

from city_relations.head.linked_data import place
from city_relations.schema.choice import read_choice
from city_relations.schema.choices import PartnerKind
from small_city import CONFIGURATION, assets, profile, read_city, write_bare_city

SOUTH = CONFIGURATION.replace("{lat: 45.5, lon: 5.9}", "{lat: -22.27, lon: 166.44}").replace(
    "country: FR", "country: NC"
)


def told(html):
    """Return what a page says, in one line with plain blanks."""
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]*>", "", str(html)))).replace("\u202f", " ")


def rows(site, name):
    """Return the lines of a table of the open data."""
    text = assets(site)[f"donnees/{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def noumea(tmp_path_factory):
    """Return a city of the south in its summer, as it is published."""
    events = "events: [{date: été 2026-2027, title: Un tournoi}, {date: hiver 2026, title: Fête}]\n"
    acts = "ties: [{kind: agreement, acts: [{act: signature, planned: été 2026-2027}]}]\n"
    files = {"partners/suva.yml": f"name: Suva\ncountry: FJ\n{acts}{events}"}
    root = write_bare_city(tmp_path_factory.mktemp("south") / "city", files, SOUTH)
    return read_city(root, datetime(2026, 12, 20, 12, tzinfo=UTC))


def test_g6_a_summer_of_the_south_spans_two_years(noumea):
    """G6: in December the summer of the south is under way, and what is planned not overdue."""
    events = {str(m.date): str(m.status) for m in noumea.catalog.milestones if m.event}
    assert events == {"2026-30": "under_way", "2026-32": "done"}
    (_, standing) = noumea.catalog.main_tie("suva")
    assert standing.overdue == ()
    assert [str(step.date) for step in standing.coming] == ["2026-30"]


def test_g6_page_agenda_and_data_tell_the_season_of_the_city(noumea):
    """G6: readers read « été 2026-2027 », data hold EDTF's season of the south."""
    assert "été 2026-2027" in told(noumea.pages["partenaires/suva/"].body)
    assert "Été 2026-2027" in told(noumea.pages["agenda/"].body)
    assert {row["planned"] for row in rows(noumea, "actes")} == {"2026-30"}


def test_g8_a_spelling_is_told_in_full(tmp_path):
    """G8: what was read in words is told on the page, whatever its spelling."""
    events = [
        "{date: 14 et 15 juin 2025, title: A}",
        "{date: fin 2024, title: B}",
        "{date: 1er semestre 2024, title: C}",
        "{date: mi-juin 2025, title: D}",
    ]
    more = f"events: [{', '.join(events)}]\n"
    site = read_city(write_bare_city(tmp_path / "city", {"partners/turin.yml": profile(more=more)}))
    page = told(site.pages["partenaires/turin/"].body)
    said = ("du 14 au 15 juin 2025", "fin 2024", "1er semestre 2024", "mi-juin 2025")
    assert all(words in page for words in said)


NETWORK = """name: Cités unies
kind: réseau de villes
ties: [{kind: agreement, acts: [{act: signature, date: 2001-02-03}]}]
website: https://reseau.example/
"""
KINDS = {
    "réseau": "network",
    "network of cities": "network",
    "province": "province",
    "provinces": "province",
    "département": "department",
    "departement": "department",
    "comté": "county",
    "canton": "canton",
    "Kanton": "canton",
    "métropole": "metropolis",
    "Metropole": "metropolis",
    "université": "university",
    "universités": "university",
    "Hochschule": "university",
    "préfecture": "prefecture",
    "gouvernorat": "governorate",
    "voïvodie": "voivodeship",
    "land": "state",
}


@pytest.mark.parametrize(("written", "kind"), KINDS.items())
def test_g7_kinds_of_the_trade_are_read_in_words(written, kind):
    """G7: each kind of partner is read in French, English and German, with or without accents."""
    assert str(read_choice(written, PartnerKind)) == kind


@pytest.fixture(scope="module")
def networked(tmp_path_factory):
    """Return a city with a network, which has no country, and a province."""
    province = profile("Namur", "kind: province\ncoordinates: {lat: 50.47, lon: 4.87}\n")
    files = {
        "partners/cites-unies.yml": NETWORK,
        "partners/namur.yml": province.replace("IT", "BE"),
    }
    return read_city(write_bare_city(tmp_path_factory.mktemp("network") / "city", files))


def test_g7_a_network_has_no_country(networked):
    """G7: page, home, list and data tell a network without a country, and count none for it."""
    page = told(networked.pages["partenaires/cites-unies/"].body)
    assert "Plusieurs pays" in page
    assert "Réseau" in page
    home = told(networked.inserts["home"].body)
    assert "À travers le monde" in home
    assert re.search(r"pays ?2 ", home)
    assert "Province" in told(networked.pages["partenaires/namur/"].body)
    (row,) = (row for row in rows(networked, "partenaires") if row["id"] == "cites-unies")
    assert (row["country"], row["country_name"], row["kind"]) == ("", "", "network")


def test_g7_a_network_is_an_organisation_to_machines(networked):
    """G7: linked data tell a network as an organisation, in no country; a province is an area."""
    things = {
        name: place(networked.edition, networked.catalog.partner(name))
        for name in ("cites-unies", "namur")
    }
    assert things["cites-unies"]["@type"] == "Organization"
    assert not {"containedInPlace", "location", "geo"} & things["cites-unies"].keys()
    assert things["namur"]["@type"] == "AdministrativeArea"
    assert things["namur"]["containedInPlace"]["name"] == "Belgique"


MARKET = (
    "events: [{date: 2015-12-05, every: premier samedi de décembre, title: Marché}, "
    "{date: 2010-06-12/2010-06-14, every: chaque année, until: 2012, title: Fête}]\n"
)


@pytest.fixture(scope="module")
def fair(tmp_path_factory):
    """Return a city with an event that comes back, and one that did."""
    files = {"partners/turin.yml": profile(more=MARKET)}
    return read_city(write_bare_city(tmp_path_factory.mktemp("fair") / "city", files))


def test_g8_what_comes_back_is_told_where_it_is_next(fair):
    """G8: page, agenda and home tell the next time, and how often it comes back."""
    often = "Chaque année, le premier samedi de décembre, depuis le 5 décembre 2015"
    for page in (fair.pages["partenaires/turin/"], fair.pages["agenda/"], fair.inserts["home"]):
        assert "5 décembre 2026" in told(page.body)
        assert often in told(page.body)
    assert "Chaque année, depuis le 12 juin 2010, jusqu’en 2012" in told(
        fair.pages["partenaires/turin/"].body
    )
    assert "Fête" not in told(fair.pages["agenda/"].body)


def test_g8_the_calendar_holds_the_rule_once(fair):
    """G8: one event with its RRULE, and no copy for the next time."""
    calendar = Calendar.from_ical(assets(fair)["agenda.ics"])
    found = {str(e["summary"]): e for e in calendar.walk("VEVENT")}
    assert len(found) == len(calendar.walk("VEVENT")) == 2
    rules = {name: e["rrule"].to_ical().decode() for name, e in found.items()}
    assert rules == {
        "Marché (Turin)": "FREQ=YEARLY;BYDAY=1SA;BYMONTH=12",
        "Fête (Turin)": "FREQ=YEARLY;UNTIL=20121231",
    }


def test_g8_data_and_linked_data_hold_the_rule(fair):
    """G8: the table of milestones has the rule, linked data a schedule."""
    rules = {row["title"]: row["recurrence"] for row in rows(fair, "jalons") if row["recurrence"]}
    assert rules["Marché"] == "FREQ=YEARLY;BYMONTH=12;BYDAY=1SA"
    schedules = re.findall(
        r'"eventSchedule": ?\{[^}]*\}', fair.pages["partenaires/turin/"].head.linked_data
    )
    assert any('"P1Y"' in one and '"1SA"' in one for one in schedules)
