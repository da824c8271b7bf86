"""Documents read into postings, a few at a time; what was read before is not read again."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from city_relations.progress import INDEXING, SILENT, Progress
from city_relations.search.entries import Documents, Entry, sheets
from city_relations.search.postings import (
    GAP,
    HEAVIEST,
    Posted,
    all_lines,
    lines,
)
from city_relations.search.words import Folder, split
from city_relations.store import Store, recipe_of

BLOCK = 16  # documents read together
SHELF = 32  # blocks merged together
SHEET = 2  # documents of a sheet
APART = 10  # positions between two fields: words in quotes stand in one
TITLE, SUMMARY, TEXT = 8, 3, 1
# BM25: how soon a word said again weighs no more, how much a long text counts for less, and the
# length of a usual text in words. A fixed length, so that one text changed changes no other.
SOON, LONG, USUAL = 1.2, 0.75, 300
LETTERS_A_WORD = 6  # in running text, with the blank after it


@dataclass(frozen=True)
class Shelf:
    """Blocks that follow each other: their versions, the lines of their words, their sheets."""

    start: int
    versions: tuple[str, ...]
    words: bytes
    sheets: tuple[bytes, ...]


def shelves(
    found: Documents, common: frozenset[str], store: Store, progress: Progress = SILENT
) -> Iterator[Shelf]:
    """Read documents shelf by shelf, and of a shelf that is not known, block by block."""
    reader, count = _Reader(found, common, store), len(found.facts)
    for start in progress.over(INDEXING, range(0, count, BLOCK * SHELF)):
        facts = found.facts[start : start + BLOCK * SHELF]
        blocks = [facts[i : i + BLOCK] for i in range(0, len(facts), BLOCK)]
        keys = reader.keys(blocks)
        made = store.get_or_make(_key("shelf", *keys), reader.shelf(keys, blocks))
        words, shown = made.split(b"\n\n")
        versions = tuple(key[:8] for key in keys)
        yield Shelf(start, versions, words, tuple(shown.split(b"\n")))


@cache
def recipe() -> str:
    """Return a digest of how documents are read and merged here."""
    return recipe_of(sorted(Path(__file__).parent.glob("*.py")), "snowballstemmer", "pystemmer")


def _key(*parts: str) -> str:
    told = " ".join(("search", recipe(), *parts))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:40]


class _Reader:
    """Reads blocks; each word is folded once."""

    def __init__(self, found: Documents, common: frozenset[str], store: Store) -> None:
        self._found, self._common, self._store = found, common, store
        self._fold, self._ignored = Folder(), ",".join(sorted(common))

    def keys(self, blocks: Sequence[Sequence[Entry]]) -> list[str]:
        """Return the keys of what is read of blocks; no document is read whose print is known."""
        facts = [one for block in blocks for one in block]
        prints = [self._found.print_of(one.address) for one in facts]
        told = _key("keys", self._ignored, repr(facts), *prints)
        made = self._store.get_or_make(told, lambda: " ".join(map(self._key, blocks)).encode())
        return made.decode().split(" ")

    def _key(self, block: Sequence[Entry]) -> str:
        return _key(self._ignored, repr(self._read(block)))

    def _read(self, block: Sequence[Entry]) -> list[Entry]:
        return [*map(self._found.read, block)]

    def shelf(self, keys: Sequence[str], blocks: Sequence[Sequence[Entry]]) -> Callable[[], bytes]:
        """Return what makes a shelf of its blocks."""

        def make() -> bytes:
            made = [
                self._store.get_or_make(key, lambda block=block: self._block(self._read(block)))  # type: ignore[misc]
                for key, block in zip(keys, blocks, strict=True)
            ]
            parts = [one.split(b"\n\n") for one in made]
            words = all_lines([(i * BLOCK, part[0]) for i, part in enumerate(parts)])
            return words + b"\n\n" + b"\n".join(part[1] for part in parts)

        return make

    def _block(self, block: Sequence[Entry]) -> bytes:
        """Return the lines of a block, a blank line, and its sheets."""
        words: dict[str, Posted] = {}
        for i, entry in enumerate(block):
            length = len(entry.text) // LETTERS_A_WORD
            norm = SOON * (1 - LONG + LONG * min(length, 10 * USUAL) / USUAL)
            for word, (weight, stem, written, at) in self._words(entry).items():
                told = max(1, round(HEAVIEST * weight / (weight + norm)))
                gaps = [b - a for a, b in zip([0, *at], at, strict=False)]
                positions = ",".join(map(str, (len(at), *gaps)))
                _post(words, word, Posted(stem, written, 1, i, str(told), i, [], [positions]))
        shown = list(sheets(block))
        pages = (compact(shown[i : i + SHEET]) for i in range(0, len(shown), SHEET))
        return lines(words) + b"\n\n" + "\n".join(pages).encode("utf-8", "replace")

    def _words(self, entry: Entry) -> dict[str, tuple[int, str, str, list[int]]]:
        """Return each word of a document: weight, stem, how it is first written, positions."""
        fields = [(entry.title, TITLE), *((name, TITLE) for name in entry.names)]
        fields += [(entry.summary, SUMMARY), (entry.told, TEXT), (entry.text, TEXT)]
        weights: defaultdict[str, int] = defaultdict(int)
        places: dict[str, list[int]] = {}
        at = 0
        for text, weight in fields:
            for word in split(text):
                at += 1
                weights[word] += weight
                places.setdefault(word, []).append(at)
            at += APART
        found: dict[str, tuple[int, str, str, list[int]]] = {}
        for written, there in places.items():
            word, stem = self._fold(written, entry.language)
            if not word or word in self._common:
                continue
            before = found.get(word)
            if before:
                told = (before[0] + weights[written], before[1], before[2])
                found[word] = (*told, sorted([*before[3], *there]))
            else:
                found[word] = (weights[written], stem or word, written.lower(), there)
        return found


def _post(words: dict[str, Posted], word: str, told: Posted) -> None:
    """Add a document to a word of a block."""
    held = words.setdefault(word, told)
    if held is told:
        return
    if told.stems not in held.stems.split(","):
        held.stems = ",".join(sorted((*held.stems.split(","), told.stems)))
    held.gaps.append(f",{(told.first - held.last) * GAP + int(told.weight)}")
    held.count, held.last = held.count + 1, told.last
    held.positions += told.positions


def compact(value: object) -> str:
    """Return JSON without a blank that says nothing."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
