"""Shelves merged into the files a browser fetches."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from city_relations.published import Asset
from city_relations.search.blocks import SHEET, Shelf, recipe
from city_relations.search.postings import Posted, merged
from city_relations.spool import Span, Spool
from city_relations.store import Store

FULL = 24_000  # characters of a file of words after which the next begins
FAMILY = 4  # words that begin with so many letters alike stand in one file: their stem may be one
SPELLINGS = 4000
MANY = 10 * SPELLINGS  # words counted, after which only the best are remembered


@dataclass(frozen=True)
class Run:
    """Words that stand together, as text of JSON: what they weigh where, and at what positions.

    `spellings` are how each is written, with the number of documents that hold it.
    """

    first: str
    words: str
    positions: str
    spellings: tuple[tuple[str, int], ...]


class Lines:
    """The lines of the words of shelves, put aside, each by its first letters."""

    def __init__(self) -> None:
        self._spool = Spool()
        self._at: dict[bytes, list[tuple[int, Span]]] = {}

    def add(self, shelf: Shelf) -> None:
        """Put the lines of a shelf aside."""
        at = self._spool.put(shelf.words).start
        for line in shelf.words.split(b"\n"):
            letters, mark, entries = line.partition(b"\t")
            if mark:
                span = Span(at + len(letters) + 1, len(entries))
                self._at.setdefault(letters, []).append((shelf.start, span))
            at += len(line) + 1

    @property
    def letters(self) -> list[bytes]:
        """Return the first letters there are, in order."""
        return sorted(self._at)

    def of(self, letters: bytes) -> list[tuple[int, bytes]]:
        """Return the lines of first letters, each with the start of its shelf."""
        return [(start, self._spool.get(span)) for start, span in self._at[letters]]


class Pieces:
    """Shelves merged into files; what no shelf changed is not merged again.

    When `files` has come to its end, `starts` tells where each piece begins, with its versions, and
    `spellings` the words most often written, the most frequent first.
    """

    def __init__(self, lines: Lines, store: Store, folder: str) -> None:
        self._lines, self._store, self._folder = lines, store, folder
        self.starts: list[tuple[str, str, str]] = []
        self._counted: list[tuple[str, int]] = []

    def files(self) -> Iterator[Asset]:
        """Yield the files of words and positions."""
        for i, group in enumerate(_filled(self._runs())):
            words = f"[{','.join(run.words for run in group)}]".encode()
            positions = f"[{','.join(run.positions for run in group)}]".encode()
            self.starts.append((group[0].first, version(words), version(positions)))
            yield Asset(f"{self._folder}words/{i}.json", words)
            yield Asset(f"{self._folder}positions/{i}.json", positions)

    @property
    def spellings(self) -> list[str]:
        """Return the words most often written."""
        return [word for word, _ in _best(self._counted)]

    def _runs(self) -> Iterator[Run]:
        for letters in self._lines.letters:
            for run in _merged(self._lines.of(letters), self._store):
                self._counted += run.spellings
                yield run
            if len(self._counted) > MANY:
                self._counted = _best(self._counted)


def sheet_files(shelf: Shelf, folder: str) -> Iterator[Asset]:
    """Yield the sheets of a shelf as files."""
    for i, sheet in enumerate(shelf.sheets, shelf.start // SHEET):
        yield Asset(f"{folder}sheets/{i}.json", sheet)


def version(content: bytes) -> str:
    """Return a few letters that change with the content."""
    return hashlib.sha256(content).hexdigest()[:8]


def _merged(lines: Sequence[tuple[int, bytes]], store: Store) -> Iterator[Run]:
    digest = hashlib.sha256(f"search runs {recipe()}".encode())
    for start, line in lines:
        digest.update(b"%d " % start)
        digest.update(line)
    made = store.get_or_make(digest.hexdigest()[:40], lambda: _merge(lines))
    for run in made.decode().split("\n"):
        first, words, positions, spellings = run.split("\t")
        counted = (told.split("/") for told in spellings.split(" "))
        yield Run(first, words, positions, tuple((word, int(n)) for word, n in counted))


def _merge(lines: Sequence[tuple[int, bytes]]) -> bytes:
    """Merge the lines of some first letters into runs, a line each."""
    words = merged((start, line.decode()) for start, line in lines)
    runs = groupby(sorted(words), key=lambda word: word[:FAMILY])
    return "\n".join(_run([(word, words[word]) for word in run]) for _, run in runs).encode()


def _run(told: Sequence[tuple[str, Posted]]) -> str:
    """Write a run: words are letters and digits, so that they need no escape in JSON."""
    words = [f'["{w}","{one.stems.replace(",", " ")}",[{one.postings()}]]' for w, one in told]
    positions = (f"[{','.join(one.positions)}]" for _, one in told)
    spellings = " ".join(f"{one.written}/{one.count}" for _, one in told)
    return "\t".join([told[0][0], ",".join(words), ",".join(positions), spellings])


def _filled(told: Iterable[Run]) -> Iterator[list[Run]]:
    """Group runs into files that are full."""
    group: list[Run] = []
    size = 0
    for run in told:
        if group and size + len(run.words) > FULL:
            yield group
            group, size = [], 0
        group.append(run)
        size += len(run.words)
    if group:
        yield group


def _best(counted: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(counted, key=lambda pair: (-pair[1], pair[0]))[:SPELLINGS]
