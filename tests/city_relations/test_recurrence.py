"""What comes back: read from words, computed as RFC 5545 does, told in words (G8)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from city_relations.dates import Recurring, parse_date, read_recurrence
from city_relations.language.words import words_for

FR, EN = words_for("fr"), words_for("en")

READ = {
    "year": "year",
    "chaque année": "year",
    "tous les ans": "year",
    "annuel": "year",
    "jedes Jahr": "year",
    "tous les 14 juillet": "14 july",
    "chaque 1er mai": "1 may",
    "le 31 avril": "",
    "tous les deux ans": "2 years",
    "biennale": "2 years",
    "every 2 years": "2 years",
    "trimestriel": "3 months",
    "chaque mois": "month",
    "mensuel": "month",
    "toutes les semaines": "week",
    "tous les samedis": "saturday",
    "chaque samedi": "saturday",
    "premier samedi de décembre": "first saturday of december",
    "le 1er samedi de décembre": "first saturday of december",
    "chaque premier samedi d’août": "first saturday of august",
    "first saturday of december": "first saturday of december",
    "am ersten Samstag im Dezember": "first saturday of december",
    "dernier dimanche du mois": "last sunday of each month",
    "tous les premiers samedis du mois": "first saturday of each month",
    "last sunday of each month": "last sunday of each month",
    "parfois": "",
    "deux": "",
    "ogni anno": "year",
    "cada 2 años": "2 years",
    "il primo sabato di dicembre": "first saturday of december",
    "كل سنة": "year",
    "毎年": "year",
    "5年ごと": "5 years",
    "cinquième samedi de mai": "",
    "": "",
}


@pytest.mark.parametrize(("written", "plain"), READ.items())
def test_g8_how_often_is_read_in_words(written, plain):
    """G8: a recurrence is read in every language of ours, and in its plain form."""
    found = read_recurrence(written)
    assert (found.text if found else "") == plain
    assert not found or read_recurrence(found.text) == found


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr", "it", "ja"])
def test_how_often_is_read_as_it_is_told(language):
    """What we tell of a recurrence is read as the same, in every language."""
    plain = ["year", "2 years", "month", "3 months", "week", "6 weeks"]
    plain += ["first saturday of december", "last sunday of each month", "third monday of may"]
    for said in plain:
        told = Recurring(read_recurrence(said)).translate(words_for(language))
        found = read_recurrence(told)
        assert (found.text if found else "") == said, told


TOLD = {
    "year": ("chaque année", "every year"),
    "2 years": ("tous les 2 ans", "every 2 years"),
    "month": ("chaque mois", "every month"),
    "week": ("chaque semaine", "every week"),
    "first saturday of august": (
        "chaque année, le premier samedi d’août",
        "every year, on the first Saturday of August",
    ),
    "last sunday of each month": (
        "chaque mois, le dernier dimanche",
        "every month, on the last Sunday",
    ),
}


@pytest.mark.parametrize(("plain", "told"), TOLD.items())
def test_g8_how_often_is_told_in_words(plain, told):
    """G8: a recurrence is told as people say it."""
    found = Recurring(read_recurrence(plain))
    assert (found.translate(FR), found.translate(EN)) == told


def test_g8_since_and_until_are_told():
    """G8: when it began and when it ends are told with it."""
    whole = Recurring(read_recurrence("year"), parse_date("2015"), parse_date("2030"))
    assert whole.translate(FR) == "chaque année, depuis 2015, jusqu’en 2030"


RULES = ["year", "2 years", "month", "3 months", "week", "2 weeks", "first saturday of december"]
RULES += ["last sunday of each month", "fourth monday of february", "second friday of each month"]
RULES += ["saturday", "14 july", "29 february"]


@given(
    st.sampled_from(RULES),
    st.dates(date(1990, 1, 1), date(2030, 12, 31)),
    st.integers(0, 9000),
    st.integers(0, 5),
)
def test_times_are_those_of_the_calendar(plain, first, later, lasting):
    """The next time on any day is the one that a calendar works out from the rule."""
    every = read_recurrence(plain)
    first = every.nearest(parse_date(first.isoformat())) or first
    last = first + timedelta(lasting)
    when = parse_date(f"{first}/{last}" if lasting else first.isoformat())
    assert every.fits(when)
    day = first + timedelta(later)
    found = every.following(when, day, None)
    start = rrulestr(every.rule(), dtstart=_midnight(first)).after(
        _midnight(day - timedelta(lasting)), inc=True
    )
    assert (found.first, found.last) == (start.date(), start.date() + timedelta(lasting))


def _midnight(day):
    """Return the beginning of a day, as the rules of dateutil count."""
    return datetime.combine(day, datetime.min.time())


def test_nothing_comes_after_the_last_time():
    """What ended comes back no more; its rule holds the last day."""
    every, until = read_recurrence("year"), parse_date("2020")
    assert every.following(parse_date("2015-06-01"), date(2020, 6, 2), until) is None
    assert str(every.following(parse_date("2015-06-01"), date(2020, 6, 1), until)) == "2020-06-01"
    assert every.rule(until) == "FREQ=YEARLY;UNTIL=20201231"
    assert every.rule(parse_date("0001-02-03")).endswith("UNTIL=00010203")  # RFC 5545: four digits


def test_a_season_comes_back_as_one():
    """What is known by its season or month comes back in it."""
    every = read_recurrence("chaque année")
    for written in ("2015-22", "2015-06", "2015", "2015-30"):
        found = every.following(parse_date(written), date(2026, 11, 22), None)
        assert found.precision is parse_date(written).precision
        assert found.last >= date(2026, 11, 22)


def test_no_time_is_beyond_the_last_year():
    """At the very end of the years a date can hold there is no next day to propose."""
    assert read_recurrence("chaque samedi").nearest(parse_date("2999-12-31")) is None
    assert read_recurrence("14 juillet").nearest(parse_date("2999-12-31")) is None
