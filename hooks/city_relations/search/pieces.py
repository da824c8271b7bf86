"""Shelves merged into the files a browser fetches."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from city_relations.published import Asset
from city_relations.search.blocks import Shelf, recipe
from city_relations.search.postings import Posted, merged
from city_relations.store import Store

FULL = 24_000  # characters of a file of words after which the next begins
FAMILY = 4  # words that begin with so many letters alike stand in one file: their stem may be one
SPELLINGS = 4000


@dataclass(frozen=True)
class Run:
    """Words that stand together, as text of JSON: what they weigh where, and at what positions.

    `spellings` are how each is written, with the number of documents that hold it.
    """

    first: str
    words: str
    positions: str
    spellings: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Pieces:
    """The files of an index: where each piece begins with its versions, and the files."""

    starts: tuple[tuple[str, str, str], ...]
    files: tuple[Asset, ...]
    spellings: tuple[str, ...]


def pieces(found: Sequence[Shelf], store: Store, folder: str) -> Pieces:
    """Merge shelves; what no shelf changed is not merged again."""
    told = [run for letters in _letters(found) for run in _merged(found, letters, store)]
    starts, files = [], []
    for i, group in enumerate(_filled(told)):
        words = f"[{','.join(run.words for run in group)}]".encode()
        positions = f"[{','.join(run.positions for run in group)}]".encode()
        starts.append((group[0].first, version(words), version(positions)))
        files += [Asset(f"{folder}words/{i}.json", words)]
        files += [Asset(f"{folder}positions/{i}.json", positions)]
    return Pieces(tuple(starts), (*files, *_sheets(found, folder)), tuple(_spellings(told)))


def version(content: bytes) -> str:
    """Return a few letters that change with the content."""
    return hashlib.sha256(content).hexdigest()[:8]


def _letters(found: Iterable[Shelf]) -> list[bytes]:
    return sorted({letters for shelf in found for letters in shelf.lines})


def _merged(found: Sequence[Shelf], letters: bytes, store: Store) -> Iterator[Run]:
    lines = [(shelf.start, shelf.lines[letters]) for shelf in found if letters in shelf.lines]
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


def _sheets(found: Iterable[Shelf], folder: str) -> Iterator[Asset]:
    shown = (sheet for shelf in found for sheet in shelf.sheets)
    for i, sheet in enumerate(shown):
        yield Asset(f"{folder}sheets/{i}.json", sheet)


def _spellings(told: Iterable[Run]) -> list[str]:
    """Return the words most often written, the most frequent first."""
    counted = [pair for run in told for pair in run.spellings]
    best = sorted(counted, key=lambda pair: (-pair[1], pair[0]))[:SPELLINGS]
    return [word for word, _ in best]
