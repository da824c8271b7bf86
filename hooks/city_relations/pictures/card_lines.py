"""The lines of a card: how large they are, and how a text is fitted into its column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from city_relations.pictures.lettering import lines
from city_relations.pictures.runs import Lettering

LINE = 1.12  # from one line to the next, in sizes of the letters


@dataclass(frozen=True)
class Layout:
    """How large the words of a card are, in pixels, and how wide their column is.

    Sizes are the largest first: the first is taken at which a text fits into so many lines.
    """

    edge: int
    width: int
    top: int
    kicker: tuple[tuple[int, int], ...]
    gap: int
    title: tuple[tuple[int, int], ...]
    own_name: tuple[tuple[int, int], ...]
    foot: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Told:
    """Lines, and the letters they are written in."""

    letters: Lettering
    lines: tuple[str, ...]


def fitted(
    text: str, letters_of: Callable[[int], Lettering], sizes: Sequence[tuple[int, int]], width: int
) -> Told:
    """Return the lines of a text in the largest of sizes at which it fits in the lines it may have.

    What fits at none is cut short.
    """
    for size, most in sizes:
        letters = letters_of(size)
        told = letters.drawable(text)
        found = list(lines(told, letters, width)) if told else []
        if len(found) <= most and all(letters.getlength(line) <= width for line in found):
            return Told(letters, tuple(found))
    pieces = [piece for line in found for piece in _broken(line, letters, width)]
    last = (
        [_cut_short(pieces[most - 1], letters, width)] if len(pieces) > most else pieces[most - 1 :]
    )
    return Told(letters, (*pieces[: most - 1], *last))


def _broken(line: str, letters: Lettering, width: int) -> Iterator[str]:
    """Break a line where it is too wide, as one of a single long word is."""
    while letters.getlength(line) > width:
        sizes = range(len(line) - 1, 0, -1)
        fits = next((n for n in sizes if letters.getlength(line[:n]) <= width), 1)
        fits = line.rfind("-", 0, fits) + 1 or fits
        yield line[:fits]
        line = line[fits:]
    yield line


def _cut_short(line: str, letters: Lettering, width: int) -> str:
    """Say that a line goes on, as far as there is room."""
    while letters.getlength(f"{line} …") > width:
        line = line[:-1].rstrip()
    return f"{line} …"
