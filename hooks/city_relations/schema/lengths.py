"""Lengths of time as people write them in any language of ours: `3 ans`, `18 Monate`, `سنتان`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from city_relations.language.words import Words, languages_told, words_for
from city_relations.schema.nearest import folded

YEARS, MONTHS = UNITS = ("years", "months")
# Numbers of which no language that CLDR knows says two by the same form.
_COUNTS = (0, 1, 2, 3, 11, 100)
_WRITTEN = re.compile(r"\s*(\d+)\s*([^\d\s][^\d]*)?")
_FRENCH = {YEARS: ("annee", "annees"), MONTHS: ()}


def in_digits(value: str, unit: str) -> str:
    """Return how many years or months a length is, in digits; else the text as it is."""
    found = _WRITTEN.fullmatch(value)
    if found and not found[2]:
        return found[1]
    word = folded(found[2] if found else value)
    for language in ("fr", *languages_told()):
        told = _told(language, unit)
        if word in told:
            return told[word] or (found[1] if found else value)
    return value


def unit_of(value: str) -> str:
    """Return the unit that a length of time names; nothing where it names none."""
    named = (unit for unit in UNITS if in_digits(value, unit) != value)
    return next(named, "")


@cache
def _told(language: str, unit: str) -> Mapping[str, str]:
    """Map each word for a unit to the number it says itself, in digits; most say none."""
    words = words_for(language)
    found = dict.fromkeys(_FRENCH[unit] if language == "fr" else (), "")
    for count in _COUNTS:
        told = _form(words, unit, count)
        found[folded(told.replace("{n}", ""))] = "" if "{n}" in told else str(count)
    return found


def _form(words: Words, unit: str, count: int) -> str:
    if unit == YEARS:
        return words.ngettext("{n} year", "{n} years", count)
    return words.ngettext("{n} month", "{n} months", count)
