"""Dates in every language: what people write is read, and so is whatever we tell."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
import yaml

from city_relations.dates import DateError, in_words, noun, parse_date, when
from city_relations.language.words import words_for

FILE = Path(__file__).with_name("spellings.yml")
SPELLINGS = yaml.safe_load(FILE.read_text(encoding="utf-8"))
LANGUAGES = sorted(SPELLINGS)
LEAST, RANDOM_DATES = 30, 2000
FIRST, DAYS = date(1901, 1, 1), 60_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_write_is_read_and_told_back(language):
    """Thirty spellings of each language are read; what we tell of each is read as the same."""
    assert len(SPELLINGS[language]) >= LEAST
    words = words_for(language)
    for written, edtf in SPELLINGS[language].items():
        found = parse_date(written, languages=(language,))
        assert found.text == edtf, written
        for told in (in_words(found, words), noun(found, words), when(found, words)):
            assert parse_date(told, languages=(language,)).text == edtf, told


def points(dice):
    """Return a random day, then what it lies in: a month, a year and wider, parts and doubts."""
    day = FIRST + timedelta(dice.randrange(DAYS))
    year = f"{day.year:04}"
    part = dice.choice([*range(21, 25), *range(33, 42)])
    return [day.isoformat(), f"{day:%Y-%m}", year, f"{year}-{part}", f"{year[:3]}X"]


def random_date(dice):
    """Return a random date in EDTF: a point, a doubt, a set, a period, or open on one side."""
    found, others = points(dice), points(dice)
    n = dice.randrange(len(found))
    point = found[n]
    first, last = sorted((parse_date(point), parse_date(others[n])))
    whole = first.last < last.first
    some_days = date.fromisoformat(found[0]).replace(day=1 + dice.randrange(9))
    return dice.choice(
        [
            point,
            point,
            f"{found[2][:2]}XX",
            "XXXX",
            f"{found[n % 3]}{dice.choice('~?')}",
            f"[..{found[n % 3]}]",
            f"<{point}",
            f"{point}/..",
            f"../{point}",
            f"{first}/{last}" if whole else point,
            f"{some_days}/{some_days + timedelta(9)}",
            f"[{some_days + timedelta(1)}..{some_days + timedelta(11)}]",
        ]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_we_tell_is_read(language):
    """Two thousand random dates, each told one of three ways, are read as what they are."""
    dice, words, lost = Random(language), words_for(language), {}  # noqa: S311 - no secret
    for _ in range(RANDOM_DATES):
        found = parse_date(random_date(dice))
        told = dice.choice((in_words, noun, when))(found, words)
        try:
            read = parse_date(told, languages=(language,)).text
        except DateError as error:
            read = error.rule
        if read != found.text:
            lost[told] = (found.text, read)
    assert lost == {}


ORDERS = [
    ("fr", "03/04/2026", "2026-04-03"),
    ("en-GB", "03/04/2026", "2026-04-03"),
    ("en-US", "03/04/2026", "2026-03-04"),
    ("en-US", "4-20-2026", "2026-04-20"),
    ("en", "20/04/2026", "2026-04-20"),
    ("en", "04/20/2026", "2026-04-20"),
    ("en", "04/04/2026", "2026-04-04"),
    ("ja", "20.04.2026", "2026-04-20"),
    ("es-MX", "03/04/2026", "2026-04-03"),
    ("ar", "٠٣/٠٤/٢٠٢٦", "2026-04-03"),
]


@pytest.mark.parametrize(("language", "written", "edtf"), ORDERS)
def test_digits_are_read_in_the_order_of_the_language(language, written, edtf):
    """A day and a month in digits stand as the language, in its country, puts them."""
    assert parse_date(written, languages=(language,)).text == edtf


@pytest.mark.parametrize("language", ["en", "ja", "fr-CA", "sv"])
def test_digits_without_an_order_are_told_both_ways(language):
    """Where nobody can say which is the day, both dates are told and none is chosen."""
    with pytest.raises(DateError) as refused:
        parse_date("03/04/2026", languages=(language,))
    assert refused.value.rule == "date-day-or-month-first"
    assert "2026-04-03 or 2026-03-04" in str(refused.value)


REFUSED = [
    ("en", "10 March", "date-without-year"),
    ("en", "Monday 10 March 2026", "date-weekday"),
    ("en", "10 March 26", "date-year-of-two-digits"),
    ("en", "30 February 2026", "date-day"),
    ("en", "winter 2026", "date-which-winter"),
    ("en", "to be confirmed", "date-unreadable"),
    ("de", "14. und 20. Juni 2025", "date-days-apart"),
    ("de", "Mai", "date-without-year"),
    ("it", "dal 10 al 4 marzo 2026", "date-period-backwards"),
    ("es", "primavera", "date-without-year"),
    ("ar", "10 مارس", "date-without-year"),
    ("ja", "3月10日", "date-without-year"),
]


@pytest.mark.parametrize(("language", "written", "rule"), REFUSED)
def test_what_is_wrong_has_the_same_name_in_every_language(language, written, rule):
    """A date that is wrong is refused by the rule that French knows too."""
    with pytest.raises(DateError) as refused:
        parse_date(written, languages=(language,))
    assert refused.value.rule == rule


def test_a_site_of_several_languages_reads_them_all():
    """Each language of a site is read, and French and English in any city."""
    for languages in (("fr", "de", "it"), ("it", "de"), ("en", "it", "de")):
        for written in ("10. März 2026", "il 10 marzo 2026", "le 10 mars 2026", "March 10, 2026"):
            assert parse_date(written, languages=languages).text == "2026-03-10"
