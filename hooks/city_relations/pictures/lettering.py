"""Fonts for pictures: our Latin, and other scripts only where a font has every letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Protocol
from unicodedata import combining

from PIL import Image, ImageDraw, ImageFont, features

from city_relations.pictures.letters import FONTS, letters_of

TITLES = FONTS / "relations-display-semibold.ttf"
TEXT, STRONG_TEXT = FONTS / "relations-text-regular.ttf", FONTS / "relations-text-semibold.ttf"
SCRIPTS = (
    FONTS / "relations-arabic-regular.ttf",
    FONTS / "relations-han-regular.otf",
    FONTS / "relations-japanese-regular.otf",
)
Font = ImageFont.FreeTypeFont


@cache
def font(path: Path, size: int) -> Font:
    """Open a font at a size in pixels."""
    return ImageFont.truetype(path, size)


@cache
def _letters(path: Path) -> frozenset[str]:
    return letters_of(path)


@dataclass(frozen=True, eq=False)
class Stamp:
    """A letter as it is drawn: how much of each pixel it covers, and where from the pen it is."""

    cover: Image.Image
    left: int
    top: int


@dataclass(frozen=True)
class Face:
    """A font at a size, whose letters are drawn once and put side by side after that.

    For scripts whose letters do not change by their neighbours; `has` says which texts those are.
    """

    path: Path
    size: int

    def has(self, text: str) -> bool:
        """Return whether a text can be set letter by letter, in this font alone."""
        return all(letter in _letters(self.path) and not combining(letter) for letter in text)

    def placed(self, text: str) -> Iterator[tuple[float, Stamp]]:
        """Yield each letter of a text and how far from the beginning it stands, in pixels."""
        at, stamp, advance = 0.0, *_of(self.path, self.size)
        for letter, following in zip(text, (*text[1:], ""), strict=True):
            yield at, stamp(letter)
            at += advance(letter, following)

    def getlength(self, text: str) -> float:
        """Return the width of a text in pixels."""
        if not self.has(text):
            return font(self.path, self.size).getlength(text)
        _, advance = _of(self.path, self.size)
        return sum(map(advance, text, (*text[1:], "")))


@cache
def _of(path: Path, size: int) -> tuple[Callable[[str], Stamp], Callable[[str, str], float]]:
    """Return what draws a letter of a font, and what says how far it moves the pen, each once."""
    opened = font(path, size)
    return cache(partial(_stamp, opened)), cache(partial(_advance, opened))


def _stamp(opened: Font, letter: str) -> Stamp:
    left, top, right, bottom = (round(side) for side in opened.getbbox(letter))
    cover = Image.new("L", (max(right - left, 1), max(bottom - top, 1)), 0)
    ImageDraw.Draw(cover).text((-left, -top), letter, font=opened, fill=255)
    return Stamp(cover, left, top)


def _advance(opened: Font, letter: str, following: str) -> float:
    """Return how far the pen goes on after a letter: pairs such as « Av » stand closer."""
    return opened.getlength(letter + following) - (opened.getlength(following) if following else 0)


def font_for(text: str, size: int, first: Path = TEXT) -> Font | None:
    """Return a font that has every letter of a text; none where there is none."""
    letters = {letter for letter in text if not letter.isspace()}
    # Without its shaping library Pillow draws Arabic letters apart and backwards.
    for path in (first, *SCRIPTS) if features.check("raqm") else (first,):
        if letters <= _letters(path):
            return font(path, size)
    return None


class Measure(Protocol):
    """What knows how wide a text is in pixels."""

    def getlength(self, text: str) -> float:
        """Return the width of a text."""


def lines(text: str, opened: Measure, width: int) -> Iterator[str]:
    """Break a text into lines no wider than `width`; a firm space does not break."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and opened.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    yield line
