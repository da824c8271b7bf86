"""The wordings a language tells dates with, from its catalogue, and what else people write."""

from __future__ import annotations

from typing import Literal

from city_relations.dates import also
from city_relations.dates.french_parts import HALF, QUARTER, THIRD
from city_relations.language.words import Words

Place = Literal["bare", "noun", "when"]  # where a date stands in a sentence
WRAPPED, AMONG, BETWEEN_YEARS, DECADE, MONTH_PART = (
    "wrapped", "among", "between years", "decade", "part of a month",
)  # fmt: skip


def wordings(words: Words) -> dict[str, list[str]]:
    """Return every wording of each part of a date, in the order they are to be tried."""
    told = _told(words)
    for name, others in also.other_ways(words).items():
        told[name] = [*told.get(name, []), *others]
    return told


def _told(words: Words) -> dict[str, list[str]]:
    """Return the wordings that dates are told with, by `telling.py`."""
    return {
        also.UNKNOWN: [*unknown(words).values()],
        also.DOUBTED: [
            words.pgettext("date", "{date} (date uncertain)"),
            words.pgettext("date", "{date} (dates uncertain)"),
        ],
        BETWEEN_YEARS: [*between_years(words).values()],
        AMONG: _among(words),
        also.PERIOD: [words.pgettext("date", "from {start} to {end}")],
        also.LATEST: [
            words.pgettext("date", "{date} at the latest"),
            words.pgettext("date", "at the latest {when}").replace("{when}", "{date}"),
        ],
        also.BEFORE: [words.pgettext("date", "before {date}")],
        also.SINCE: [words.pgettext("date", "since {date}")],
        also.UNTIL: [words.pgettext("date", "until {date}")],
        also.ABOUT: [
            words.pgettext("date", "about {date}"),
            words.pgettext("date in a period", "about {date}"),
        ],
        DECADE: [*decades(words).values()],
        WRAPPED: _wrapped(words),
        also.POINT: _points(words),
    }


def _among(words: Words) -> list[str]:
    between = words.pgettext("date", "between {start} and {end}")
    return [between, words.pgettext("date", "a day {between}").replace("{between}", between)]


def _wrapped(words: Words) -> list[str]:
    """Return the small words a point may stand in: « in {date} », « on {date} »."""
    return [
        words.pgettext("day", "on {date}"),
        words.pgettext("season", "in {date}"),
        words.pgettext("month or year", "in {date}"),
        words.pgettext("early", "in {date}"),
        words.pgettext("part of a year", "in the {date}"),
        words.pgettext("part of a year", "the {date}"),
        words.pgettext("date", "in the course of {date}"),
    ]


def _points(words: Words) -> list[str]:
    """Return the wordings of a point, then of what a side of a period may leave out."""
    return [
        words.pgettext("date", "{day} {month} {year}"),
        words.pgettext("date with article", "{day} {month} {year}"),
        words.pgettext("date", "{month} {year}"),
        words.pgettext("date", "{season} {year}"),
        "{season} {year}",
        words.pgettext("date with article", "{day} {month}"),
        words.pgettext("date with article", "{day}"),
        "{day} {month} {year}", "{month} {year}", "{day} {month}", "{month} {day}", "{day} {year}",
        "{day}", "{month}", "{season}", words.pgettext("date", "{year}"), "{year}",
    ]  # fmt: skip


def unknown(words: Words) -> dict[Place, str]:
    """Return the wordings of a date of which nothing is known."""
    return {
        "bare": words.pgettext("date", "date unknown"),
        "noun": words.pgettext("date with article", "a date unknown"),
        "when": words.pgettext("date as adverb", "at a date unknown"),
    }


def decades(words: Words) -> dict[Place, str]:
    """Return the wordings of a decade."""
    return {
        "bare": words.pgettext("date", "{decade}s"),
        "noun": words.pgettext("date with article", "the {decade}s"),
        "when": words.pgettext("date as adverb", "in the {decade}s"),
    }


def between_years(words: Words) -> dict[Place, str]:
    """Return the wordings of a century, told by its first and last year."""
    return {
        "bare": words.pgettext("date", "between {first} and {last}"),
        "noun": words.pgettext("date with article", "a year between {first} and {last}"),
        "when": words.pgettext("date as adverb", "between {first} and {last}"),
    }


def parts_of_year(words: Words) -> dict[int, str]:
    """Return the wordings of the quarters, thirds and halves of a year by EDTF's numbers."""
    return {
        QUARTER: words.pgettext("part of a year", "first quarter of {year}"),
        QUARTER + 1: words.pgettext("part of a year", "second quarter of {year}"),
        QUARTER + 2: words.pgettext("part of a year", "third quarter of {year}"),
        QUARTER + 3: words.pgettext("part of a year", "fourth quarter of {year}"),
        THIRD: words.pgettext("part of a year", "early {year}"),
        THIRD + 1: words.pgettext("part of a year", "mid-{year}"),
        THIRD + 2: words.pgettext("part of a year", "late {year}"),
        HALF: words.pgettext("part of a year", "first half of {year}"),
        HALF + 1: words.pgettext("part of a year", "second half of {year}"),
    }


def short_parts_of_year() -> dict[int, str]:
    """Return how a quarter or a half of a year is written in short, `Q1 {year}`."""
    quarters = {QUARTER + n - 1: f"Q{n} {{year}}" for n in range(1, 5)}
    return quarters | {HALF + n - 1: f"H{n} {{year}}" for n in (1, 2)}


def parts_of_month(words: Words) -> dict[int, str]:
    """Return the wordings of the beginning, the middle and the end of a month, from 1."""
    return {
        1: words.pgettext("part of a month", "early {month} {year}"),
        2: words.pgettext("part of a month", "mid-{month} {year}"),
        3: words.pgettext("part of a month", "late {month} {year}"),
    }
