"""Dates that are no day, month or year, in words: seasons, parts of a year, decades, centuries."""

from __future__ import annotations

from typing import Literal

from city_relations.dates.french_parts import HALF, QUARTER, THIRD, third_of_month
from city_relations.dates.model import EdtfDate, Precision
from city_relations.language.words import Words

Place = Literal["bare", "noun", "when"]


def season(date: EdtfDate, words: Words) -> str:
    """Return the name of a season of either half of the Earth; nothing for any other date."""
    return {
        1: words.pgettext("season", "spring"),
        2: words.pgettext("season", "summer"),
        3: words.pgettext("season", "autumn"),
        4: words.pgettext("season", "winter"),
    }.get(_number_of_season(date), "")


def the_season(date: EdtfDate, words: Words) -> str:
    """Return the name of a season as it stands after a preposition."""
    return {
        1: words.pgettext("season with article", "spring"),
        2: words.pgettext("season with article", "summer"),
        3: words.pgettext("season with article", "autumn"),
        4: words.pgettext("season with article", "winter"),
    }.get(_number_of_season(date), "")


def _number_of_season(date: EdtfDate) -> int:
    """Count from spring, whose number in EDTF is 21 in the north and 29 in the south."""
    return date.part - 20 if date.part < 29 else date.part - 28  # noqa: PLR2004 - see above


def part_of_year(date: EdtfDate, words: Words, place: Place) -> str:
    """Tell a quarter, a half or a third of a year; nothing for any other date.

    A third is « début 2024 », « mi-2024 », « fin 2024 ».
    """
    told = {
        QUARTER: words.pgettext("part of a year", "first quarter of {year}"),
        QUARTER + 1: words.pgettext("part of a year", "second quarter of {year}"),
        QUARTER + 2: words.pgettext("part of a year", "third quarter of {year}"),
        QUARTER + 3: words.pgettext("part of a year", "fourth quarter of {year}"),
        THIRD: words.pgettext("part of a year", "early {year}"),
        THIRD + 1: words.pgettext("part of a year", "mid-{year}"),
        THIRD + 2: words.pgettext("part of a year", "late {year}"),
        HALF: words.pgettext("part of a year", "first half of {year}"),
        HALF + 1: words.pgettext("part of a year", "second half of {year}"),
    }.get(date.part, "")
    told = told.format(year=date.first.year)
    if not told or place == "bare":
        return told
    if THIRD <= date.part < HALF:
        return told if place == "noun" else words.pgettext("early", "in {date}").format(date=told)
    pattern = {
        "noun": words.pgettext("part of a year", "the {date}"),
        "when": words.pgettext("part of a year", "in the {date}"),
    }[place]
    return pattern.format(date=told)


def is_third(date: EdtfDate) -> bool:
    """Return whether one day among several is of the beginning, middle or end of a month."""
    return _third(date) > 0


def _third(date: EdtfDate) -> int:
    first, last = date.first, date.last
    if (first.year, first.month) != (last.year, last.month):
        return 0
    found = (
        n for n in (1, 2, 3) if third_of_month(first.year, first.month, n) == (first.day, last.day)
    )
    return next(found, 0)


def part_of_month(date: EdtfDate, words: Words, place: Place, month: str) -> str:
    """Tell the third of a month: « début juin 2025 », « mi-juin 2025 », « fin juin 2025 »."""
    told = {
        1: words.pgettext("part of a month", "early {month} {year}"),
        2: words.pgettext("part of a month", "mid-{month} {year}"),
        3: words.pgettext("part of a month", "late {month} {year}"),
    }[_third(date)].format(month=month, year=date.first.year)
    return words.pgettext("early", "in {date}").format(date=told) if place == "when" else told


def wide(date: EdtfDate, words: Words, form: Place) -> str:
    """Tell a date of which not even the year is known."""
    if date.precision is Precision.UNKNOWN:
        return {
            "bare": words.pgettext("date", "date unknown"),
            "noun": words.pgettext("date with article", "a date unknown"),
            "when": words.pgettext("date as adverb", "at a date unknown"),
        }[form]
    if date.precision is Precision.DECADE:
        pattern = {
            "bare": words.pgettext("date", "{decade}s"),
            "noun": words.pgettext("date with article", "the {decade}s"),
            "when": words.pgettext("date as adverb", "in the {decade}s"),
        }[form]
        return pattern.format(decade=date.first.year)
    pattern = {
        "bare": words.pgettext("date", "between {first} and {last}"),
        "noun": words.pgettext("date with article", "a year between {first} and {last}"),
        "when": words.pgettext("date as adverb", "between {first} and {last}"),
    }[form]
    return pattern.format(first=date.first.year, last=date.last.year)
