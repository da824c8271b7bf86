"""Yes and no, as anybody writes them in a language of ours."""

from __future__ import annotations

from functools import cache

from city_relations.language.words import Text, languages_told, say_in, words_for
from city_relations.schema.nearest import folded

YES = say_in("answer", "yes, y, true")
NO = say_in("answer", "no, n, false")


def yes_or_no(given: str) -> bool | None:
    """Return whether somebody says yes or no, in any language; nothing where it is neither."""
    word = folded(given.strip())
    return True if word in _ways(YES) else False if word in _ways(NO) else None


@cache
def yes_and_no() -> tuple[str, ...]:
    """List the plain words for yes and no, of each language, for editors that propose them."""
    spoken = [words_for(language) for language in languages_told()]
    told = [words(said).partition(",")[0] for words in spoken for said in (YES, NO)]
    return tuple(dict.fromkeys(told))


@cache
def _ways(said: Text) -> frozenset[str]:
    spoken = (words_for(language)(said) for language in languages_told())
    return frozenset(folded(way) for ways in spoken for way in ways.split(", "))
