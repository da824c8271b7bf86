"""A text read: its blocks, its headings and its links, each with where its author wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from markdown_it.token import Token

from city_relations.markdown.blocks import DEEPEST_READ, reader
from city_relations.markdown.source import Source, prepared

ATTRIBUTE = re.compile(r"""\b(href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
# The elements of HTML that lead somewhere; others are not on the page.
LINKING = re.compile(r"""<(?:a|img)\s(?:"[^"<]*"|'[^'<]*'|[^'"<>])*>""", re.IGNORECASE)
HTML = ("html_block", "html_inline")
CODE = ("code_block", "fence", "code_inline")


@dataclass(frozen=True)
class Target:
    """Where a link or a picture of a text leads; `offset` is where that stands in the text."""

    address: str
    offset: int
    is_picture: bool = False


@dataclass(frozen=True)
class Reading:
    """A text as its blocks; `body` is what the author wrote."""

    body: str
    source: Source
    tokens: tuple[Token, ...]

    @property
    def is_too_deep(self) -> bool:
        """Return whether it is nested as no text is: its innermost words are not read."""
        return any(token.level >= DEEPEST_READ - 2 for token in self.tokens)

    @cached_property
    def headings(self) -> tuple[tuple[str, int], ...]:
        """Return the words and the level of each heading."""
        pairs = pairwise(self.tokens)
        return tuple(
            (words_of(inline), int(opening.tag[1]))
            for opening, inline in pairs
            if opening.type == "heading_open"
        )

    def line_of(self, token: Token) -> int:
        """Return the author's line on which a block begins, from 0."""
        first = token.map[0] if token.map else 0
        return self.source.lines[min(first, len(self.source.lines) - 1)]

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for line in self.body.split("\n"):
            starts.append(at)
            at += len(line) + 1
        return starts

    def start_of(self, line: int) -> int:
        """Return the offset at which a line of the author begins."""
        return self._starts[line]

    def parts(self) -> Iterator[tuple[int, Token]]:
        """Yield each piece of each block, with the offset at which its block begins."""
        start = 0
        for token in self.tokens:
            if token.map:
                start = self.start_of(self.line_of(token))
            for part in token.children or (token,):
                yield start, part

    def targets(self) -> Iterator[Target]:
        """Yield every target of a link or picture; code is left out."""
        seen: dict[tuple[int, str], int] = {}
        for start, part in self.parts():
            for address, is_picture in _addresses(part):
                at = seen.get((start, address), start)
                offset = self.place_of(address, at)
                seen[start, address] = offset + 1
                yield Target(address, offset, is_picture)

    def place_of(self, written: str, start: int) -> int:
        """Return where a piece of text stands, at or after an offset; else that offset."""
        for form in (written, written.replace("%20", " ")):
            found = self.body.find(form, start)
            if found >= 0:
                return found
        return start


def _addresses(part: Token) -> Iterator[tuple[str, bool]]:
    if part.type == "link_open":
        if part.markup != "linkify":
            yield str(part.attrs["href"]), False
    elif part.type == "image":
        yield str(part.attrs["src"]), True
        for inner in part.children or ():
            yield from _addresses(inner)
    elif part.type in HTML:
        for tag in LINKING.findall(part.content):
            for name, *values in ATTRIBUTE.findall(tag):
                yield next(filter(None, values), ""), name.lower() == "src"


def words_of(inline: Token) -> str:
    """Return the bare words of a line of text."""
    return " ".join("".join(_words(inline.children or ())).split())


def _words(parts: Sequence[Token]) -> Iterator[str]:
    for part in parts:
        if part.type in ("text", "code_inline"):
            yield part.content
        elif part.type in ("softbreak", "hardbreak"):
            yield " "
        elif part.type == "image":
            yield from _words(part.children or ())


def read(body: str) -> Reading:
    """Read a text."""
    source = prepared(body)
    return Reading(body, source, tuple(reader().parse(source.text)))
