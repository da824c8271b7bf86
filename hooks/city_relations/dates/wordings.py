"""The wordings a language tells dates with, from its catalogue, and what else people write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from city_relations.dates import also
from city_relations.dates.french_parts import HALF, QUARTER, THIRD
from city_relations.language.words import Words

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
        also.UNKNOWN: [
            words.pgettext("date", "date unknown"),
            words.pgettext("date with article", "a date unknown"),
            words.pgettext("date as adverb", "at a date unknown"),
        ],
        also.DOUBTED: [
            words.pgettext("date", "{date} (date uncertain)"),
            words.pgettext("date", "{date} (dates uncertain)"),
        ],
        BETWEEN_YEARS: [
            words.pgettext("date", "between {first} and {last}"),
            words.pgettext("date with article", "a year between {first} and {last}"),
            words.pgettext("date as adverb", "between {first} and {last}"),
        ],
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
        DECADE: [
            words.pgettext("date", "{decade}s"),
            words.pgettext("date with article", "the {decade}s"),
            words.pgettext("date as adverb", "in the {decade}s"),
        ],
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


def parts_of_year(words: Words) -> Mapping[str, int]:
    """Return the wordings of a quarter, a third or a half of a year, with EDTF's numbers."""
    return {
        words.pgettext("part of a year", "first quarter of {year}"): QUARTER,
        words.pgettext("part of a year", "second quarter of {year}"): QUARTER + 1,
        words.pgettext("part of a year", "third quarter of {year}"): QUARTER + 2,
        words.pgettext("part of a year", "fourth quarter of {year}"): QUARTER + 3,
        words.pgettext("part of a year", "early {year}"): THIRD,
        words.pgettext("part of a year", "mid-{year}"): THIRD + 1,
        words.pgettext("part of a year", "late {year}"): THIRD + 2,
        words.pgettext("part of a year", "first half of {year}"): HALF,
        words.pgettext("part of a year", "second half of {year}"): HALF + 1,
        **{f"Q{n} {{year}}": QUARTER + n - 1 for n in range(1, 5)},
        **{f"H{n} {{year}}": HALF + n - 1 for n in (1, 2)},
    }


def parts_of_month(words: Words) -> Iterable[tuple[str, int]]:
    """Return the wordings of the beginning, the middle and the end of a month, with its number."""
    return (
        (words.pgettext("part of a month", "early {month} {year}"), 1),
        (words.pgettext("part of a month", "mid-{month} {year}"), 2),
        (words.pgettext("part of a month", "late {month} {year}"), 3),
    )
