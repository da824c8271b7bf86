"""A line in several scripts as runs, each in a font that has its letters, as they stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from unicodedata import combining

from PIL import features

from city_relations.language.direction import direction_of
from city_relations.pictures.lettering import Face, font
from city_relations.pictures.letters import letters_of

RTL = "rtl"


@dataclass(frozen=True)
class Lettering:
    """Fonts at a size: each letter is of the first that has it, or of the one before it."""

    paths: tuple[Path, ...]
    size: int

    def drawable(self, text: str) -> str:
        """Return what can be drawn of a text: signs no font has go, and so does a text of letters.

        Nobody is shown a box, nor a word that lacks letters.
        """
        if letters_of(self.paths[0]).issuperset(text):  # as most are
            return " ".join(text.split())
        lost = {letter for letter in text if not letter.isspace() and not self._path(letter)}
        if any(letter.isalpha() or combining(letter) for letter in lost):
            return ""
        return " ".join("".join(one for one in text if one not in lost).split())

    def getlength(self, text: str) -> float:
        """Return the width of a text in pixels."""
        return sum(face.getlength(part) for face, part in self.runs(text))

    def placed(self, text: str, *, rtl: bool) -> Iterator[tuple[float, float, Face, str]]:
        """Yield how far right and below each run of a line stands, its font and its text.

        A line that is read from the right has its first run last.
        """
        runs = self.runs(text, rtl=rtl)
        at, above = 0.0, max((_ascent(face) for face, _ in runs), default=0)
        for face, part in reversed(runs) if rtl else runs:
            yield at, above - _ascent(face), face, part
            at += face.getlength(part)

    def runs(self, text: str, *, rtl: bool = False) -> Sequence[tuple[Face, str]]:
        """Return the runs of a text in the order it is read."""
        first = Face(self.paths[0], self.size)
        if first.has(text):
            return [(first, text)]
        found: list[tuple[Path, str]] = []
        for letter in text:
            path = self._after(found[-1][0], letter) if found else self._path(letter)
            if found and path == found[-1][0]:
                found[-1] = (path, found[-1][1] + letter)
            else:
                found.append((path or self.paths[0], letter))
        return [(Face(path, self.size), part) for path, part in (_spaced(found) if rtl else found)]

    def _after(self, before: Path, letter: str) -> Path | None:
        """Return the font of a letter; signs and spaces stay in the font before them."""
        stays = not letter.isalnum() and letter in letters_of(before)
        return before if stays else self._path(letter)

    def _path(self, letter: str) -> Path | None:
        return next((path for path in self._drawable if letter in letters_of(path)), None)

    @cached_property
    def _drawable(self) -> tuple[Path, ...]:
        # Without its shaping library Pillow draws Arabic letters apart and backwards.
        return self.paths if features.check("raqm") else self.paths[:1]


def _spaced(runs: Sequence[tuple[Path, str]]) -> Iterator[tuple[Path, str]]:
    """Yield runs, the space before a run that is read from the right as that run's own."""
    lent = ""
    for at, (path, text) in enumerate(runs):
        after = runs[at + 1][1] if at + 1 < len(runs) else ""
        whole, lent = lent + text, ""
        if direction_of(after) == RTL and direction_of(text) != RTL:
            bare = whole.rstrip()
            whole, lent = bare, whole[len(bare) :]
        if whole:
            yield path, whole


def _ascent(face: Face) -> int:
    return font(face.path, face.size).getmetrics()[0]
