"""What pages say in which language, and what our catalogues say: so that no word is unmarked."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

from babel.messages.pofile import read_po

from city_relations.language.words import LOCALES

# Where a sentence has a value or an element, its words are those on either side.
_HOLE = re.compile(r"\{\w*\}|%\(\w+\)[sd]|<[^>]*>")
# What is shorter than so many letters, or one word alone, may be said in several languages.
SHORT = 12
HEARD = ("aria-label", "alt", "title", "placeholder")


@cache
def sentences(language, half):
    """Return the pieces of a catalogue's sentences that nobody takes for another language's."""
    path = LOCALES / ("fr" if language == "en" else language) / "LC_MESSAGES" / f"{half}.po"
    with path.open("rb") as file:
        own = path.parent.parent.name
        found = [one for one in read_po(file, locale=own) if one.id and one.context != "address"]
    told = [one.id if language == "en" else one.string for one in found]
    said = [text for one in told for text in ([one] if isinstance(one, str) else one)]
    pieces = [" ".join(piece.split()) for text in said for piece in _HOLE.split(unescape(text))]
    plain = {piece.strip(" .,:;!?") for piece in pieces}
    return frozenset(one for one in plain if len(one) > SHORT and " " in one)


def said_in(element, language, spoken=""):
    """Yield what a document says in a language, to the eye and to the ear."""
    if not isinstance(element.tag, str) or element.tag in {"script", "style"}:
        return
    spoken = element.get("lang", spoken)
    if spoken == language:
        yield from (element.get(name, "") for name in HEARD)
        yield element.text or ""
    for child in element:
        yield from said_in(child, language, spoken)
        yield (child.tail or "") if spoken == language else ""


def told_in(root, language):
    """Return what a document says in a language, in one line."""
    return " ".join(" ".join(said_in(root, language)).split())


def holds(told, text):
    """Return whether a text stands in another as words of its own."""
    return text in told and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", told) is not None
