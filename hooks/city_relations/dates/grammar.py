"""How a language writes dates: its wordings as patterns, each with its places for values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from city_relations.dates.also import POINT
from city_relations.dates.lexicon import Lexicon, lexicon_of
from city_relations.dates.wordings import (
    parts_of_month,
    parts_of_year,
    short_parts_of_year,
    wordings,
)
from city_relations.language.words import base_language, words_for

Patterns = tuple[re.Pattern[str], ...]
Parts = tuple[tuple[re.Pattern[str], int], ...]
_SLOT = re.compile(r"\\\{(\w+)\\\}")
_DIGITS = {
    "day": r"\d{1,2}", "n": r"\d{1,2}", "year": r"\d{4,}|\d\d", "first": r"\d{4}", "last": r"\d{4}",
    "decade": r"\d{3}0", "century": r"\d\d?|[ivx]{1,5}",
}  # fmt: skip


@dataclass(frozen=True)
class Grammar:
    """The patterns of one language, and the order of its dates in digits: `dmy`, `mdy` or none."""

    lexicon: Lexicon
    patterns: Mapping[str, Patterns]
    parts_of_year: Parts
    parts_of_month: Parts
    order: str


@cache
def grammar_of(language: str) -> Grammar:
    """Return how a language (BCP 47) writes dates."""
    lexicon, words = lexicon_of(language), words_for(base_language(language))
    return Grammar(
        lexicon,
        {
            name: _patterns(lexicon, told, alone=name == POINT)
            for name, told in wordings(words).items()
        },
        _parts(lexicon, parts_of_year(words)) + _parts(lexicon, short_parts_of_year()),
        _parts(lexicon, parts_of_month(words)),
        order_of(language),
    )


def _patterns(lexicon: Lexicon, told: Iterable[str], *, alone: bool) -> Patterns:
    shapes = dict.fromkeys(lexicon.plain(wording) for wording in told)
    # A wording that is all value, once its small words are gone, would never end.
    return tuple(
        compiled(lexicon, shape) for shape in shapes if alone or re.sub(r"\{\w+\}", "", shape)
    )


def _parts(lexicon: Lexicon, told: Mapping[int, str]) -> Parts:
    return tuple((compiled(lexicon, lexicon.plain(one)), part) for part, one in told.items())


def compiled(lexicon: Lexicon, shape: str) -> re.Pattern[str]:
    """Return a folded wording as a pattern, a group for each of its places."""
    years = r"(?:[-/](?P<following>\d{4}))?" if "{season}" in shape else ""

    def slot(found: re.Match[str]) -> str:
        name = found[1]
        values = _any(lexicon.names[name]) if name in lexicon.names else _DIGITS.get(name, ".+?")
        return f"(?P<{name}>{values})" + (years if name == "year" else "")

    return re.compile(_SLOT.sub(slot, re.escape(shape)))


def _any(names: Mapping[str, int]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


@cache
def order_of(language: str) -> str:
    """Return the order of a date in digits, `dmy` or `mdy`; nothing where it has not one.

    That of a country counts first: English has two (CLDR).
    """
    tag, base = language.replace("-", "_"), base_language(language)
    of_country = _order(tag) if "_" in tag else ""
    orders = {of_country} if of_country else {_order(base), _order(f"{base}_001")} - {""}
    only = orders.pop() if len(orders) == 1 else ""
    return only if only in {"dmy", "mdy"} else ""


def _order(code: str) -> str:
    try:
        pattern = str(Locale.parse(code).date_formats["short"].pattern)
    except (UnknownLocaleError, ValueError):
        return ""
    return "".join(dict.fromkeys(sign for sign in pattern.lower() if sign in "dmy"))
