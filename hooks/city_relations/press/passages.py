"""Passages of a text as the typesetter takes them: strings, and marks around passages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any
from unicodedata import bidirectional

from city_relations.press.html_tree import Element, tree_of

Told = dict[str, Any] | str

MARKS: Mapping[str, str] = {
    "strong": "strong", "b": "strong", "em": "em", "i": "em", "cite": "em", "dfn": "em",
    "sup": "sup", "sub": "sub", "small": "small", "s": "strike", "del": "strike",
    "ins": "under", "mark": "mark", "q": "q",
}  # fmt: skip
CODE = frozenset(("code", "kbd"))
LANGUAGE = re.compile(r"(?P<language>[a-zA-Z]{2,3})(?:-.*)?")
DIRECTIONS = {"L": "ltr", "R": "rtl", "AL": "rtl"}
BLANKS = re.compile(r"[ \t\r\n]+")
# A word nobody can read is broken all the same, else it runs off the page.
ENDLESS, STEP = re.compile(r"\S{60,}"), 30
ZERO_WIDTH_SPACE = "\u200b"
LONGEST_ADDRESS = 8000  # bytes: Typst takes none that is longer
# What of the data is no text.
NO_TEXT = frozenset(("t", "lang", "dir", "side", "src", "href", "to", "id", "alt"))


@dataclass(frozen=True)
class Label:
    """Words over a picture, in its pixels: their top, where they begin, and their size.

    They are moved to the left by a `share` of their width: 0 begins there, 1 ends there.
    """

    text: str
    x: float
    y: float
    share: float
    size: float


@dataclass(frozen=True)
class Image:
    """A picture's file below the folder the typesetter may read, its size in pixels, its words.

    What is written over it says nothing that its text alternative or the text around it does not.
    """

    path: PurePosixPath
    width: int
    height: int
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True)
class Reading:
    """What a text's parts must know of the whole: its pictures, its ids and its notes."""

    images: Mapping[str, Image] = field(default_factory=dict)
    ids: frozenset[str] = frozenset()
    notes: Mapping[str, Element] = field(default_factory=dict)


def passage(html: str) -> list[Told]:
    """Tell a line of finished HTML, such as a title."""
    return trimmed(passages(tree_of(html).children, Reading()))


def passages(children: Sequence[Element | str], reading: Reading) -> Iterator[Told]:
    """Tell passages; what has no form of its own is told by what it holds."""
    for child in children:
        if isinstance(child, str):
            yield breaking(BLANKS.sub(" ", child))
        elif child.tag == "br":
            yield {"t": "br", "c": []}
        else:
            yield from _passage(child, reading)


def _passage(element: Element, reading: Reading) -> Iterator[Told]:
    note = _note(element, reading)
    held: list[Told] = [] if note else list(passages(element.children, reading))
    manner = manner_of(element)
    if note:
        yield note
    elif element.tag in CODE:
        yield {"t": "code", "c": breaking(BLANKS.sub(" ", element.text))}
    elif element.tag == "a" and element.text.strip():
        yield _link(element, reading) | {"c": held} | manner
    elif element.tag in MARKS:
        yield {"t": MARKS[element.tag], "c": held} | manner
    elif manner:
        yield {"t": "span", "c": held} | manner
    else:
        yield from held


def _note(element: Element, reading: Reading) -> dict[str, Any] | None:
    """Return the note a raised number calls; inside a note no other is called."""
    calls = element.elements("a") if element.tag == "sup" else []
    target = calls[0].attributes.get("href", "").removeprefix("#") if calls else ""
    item = reading.notes.get(target)
    if item is None:
        return None
    inside = Reading(reading.images, reading.ids)
    held = [part for one in item.elements("p") or [item] for part in (*_unreturned(one), " ")]
    return {"t": "note", "to": target, "c": trimmed(passages(held, inside))}


def _unreturned(element: Element) -> list[Element | str]:
    """Return what a note holds but for the way back to where it is called."""
    return [
        child
        for child in element.children
        if isinstance(child, str) or "fnref" not in child.attributes.get("href", "")
    ]


def _link(element: Element, reading: Reading) -> dict[str, Any]:
    href = element.attributes.get("href", "")
    if href.startswith("#"):
        known = href[1:] in reading.ids
        return {"t": "near", "to": href[1:]} if known else {"t": "span"}
    kept = 0 < len(href.encode()) <= LONGEST_ADDRESS
    return {"t": "link", "href": href} if kept else {"t": "span"}


def manner_of(element: Element) -> dict[str, str]:
    """Return the language and direction an element states."""
    told = {}
    found = LANGUAGE.fullmatch(element.attributes.get("lang", ""))
    if found:
        told["lang"] = found["language"].lower()
    direction = element.attributes.get("dir", "").lower()
    if direction == "auto":
        strong = (DIRECTIONS.get(bidirectional(letter)) for letter in element.text)
        direction = next(filter(None, strong), "")
    if direction in DIRECTIONS.values():
        told["dir"] = direction
    return told


def breaking(text: str) -> str:
    """Let an endless word break."""
    return ENDLESS.sub(lambda found: _broken(found[0]), text) if len(text) >= STEP else text


def _broken(word: str) -> str:
    return ZERO_WIDTH_SPACE.join(word[i : i + STEP] for i in range(0, len(word), STEP))


def trimmed(told: Iterator[Told]) -> list[Told]:
    """Leave out the blanks a line begins or ends with."""
    line = list(told)
    while line and isinstance(line[0], str) and not line[0].strip(" "):
        del line[0]
    while line and isinstance(line[-1], str) and not line[-1].strip(" "):
        del line[-1]
    if line and isinstance(line[0], str):
        line[0] = line[0].lstrip(" ")
    if line and isinstance(line[-1], str):
        line[-1] = line[-1].rstrip(" ")
    return line


def letters(told: object) -> Iterator[str]:
    """Yield every text of what is told."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, Mapping):
        for name, value in told.items():
            if name not in NO_TEXT:
                yield from letters(value)
    elif isinstance(told, Sequence):
        for one in told:
            yield from letters(one)
