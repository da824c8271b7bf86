"""What CLDR knows of a language, or of the nearest language it knows."""

from __future__ import annotations

from copy import deepcopy
from functools import cache, cached_property
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages
from babel.localedata import LocaleDataDict, load

from city_relations.language.words import SOURCE_LANGUAGE, base_language

# Names of ISO 639-2 for libraries, and languages CLDR takes for the greater one they are part of.
_OTHER_NAMES = frozenset(
    {
        *(
            "alb",
            "arm",
            "baq",
            "bur",
            "chi",
            "cze",
            "dut",
            "fre",
            "geo",
            "ger",
            "gre",
            "ice",
            "mac",
        ),
        *("mao", "may", "per", "rum", "slo", "tib", "wel"),
        *("als", "arb", "cmn", "mol", "pes", "plt"),
    }
)
# What Babel hands from one language to another by alias, and fills in where all of them share it:
# once Japanese was asked for its months by themselves, Italian had them too (Babel 2.18).
_SHARED = ("months", "days", "quarters", "eras", "currency_formats")


class OwnLocale(Locale):
    """A locale whose names are its own, whatever other languages are asked for before it."""

    @cached_property
    def _data(self) -> LocaleDataDict:
        found: dict[str | int | None, Any] = {}
        for name, data in load(str(self)).items():
            found[name] = deepcopy(data) if name in _SHARED else data
        return LocaleDataDict(found)


@cache
def locale_of(language: str) -> Locale:
    """Return the locale of a language (BCP 47), for the words of its dates and its numbers.

    A language CLDR has no data of is told in the first official language of the country in which
    most of its speakers live (CLDR's likely subtags): Arpitan and Occitan in French, Mossi in
    French, Piedmontese in Italian.
    """
    for code in (language, *_official(language), SOURCE_LANGUAGE):
        if found := _known(code):
            return found
    raise UnknownLocaleError(language)


def _known(code: str) -> Locale | None:
    try:
        return OwnLocale.parse(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


def _official(language: str) -> tuple[str, ...]:
    """List the languages of the country where a language is at home, the first one first."""
    likely = str(get_global("likely_subtags").get(base_language(language), ""))
    territory = likely.rpartition("_")[2]
    return tuple(get_official_languages(territory, de_facto=True)) if territory else ()


@cache
def three_letters(language: str) -> str:
    """Return the code of three letters of a language (ISO 639-3): `fra` for `fr`."""
    code = base_language(language)
    known = get_global("language_aliases").items()
    named = (long for long, short in known if short == code and len(long) == 3)  # noqa: PLR2004
    return next((long for long in sorted(named) if long not in _OTHER_NAMES), code)
