"""What is due, as a calendar for the staff: published only where the city wants it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from city_relations.due import dues
from city_relations.due.__main__ import main
from city_relations.due.calendar import due_calendar
from city_relations.language.words import words_for
from small_city import CONFIGURATION, assets, catalog_of, read_city, write_bare_city

NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
FILES = {
    "partners/turin.yml": "name: Turin\ncountry: IT\n"
    "ties:\n- kind: agreement\n  acts: [{act: signature, date: 2024-05}]\n"
    "  term: {years: 3}\n- kind: twinning\n  acts: [{act: signature, date: 1976-09-04}]\n"
    "checked: {date: 2025-11-22, next: 2026-05}\n"
    "events: [{date: 2026-03-04/2026-03-06, title: Une visite},"
    " {date: 2025-03-04, title: Passé}]\n",
    "partners/brno.yml": "name: Brno\ncountry: CZ\nstatus: draft\n"
    "ties: [{kind: twinning, since: 1990}]\nchecked: {date: 2024-06-11, next: 2026-06-11}\n",
}


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    """Return a catalog in which something is due."""
    return catalog_of(tmp_path_factory.mktemp("city"), FILES, NOW)


def test_a_vague_day_stands_on_the_first_of_its_span(catalog):
    """Days are kept; of a month or a year the first day stands, and says that it is not settled."""
    told = [(one.first, one.vague, one.told(words_for("en"))) for one in dues(catalog)]
    assert (date(2026, 3, 4), False, "Une visite (Turin)") in told
    assert (date(2026, 5, 1), True, "Profile to read over (Turin) (day to be settled)") in told
    ends = [one for one in told if one[0].year == 2027]
    assert [(first, vague) for first, vague, _ in ends] == [(date(2027, 5, 1), True)]
    assert not any("Passé" in said or "Brno" in said for *_, said in told)


def test_the_calendar_is_read_by_another_maker(catalog):
    """Each entry has a day, words and an identifier that stays; two calls give equal bytes."""
    text = due_calendar(catalog, words_for("fr"))
    assert text == due_calendar(catalog, words_for("fr"))
    events = Calendar.from_ical(text).walk("VEVENT")
    assert len({str(one["uid"]) for one in events}) == len(dues(catalog))
    vague = [one for one in events if "(jour à préciser)" in one["summary"].replace("\xa0", " ")]
    assert {str(one["status"]) for one in vague} == {"TENTATIVE"}
    assert all(one.decoded("dtend") > one.decoded("dtstart") for one in events)
    assert {str(one["description"]) for one in events} == {"partners/turin.yml"}


@pytest.mark.parametrize("wanted", [True, False])
def test_it_is_published_only_where_the_city_wants_it(tmp_path, wanted):
    """Without `follow_up: yes` no file of the site tells the staff's dates."""
    more = "    follow_up: oui\n" if wanted else ""
    root = write_bare_city(tmp_path / "city", FILES, CONFIGURATION + more)
    assert ("suivi.ics" in assets(read_city(root, NOW))) is wanted


def test_the_command_says_or_writes_it(tmp_path, monkeypatch, capsys):
    """`relations due` lists days and words; `--ics` writes the calendar instead."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    root = write_bare_city(tmp_path / "city", FILES)
    assert main([str(root), "mkdocs.yml", "--language", "en"]) == 0
    assert "2026-03-04  Une visite (Turin)" in capsys.readouterr().out
    file = tmp_path / "due.ics"
    assert main([str(root), "mkdocs.yml", "--ics", str(file)]) == 0
    assert Calendar.from_ical(file.read_bytes())
