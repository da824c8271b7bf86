"""Fonts for pictures: our Latin, and other scripts only where a font has every letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Protocol
from unicodedata import bidirectional, category

from PIL import Image, ImageDraw, ImageFont

from city_relations.pictures.letters import FONTS, letters_of

TITLES = FONTS / "relations-display-semibold.ttf"
TEXT, STRONG_TEXT = FONTS / "relations-text-regular.ttf", FONTS / "relations-text-semibold.ttf"
HAN, JAPANESE = FONTS / "relations-han-regular.otf", FONTS / "relations-japanese-regular.otf"
KOREAN = FONTS / "relations-korean-regular.otf"
SCRIPTS = (
    FONTS / "relations-arabic-regular.ttf",
    FONTS / "relations-hebrew-regular.ttf",
    *(KOREAN, HAN, JAPANESE),
)
STRONG_SCRIPTS = (
    FONTS / "relations-arabic-bold.ttf",
    FONTS / "relations-hebrew-bold.ttf",
    *(KOREAN, HAN, JAPANESE),
)
Font = ImageFont.FreeTypeFont


@cache
def font(path: Path, size: int) -> Font:
    """Open a font at a size in pixels."""
    return ImageFont.truetype(path, size)


@dataclass(frozen=True, eq=False)
class Stamp:
    """What is drawn of a text: how much of each pixel it covers, and where from the pen it is."""

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
        return _standing_alone(self.path).issuperset(text)

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
def _standing_alone(path: Path) -> frozenset[str]:
    """Return the letters of a font that are drawn the same whatever stands beside them."""
    return frozenset(filter(_stands_alone, letters_of(path)))


def _stands_alone(letter: str) -> bool:
    """Return whether a letter is drawn the same whatever stands beside it."""
    return category(letter)[0] != "M" and bidirectional(letter) not in ("R", "AL", "NSM")


@cache
def _of(path: Path, size: int) -> tuple[Callable[[str], Stamp], Callable[[str, str], float]]:
    """Return what draws a letter of a font, and what says how far it moves the pen, each once."""
    opened = font(path, size)
    return cache(partial(stamped, opened)), cache(partial(_advance, opened))


def stamped(opened: Font, text: str) -> Stamp:
    """Draw a letter, or a text whose letters change by their neighbours."""
    left, top, right, bottom = (round(side) for side in opened.getbbox(text))
    cover = Image.new("L", (max(right - left, 1), max(bottom - top, 1)), 0)
    ImageDraw.Draw(cover).text((-left, -top), text, font=opened, fill=255)
    return Stamp(cover, left, top)


def _advance(opened: Font, letter: str, following: str) -> float:
    """Return how far the pen goes on after a letter: pairs such as « Av » stand closer."""
    return opened.getlength(letter + following) - (opened.getlength(following) if following else 0)


class Measure(Protocol):
    """What knows how wide a text is in pixels."""

    def getlength(self, text: str) -> float:
        """Return the width of a text."""


def lines(text: str, opened: Measure, width: int) -> Iterator[str]:
    """Break a text into lines no wider than `width`; a firm space does not break.

    Chinese and Japanese break between their signs, but before no mark that closes (JIS X 4051).
    """
    line = ""
    for gap, piece in _pieces(text):
        longer = f"{line}{gap}{piece}".strip()
        if line and opened.getlength(longer) > width:
            yield line
            longer = piece
        line = longer
    yield line


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield what is not to be broken, each with the space that stands before it, if any."""
    for word in text.split(" "):
        gap = " "
        for piece in re.findall(_PIECE, word) or [word]:
            yield gap, piece
            gap = ""


_EAST = r"\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_OPENS, _CLOSES = (
    "「『（〈《【",
    "、。，．・：；？！」』）〉》】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々",
)
# Compiled when a card is drawn.
_PIECE = rf"[{_OPENS}]*(?:[{_EAST}]|[^{_EAST}{_OPENS}{_CLOSES}]+)[{_CLOSES}]*"
