"""What a page costs to fetch: itself, its stylesheets and its scripts, each compressed."""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath

from city_relations.language.words import Text, say
from city_relations.problems import Problem
from city_relations.publish.own_files import files_below
from city_relations.publish.script_sheet import SHEET as SCRIPT_SHEET
from city_relations.published import BUDGET, MAP_BUDGET, kilo

MAP = "map"
KIND = re.compile(rb'<body class="[^"]*rel-page--([\w-]+)')
SHEET = re.compile(rb'<link rel="stylesheet"[^>]*? href="([^"?#]+)')
SCRIPT = re.compile(rb'<script src="([^"?#]+)')


Paths = tuple[str, ...]


@dataclass(frozen=True)
class Seen:
    """What is known of a page by its HTML alone; `shared` and `own` are files that it asks for."""

    kind: str
    length: int
    shared: Paths
    own: Paths


@dataclass(frozen=True)
class Weight:
    """One page's weight in bytes.

    `length` is its HTML as it stands, `text` the same compressed, `shared` what its head asks for,
    like every page's, and `own` what its body asks for.
    """

    file: Path
    path: str
    kind: str
    length: int
    shared: int
    own: int

    @cached_property
    def text(self) -> int:
        """Return what the page itself weighs; compressing is slow, so only when it is asked."""
        return compressed(self.file.read_bytes())

    @property
    def total(self) -> int:
        """Return what a first visit to this page fetches, letters and pictures apart."""
        return self.text + self.shared + self.own

    @property
    def asked(self) -> int:
        """Return what the budget counts beside the page's text."""
        return self.own if self.kind == MAP else self.own + self.shared

    @property
    def budget(self) -> int:
        """Return what the page may weigh."""
        return MAP_BUDGET if self.kind == MAP else BUDGET

    @property
    def too_heavy(self) -> bool:
        """Return whether the page is over its budget; a short one is not, however it compresses."""
        room = self.budget - self.asked
        return self.length > room and self.text > room


def compressed(data: bytes) -> int:
    """Return how many bytes a server sends for a file, as gzip."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return len(packer.compress(data)) + len(packer.flush())


class PageWeights:
    """Weighs the pages of a folder once they stand there, and each shared file, once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, int] = {}
        self._seen: dict[str, Seen] = {}
        self._pages: dict[str, Weight] = {}
        self._alike: dict[Paths, Paths] = {}  # most pages ask for the same: it is held once

    @property
    def pages(self) -> tuple[Weight, ...]:
        """Return the weight of every page, by path; a page without our frame has none.

        Pages that were written since are weighed; what was weighed is not written anew.
        """
        paths = sorted(files_below(str(self._folder), ".html"))
        self._pages |= {path: self._weigh(path) for path in paths if path not in self._pages}
        return tuple(weight for path in paths if (weight := self._pages[path]).kind)

    def note(self, path: str, seen: Seen) -> None:
        """Take what was seen of a page; what it asks for may be written later."""
        shared, own = (self._alike.setdefault(one, one) for one in (seen.shared, seen.own))
        self._seen[path] = Seen(sys.intern(seen.kind), seen.length, shared, own)

    @cached_property
    def letters(self) -> int:
        """Return the weight of the fonts of every page, which a visit fetches once."""
        return self._weight_of_fonts(of_other_scripts=False)

    @cached_property
    def other_letters(self) -> int:
        """Return the weight of the fonts for letters of other scripts, fetched where they are."""
        return self._weight_of_fonts(of_other_scripts=True)

    def _weight_of_fonts(self, *, of_other_scripts: bool) -> int:
        sheet = self._folder / SCRIPT_SHEET
        named = sheet.read_text(encoding="utf-8") if sheet.is_file() else ""
        asked = (path for path in self._fonts if (path in named) is of_other_scripts)
        return sum((self._folder / path).stat().st_size for path in asked)

    @cached_property
    def _fonts(self) -> tuple[str, ...]:
        return tuple(files_below(str(self._folder), ".woff2"))

    def _weigh(self, path: str) -> Weight:
        file = self._folder / path
        if path not in self._seen:
            self.note(path, seen_of(path, file.read_bytes()))
        seen = self._seen.pop(path)
        shared, own = (sum(map(self._file, asked)) for asked in (seen.shared, seen.own))
        return Weight(file, path, seen.kind, seen.length, shared, own)

    def _file(self, path: str) -> int:
        if path not in self._files:
            file = self._folder / path
            self._files[path] = compressed(file.read_bytes()) if file.is_file() else 0
        return self._files[path]


def seen_of(path: str, html: bytes) -> Seen:
    """Return what is known of the page at a path by its HTML alone."""
    head, mark, body = html.partition(b"<body")
    kind = KIND.match(mark + body[:200])
    asked = (tuple(_path(path, url) for url in _asked(part)) for part in (head, body))
    return Seen(kind[1].decode() if kind else "", len(html), *asked)


def _path(page: str, url: str) -> str:
    """Return the path from the site's root of what a page asks for."""
    return url.lstrip("/") if url.startswith("/") else normpath(join(dirname(page), url))


def _asked(html: bytes) -> list[str]:
    """Return the stylesheets and scripts a piece of a page asks for, each once."""
    found = SHEET.findall(html) if b'<link rel="s' in html else []
    found += SCRIPT.findall(html) if b"<script src" in html else []
    return [url.decode() for url in dict.fromkeys(found)]


def overweight(weights: tuple[Weight, ...], sources: Mapping[str, str]) -> Iterator[Problem]:
    """Tell of every page over its budget; `sources` gives the file a page was written in."""
    for weight in weights:
        if weight.too_heavy:
            file = sources.get(weight.path, weight.path)
            yield Problem(file, 1, 1, "", _too_heavy(weight), rule="page-too-heavy")


def _too_heavy(weight: Weight) -> Text:
    address = "/" + weight.path.removesuffix("index.html")
    figures = {
        "address": address,
        "weight": kilo(weight.text + weight.asked),
        "text": kilo(weight.text),
        "rest": kilo(weight.asked),
        "budget": kilo(weight.budget),
    }
    if 2 * weight.text > weight.budget:
        return say(
            "the page {address} weighs {weight} kB compressed, {text} of them its text; it may "
            "weigh {budget}: shorten the text, or make two pages of it.",
            **figures,
        )
    return say(
        "the page {address} weighs {weight} kB compressed, {rest} of them stylesheets and scripts; "
        "it may weigh {budget}: the theme must become lighter.",
        **figures,
    )


@dataclass(frozen=True)
class KindWeight:
    """The pages of one kind, and the longest of them, which alone is weighed."""

    kind: str
    pages: int
    longest: Weight


def by_kind(weights: tuple[Weight, ...]) -> tuple[KindWeight, ...]:
    """Sum up each kind of page, the heaviest kind first, as heavy as it is told."""
    kinds: dict[str, list[Weight]] = {}
    for weight in sorted(weights, key=lambda weight: (weight.length, weight.path)):
        kinds.setdefault(weight.kind, []).append(weight)
    found = [KindWeight(kind, len(pages), pages[-1]) for kind, pages in kinds.items()]
    return tuple(sorted(found, key=lambda one: (-kilo(one.longest.total), one.kind)))
