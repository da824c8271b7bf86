"""One line of text as its author meant it, pasted from a page, a PDF or a word processor."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from city_relations.language.raised import beside_the_line
from city_relations.schema.nearest import is_blank

ENTITY = re.compile(r"&(?:[a-zA-Z]{2,31}|#\d{1,7}|#[xX][\da-fA-F]{1,6});")
# Where a word may be broken: nobody sees them, and whoever searches for the word misses it.
HINTS = re.compile("[\u00ad\u200b\ufeff]")


def decoded(text: str) -> str:
    """Return a text with each entity of HTML as its sign, decoded once: `&eacute;` is « é »."""
    if not ENTITY.search(text):
        return text
    return unicodedata.normalize("NFC", ENTITY.sub(lambda found: unescape(found[0]), text))


def one_line(text: str) -> str:
    """Return one line of text; nothing where there is nothing to see.

    A line end inside becomes a space, as YAML folds it, and what a PDF wrote raised stands beside
    its word.
    """
    signs = HINTS.sub("", decoded(text))
    told = "" if is_blank(signs) else beside_the_line(" ".join(signs.split()))
    return text if told == text else told  # of thousands held as read, most are held once
