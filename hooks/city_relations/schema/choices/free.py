"""What is written where nothing is to be paid, in each language."""

from __future__ import annotations

from functools import cache

from city_relations.language.words import languages_told, say_in, words_for
from city_relations.schema.nearest import folded

FREE = say_in("price", "free, free of charge, free entry, free admission")


def is_free(written: str) -> bool:
    """Return whether somebody writes that it costs nothing, in any language."""
    return folded(written) in _ways()


@cache
def _ways() -> frozenset[str]:
    told = (words_for(language)(FREE).split(", ") for language in languages_told())
    return frozenset(folded(way) for ways in told for way in ways)
