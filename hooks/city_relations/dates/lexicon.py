"""The words a language dates with: months, weekdays and seasons, of CLDR and of the catalogue."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel.dates import get_day_names, get_month_names

from city_relations.dates.also import small_words
from city_relations.language.locale import locale_of
from city_relations.language.words import Words, base_language, words_for

# Countries that name months otherwise than most who speak the language.
VARIETIES = {"ar": ("SY", "MA", "DZ", "TN"), "de": ("AT",), "en": ("GB",), "fr": ("CA",)}
Width = Literal["wide", "abbreviated"]
Form = Literal["format", "stand-alone"]
_UNSEEN = re.compile(r"[\u0640\u061c\u200b-\u200f\u2060\u2066-\u2069\ufeff]")
_DASHES = re.compile(r"[‐‑‒–—―～〜]")
_POINT_OF_WORD = re.compile(r"(?<=[^\W_}])\.(?=[\s\-/)]|$|[^\W\d])|(?<=\})\.")
_ORDINAL = re.compile(r"\b(\d{1,2})(?:(?:st|nd|rd|th|er|eme|e|o|a)\b|°)")
# Signs that no blank parts; compiled when a text may hold one: Python takes a while over each.
_NARROW = "[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff]"
_GAP = f"(?<={_NARROW}) +| +(?={_NARROW})"


@dataclass(frozen=True)
class Lexicon:
    """The words of one language, folded: each name with its number."""

    language: str
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    small: Mapping[str, str]

    @property
    def names(self) -> Mapping[str, Mapping[str, int]]:
        """Return its names by the place that a wording has for them."""
        return {"month": self.months, "weekday": self.weekdays, "season": self.seasons}

    def plain(self, text: str) -> str:
        """Fold a text, its small words read as what they stand for or left out."""
        words = folded(text).replace("'", "' ").split()
        told = " ".join(filter(None, (self.small.get(word, word) for word in words)))
        return re.sub(_GAP, "", told) if max(told, default="") > "\u3000" else told


def folded(text: str) -> str:
    """Fold case, accents, digits, dashes, apostrophes and points after words."""
    plain = _DASHES.sub("-", _UNSEEN.sub("", text.replace("’", "'").replace("{year}–", "{year}-")))
    plain = unicodedata.normalize("NFKD", plain).casefold()
    plain = "".join(_digit(sign) for sign in plain if not unicodedata.combining(sign))
    plain = re.sub(r"[,،、]", " ", plain)
    plain = _ORDINAL.sub(r"\1", _POINT_OF_WORD.sub("", plain))
    return " ".join(plain.split())


def _digit(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign


@cache
def lexicon_of(language: str) -> Lexicon:
    """Return the words a language (BCP 47) dates with."""
    words = words_for(base_language(language))
    small = {folded(written): folded(read) for written, read in small_words(words).items()}
    bare = Lexicon(language, {}, {}, {}, small)
    locales = [locale_of(code) for code in (words.language, *_varieties(words.language))]
    widths: tuple[Width, ...] = ("wide", "abbreviated")
    forms: tuple[Form, ...] = ("format", "stand-alone")
    ways = [(width, form) for width in widths for form in forms]
    months = [get_month_names(width, form, locale) for locale in locales for width, form in ways]
    days = [get_day_names(width, form, locale) for locale in locales for width, form in ways]
    return Lexicon(
        language,
        _numbered(bare, months),
        _numbered(bare, days),
        _numbered(bare, (seasons(words), seasons_with_article(words))),
        small,
    )


def _varieties(language: str) -> Iterable[str]:
    return (f"{language}-{country}" for country in VARIETIES.get(language, ()))


def seasons(words: Words) -> dict[int, str]:
    """Return the names of the seasons, counted from spring."""
    return {
        1: words.pgettext("season", "spring"),
        2: words.pgettext("season", "summer"),
        3: words.pgettext("season", "autumn"),
        4: words.pgettext("season", "winter"),
    }


def seasons_with_article(words: Words) -> dict[int, str]:
    """Return the names of the seasons as they stand after a preposition."""
    return {
        1: words.pgettext("season with article", "spring"),
        2: words.pgettext("season with article", "summer"),
        3: words.pgettext("season with article", "autumn"),
        4: words.pgettext("season with article", "winter"),
    }


def _numbered(lexicon: Lexicon, tables: Iterable[Mapping[int, str]]) -> Mapping[str, int]:
    """Map each name to its number; a name of two numbers names neither."""
    found: dict[str, set[int]] = {}
    for table in tables:
        for number, name in table.items():
            found.setdefault(lexicon.plain(name), set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1 and name}
