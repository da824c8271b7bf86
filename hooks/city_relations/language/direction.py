"""Which way a language and a passage are written."""

from __future__ import annotations

import unicodedata

from city_relations.language.words import base_language

RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ps", "ur", "yi")


def direction(language: str) -> str:
    """Return the direction a language is written in, `ltr` or `rtl`."""
    return "rtl" if base_language(language) in RIGHT_TO_LEFT else "ltr"


def direction_of(text: str) -> str:
    """Return the direction of a passage, its first letter's (Unicode UAX 9, rules P2 and P3).

    Nothing for a passage without letters.
    """
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return ""
