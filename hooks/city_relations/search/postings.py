"""Where words stand, as text that is merged without being read: documents counted from any start.

A line is the first letters of some words, a tab, and an entry a word, with `;` between. An entry is
`word stems written count first weight last gaps positions`: of the first document its number and
the word's weight, of the others the gap from the last times `GAP` plus the weight, each after a
comma; positions are told document by document: how many, then where, as gaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

HEAVIEST = 31
GAP = HEAVIEST + 1
LETTERS = 3  # words that begin with as many letters alike are merged together


@dataclass(slots=True)
class Posted:
    """A word as it stands in documents that follow each other: see the module."""

    stems: str
    written: str
    count: int
    first: int
    weight: str
    last: int
    gaps: list[str] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)

    def entry(self, word: str) -> str:
        """Return the word as an entry."""
        told = f"{self.count} {self.first} {self.weight} {self.last}"
        gaps, positions = "".join(self.gaps), ",".join(self.positions)
        return f"{word} {self.stems} {self.written} {told} {gaps} {positions}"

    def postings(self) -> str:
        """Return the documents and weights, as numbers between commas."""
        return f"{self.first * GAP + int(self.weight)}{''.join(self.gaps)}"


def merged(parts: Iterable[tuple[int, str]]) -> dict[str, Posted]:
    """Merge the entries of lines, each with the number its documents are counted from."""
    words: dict[str, Posted] = {}
    for start, entries in parts:
        for entry in entries.split(";"):
            word, stems, written, count, first, weight, last, gaps, positions = entry.split(" ")
            held = words.get(word)
            if held is None:
                at = (start + int(first), weight, start + int(last))
                words[word] = Posted(stems, written, int(count), *at, [gaps], [positions])
                continue
            if stems != held.stems:
                held.stems = ",".join(sorted({*held.stems.split(","), *stems.split(",")}))
            held.count += int(count)
            held.gaps.append(f",{(start + int(first) - held.last) * GAP + int(weight)}{gaps}")
            held.last = start + int(last)
            held.positions.append(positions)
    return words


def lines(words: dict[str, Posted]) -> bytes:
    """Return words as lines, by their first letters, in order."""
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        found.setdefault(word[:LETTERS], []).append(words[word].entry(word))
    return "\n".join(f"{letters}\t{';'.join(told)}" for letters, told in found.items()).encode()


def by_letters(told: bytes) -> dict[bytes, bytes]:
    """Part lines into first letters and entries."""
    return dict(line.split(b"\t", 1) for line in told.split(b"\n") if line)


def all_lines(parts: Sequence[tuple[int, bytes]]) -> bytes:
    """Merge all lines of several starts."""
    held = [(start, by_letters(told)) for start, told in parts]
    words: dict[str, Posted] = {}
    for letters in sorted({letters for _, theirs in held for letters in theirs}):
        words |= merged(
            (start, theirs[letters].decode()) for start, theirs in held if letters in theirs
        )
    return lines(words)
