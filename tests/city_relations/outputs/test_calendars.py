"""Calendars: they parse, they are exact, and a second import changes nothing."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from building import NOW
from small_city import TURIN, assets, read_city, write_city

FILES = {
    "partners/turin.yml": TURIN
    + """events:
  - {date: 2024-05-18/2024-05-19, title: "Fête; et, virgule", place: Turin}
  - {date: 2024-06, title: Un mois entier}
  - {date: 2024-07-01~, title: Vers un jour}
  - {date: 2027-02-03, title: À venir, place: Port-Arden}
"""
}


@pytest.fixture
def calendars(tmp_path):
    """Return the calendars of a small city."""
    return assets(read_city(write_city(tmp_path / "city", FILES)))


def events(content):
    """Return the events of a calendar by name."""
    return {str(e["summary"]): e for e in Calendar.from_ical(content).walk("VEVENT")}


def test_days_only_are_told(calendars):
    """Months, years and doubtful days stay out; the rest is there, in the future too."""
    assert list(events(calendars["agenda.ics"])) == [
        "Signature du jumelage (Turin)",
        "Fête; et, virgule (Turin)",
        "À venir (Turin)",
        "70\u00a0ans du jumelage (Turin)",
    ]


def test_the_end_is_exclusive(calendars):
    """Two days end on the third, one day on the next (RFC 5545, 3.6.1)."""
    found = events(calendars["agenda.ics"])
    feast, day = found["Fête; et, virgule (Turin)"], found["À venir (Turin)"]
    assert (feast["dtstart"].dt, feast["dtend"].dt) == (date(2024, 5, 18), date(2024, 5, 20))
    assert day["dtend"].dt - day["dtstart"].dt == timedelta(1)


def test_what_is_required_is_there(calendars):
    """Every event has one UID of its own, a stamp in UTC, and says whether it is certain."""
    calendar = Calendar.from_ical(calendars["agenda.ics"])
    assert calendar["version"] == "2.0"
    assert calendar["x-wr-timezone"] == "Europe/Paris"
    found = calendar.walk("VEVENT")
    assert len({str(e["uid"]) for e in found}) == len(found)
    assert {e["dtstamp"].dt.utcoffset() for e in found} == {timedelta(0)}
    assert {str(e["status"]) for e in found} == {"CONFIRMED", "TENTATIVE"}
    assert calendars["agenda.ics"].endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, calendars["agenda.ics"].split(b"\r\n"))) <= 75


def test_importing_twice_changes_nothing(calendars, tmp_path):
    """Another build on another day gives the same events, byte for byte."""
    later = assets(read_city(write_city(tmp_path / "again", FILES), NOW + timedelta(days=20)))
    assert later["agenda.ics"] == calendars["agenda.ics"]


def test_an_event_that_moves_keeps_its_name(tmp_path, calendars):
    """A date moved, and told, changes the event a calendar already knows, and adds none."""
    text = FILES["partners/turin.yml"].replace("2027-02-03", "2027-02-04, formerly: 2027-02-03")
    moved = {"partners/turin.yml": text}
    again = events(assets(read_city(write_city(tmp_path / "moved", moved)))["agenda.ics"])
    before = events(calendars["agenda.ics"])["À venir (Turin)"]
    assert again["À venir (Turin)"]["uid"] == before["uid"]
    assert again["À venir (Turin)"]["dtstart"].dt == date(2027, 2, 4)


def test_each_partner_has_its_own(calendars):
    """A partner's calendar holds its events, under the same names as the city's."""
    assert calendars["partenaires/turin/agenda.ics"].count(b"BEGIN:VEVENT") == 4
    uids = re.findall(rb"UID:\S+", calendars["agenda.ics"])
    assert uids == re.findall(rb"UID:\S+", calendars["partenaires/turin/agenda.ics"])
