"""Dates that are no day, month or year, in words: seasons, parts of a year, decades, centuries."""

from __future__ import annotations

from city_relations.dates.french_parts import HALF, THIRD, third_of_month
from city_relations.dates.lexicon import seasons, seasons_with_article
from city_relations.dates.model import EdtfDate, Precision
from city_relations.dates.wordings import (
    Place,
    between_years,
    decades,
    parts_of_month,
    parts_of_year,
    unknown,
)
from city_relations.language.words import Words


def season(date: EdtfDate, words: Words) -> str:
    """Return the name of a season of either half of the Earth; nothing for any other date."""
    return seasons(words).get(_number_of_season(date), "")


def the_season(date: EdtfDate, words: Words) -> str:
    """Return the name of a season as it stands after a preposition."""
    return seasons_with_article(words).get(_number_of_season(date), "")


def _number_of_season(date: EdtfDate) -> int:
    """Count from spring, whose number in EDTF is 21 in the north and 29 in the south."""
    return date.part - 20 if date.part < 29 else date.part - 28  # noqa: PLR2004 - see above


def part_of_year(date: EdtfDate, words: Words, place: Place) -> str:
    """Tell a quarter, a half or a third of a year; nothing for any other date.

    A third is « début 2024 », « mi-2024 », « fin 2024 ».
    """
    told = parts_of_year(words).get(date.part, "")
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
    pattern = parts_of_month(words)[_third(date)]
    told = pattern.format(month=month, year=date.first.year)
    return words.pgettext("early", "in {date}").format(date=told) if place == "when" else told


def wide(date: EdtfDate, words: Words, form: Place) -> str:
    """Tell a date of which not even the year is known."""
    if date.precision is Precision.UNKNOWN:
        return unknown(words)[form]
    if date.precision is Precision.DECADE:
        return decades(words)[form].format(decade=date.first.year)
    return between_years(words)[form].format(first=date.first.year, last=date.last.year)
