"""What an output gives: pages, files, and parts of hand-written pages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

from markupsafe import Markup

NOTHING = Markup()
KILO = 1000
# What a page may weigh on the wire with its styles and scripts, in bytes. The map carries its
# drawings, and is counted without what every page shares.
BUDGET, MAP_BUDGET = 75 * KILO, 60 * KILO


def kilo(size: int) -> int:
    """Return a size in kilobytes of a thousand bytes, rounded up."""
    return -(-size // KILO)


@dataclass(frozen=True)
class Heading:
    """A heading inside a page: the id it has, its words and its level from 2."""

    id: str
    title: str
    level: int = 2


@dataclass(frozen=True)
class Link:
    """A way to another page: where it lives and what it is called, as plain text.

    `language` is that of the page, where it is not the reader's.
    """

    address: str
    title: str
    language: str = ""


@dataclass(frozen=True)
class FeedLink:
    """A feed a page tells of: its media type, its title and where it lives from the root."""

    media_type: str
    title: str
    address: str


@dataclass(frozen=True)
class Alternate:
    """The same text in another language: its BCP 47 tag, its full URL and its address."""

    language: str
    url: str
    address: str


@dataclass(frozen=True)
class Card:
    """The picture shown where a page is shared: its full URL, its size in pixels, its words."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Head:
    """What machines read in the head of a page; `linked_data` is JSON-LD no tag breaks out of.

    `alternates` are the languages a page can be read in; `default` is the full URL for readers of
    none of them, where the site has several. `told_in` is the language of title and description,
    where that is not the page's.
    """

    feeds: tuple[FeedLink, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    default: str = ""
    card: Card | None = None
    linked_data: Markup = NOTHING
    told_in: str = ""


UNFINISHED = Head()


@dataclass(frozen=True)
class Page:
    """One page of the site.

    `address` is the directory URL from the site's root, such as `partenaires/turin/`; `body` is
    finished HTML that begins with the `<h1>`; `trail` leads from the home page to the parent;
    `source` is the content file a reader may edit; `updated` is a true date or nothing;
    `search_text` is the text alone, for search, where the body holds more than a reader would
    look for; `tags` are what search tells of it beside its title. Its head is
    `UNFINISHED` until its title is set and the head holds what belongs there.
    """

    address: str
    title: str
    body: Markup
    language: str
    kind: str
    description: str = ""
    trail: tuple[Link, ...] = ()
    source: str = ""
    headings: tuple[Heading, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    updated: date | None = None
    searchable: bool = True
    search_text: Markup | None = None
    tags: tuple[str, ...] = ()
    head: Head = UNFINISHED

    @property
    def path(self) -> str:
        """Return the file the page is written to, from the site's root."""
        return f"{self.address}index.html"


@dataclass(frozen=True)
class Asset:
    """One file of the site that is no page: its path from the site's root and its bytes."""

    path: str
    content: bytes


def json_asset(path: str, value: object) -> Asset:
    """Return a file of JSON, one name a line so that two versions can be compared."""
    return Asset(path, f"{_json(value)}\n".encode())


def json_list(path: str, values: Iterable[object]) -> Asset:
    """Return a file of JSON that lists values, as `json_asset` does, but holds one at a time."""
    written = StringIO()
    for value in values:
        told = _json(value).replace("\n", "\n ")
        written.write(f",\n {told}" if written.tell() else f"[\n {told}")
    written.write("\n]\n" if written.tell() else "[]\n")
    return Asset(path, written.getvalue().encode())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


@dataclass(frozen=True)
class Copy:
    """One file of the site that lies finished elsewhere: its path, and where it is copied from."""

    path: str
    file: Path


@dataclass(frozen=True)
class Insert:
    """The generated part of a hand-written page whose front matter says `relations: name`."""

    name: str
    body: Markup

    def into(self, html: str) -> str:
        """Put the part where the page has a comment `relations`, else below its text.

        Only a comment counts: the same signs in an attribute or in code are words of the page.
        """
        start = next(iter(_Marks(html).found), None)
        if start is None:
            return f"{html}{self.body}"
        return f"{html[:start]}{self.body}{html[html.index('-->', start) + 3 :]}"


class _Marks(HTMLParser):
    """Finds where the comments `relations` of a page begin."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[int] = []
        self._lines = [0, *(sign.end() for sign in re.finditer("\n", html))]
        self.feed(html)

    def handle_comment(self, data: str) -> None:
        """Note where a comment stands."""
        if data.strip() == "relations":
            line, column = self.getpos()
            self.found.append(self._lines[line - 1] + column)


@dataclass(frozen=True)
class Later:
    """What a preview makes when somebody asks for one of its paths: a page, or files.

    `kind` is a page's, or nothing for files.
    """

    paths: tuple[str, ...]
    make: Callable[[], tuple[Page | Asset | Copy, ...]]
    kind: str = ""


Output = Page | Asset | Copy | Insert | Later
