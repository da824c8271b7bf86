"""The world's countries: how each is named, and every name an author may know it by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from babel import Locale

from city_relations.language.locale import locale_of
from city_relations.language.words import Text, Words, languages_told, say_in, words_for
from city_relations.schema.nearest import folded

# Names that differ from CLDR's, which hesitates where usage does not.
NAMED: Mapping[str, Text] = MappingProxyType(
    {
        "CD": say_in("country", "Democratic Republic of the Congo"),
        "HK": say_in("country", "Hong Kong"),
        "MO": say_in("country", "Macau"),
        "PS": say_in("country", "Palestine"),
    }
)
# What else people call a country: names apart by a comma, of each language its own.
ALSO: Mapping[str, Text] = MappingProxyType(
    {
        "AE": say_in("country, also", "UAE, Emirates"),
        "BY": say_in("country, also", "Belorussia"),
        "CD": say_in("country, also", "DRC, DR Congo, Congo Kinshasa"),
        "CF": say_in("country, also", "CAR"),
        "CG": say_in("country, also", "Congo, Republic of the Congo"),
        "CI": say_in("country, also", "Ivory Coast"),
        "CN": say_in("country, also", "People's Republic of China, PRC"),
        "CV": say_in("country, also", "Cabo Verde"),
        "CZ": say_in("country, also", "Czech Republic"),
        "GB": say_in("country, also", "UK, Great Britain, Britain"),
        "KP": say_in("country, also", "DPRK"),
        "KR": say_in("country, also", "Korea, Republic of Korea"),
        "MK": say_in("country, also", "Macedonia"),
        "MM": say_in("country, also", "Burma, Myanmar"),
        "NL": say_in("country, also", "Holland"),
        "PS": say_in("country, also", "State of Palestine, Palestinian territories"),
        "RU": say_in("country, also", "Russian Federation"),
        "SZ": say_in("country, also", "Swaziland"),
        "TL": say_in("country, also", "East Timor"),
        "TR": say_in("country, also", "Turkey"),
        "US": say_in("country, also", "USA, United States of America, America"),
        "VA": say_in("country, also", "Vatican, Holy See"),
    }
)
# Countries within a country, by ISO 3166-2 code.
NATIONS: Mapping[str, Text] = MappingProxyType(
    {
        "GB-ENG": say_in("country, also", "England"),
        "GB-NIR": say_in("country, also", "Northern Ireland"),
        "GB-SCT": say_in("country, also", "Scotland"),
        "GB-WLS": say_in("country, also", "Wales"),
    }
)
# States that are no more, each with the codes of what its cities stand in today.
DISSOLVED: tuple[tuple[tuple[str, ...], Text], ...] = (
    (("BF",), say_in("country, formerly", "Upper Volta")),
    (("BJ",), say_in("country, formerly", "Dahomey")),
    (("CD",), say_in("country, formerly", "Zaire, Belgian Congo")),
    (("CZ", "SK"), say_in("country, formerly", "Czechoslovakia")),
    (("DE",), say_in("country, formerly", "GDR, East Germany, FRG, West Germany")),
    (("LK",), say_in("country, formerly", "Ceylon")),
    (("RS", "ME"), say_in("country, formerly", "Serbia and Montenegro")),
    (
        ("BA", "HR", "ME", "MK", "RS", "SI", "XK"),
        say_in("country, formerly", "Yugoslavia"),
    ),
    (
        ("RU", "AM", "AZ", "BY", "EE", "GE", "KG", "KZ", "LT", "LV", "MD", "TJ", "TM", "UA", "UZ"),
        say_in("country, formerly", "USSR, Soviet Union"),
    ),
)
ARTICLES = say_in("country", "the")
PSEUDO = frozenset(("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"))


@cache
def territories(language: str) -> dict[str, str]:
    """Return the names of the world's countries in a language, by ISO 3166-1 alpha-2 code."""
    names = locale_of(language).territories
    found = {c: n for c, n in names.items() if re.fullmatch("[A-Z]{2}", c) and c not in PSEUDO}
    if language in languages_told():
        found |= {code: words_for(language)(name) for code, name in NAMED.items()}
    return found


def region_name(code: str, language: str) -> str:
    """Return the name of a region of the world by its M49 code, as it begins a line."""
    name: str = locale_of(language).territories[code]
    return name[:1].upper() + name[1:]


@cache
def by_name() -> Mapping[str, str]:
    """Map every name of a country, folded, in every language told, to its code."""
    found: dict[str, str] = {}
    for words in map(words_for, languages_told()):
        names = Locale.parse(words.language).territories
        found |= {folded(names[code]): code for code in territories(words.language)}
        found |= {folded(name): code for code, name in territories(words.language).items()}
        for code, text in (*ALSO.items(), *((code[:2], text) for code, text in NATIONS.items())):
            found |= dict.fromkeys(map(folded, _names(text, words)), code)
    return MappingProxyType(found)


def country_called(name: str) -> str:
    """Return the code of a country by its name or code, however it is spelt; "" where unknown."""
    code = name.strip().upper()
    if code in territories("en"):
        return code
    return next((by_name()[n] for n in _without_article(name) if n in by_name()), "")


def nation_called(name: str) -> str:
    """Return the ISO 3166-2 code of a country within a country, such as GB-SCT; "" for others."""
    return _nations().get(folded(name), "")


def successors(name: str) -> tuple[str, ...]:
    """Return the codes of the countries that a dissolved state's cities stand in today."""
    found = _dissolved()
    return next((found[n] for n in _without_article(name) if n in found), ())


@cache
def _nations() -> Mapping[str, str]:
    every = [words_for(language) for language in languages_told()]
    found = {folded(words(text)): code for words in every for code, text in NATIONS.items()}
    return MappingProxyType(found)


@cache
def _dissolved() -> Mapping[str, tuple[str, ...]]:
    every = [words_for(language) for language in languages_told()]
    found = {
        folded(name): codes
        for words in every
        for codes, text in DISSOLVED
        for name in _names(text, words)
    }
    return MappingProxyType(found)


def _names(text: Text, words: Words) -> list[str]:
    return [name.strip() for name in words(text).split(",")]


def _without_article(name: str) -> Iterator[str]:
    """Yield a name folded, as it is and without its article, in any language told."""
    yield folded(name)
    for words in map(words_for, languages_told()):
        for article in _names(ARTICLES, words):
            begin = article if article.endswith("’") else f"{article} "
            if name.replace("'", "’").lower().startswith(begin):
                yield folded(name[len(begin) :])
