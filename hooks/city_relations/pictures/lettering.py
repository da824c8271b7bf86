"""Fonts for pictures: the theme's Latin, and other scripts only where a font has every letter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PIL import ImageFont, features

HERE = Path(__file__).parent
THEME = HERE.parent / "theme" / "assets" / "fonts"
DISPLAY, TEXT = THEME / "relations-display.woff2", THEME / "relations-text.woff2"
SCRIPTS = (HERE / "fonts" / "arabic.woff2", HERE / "fonts" / "han.woff2")
NOBODY = "\U0010ffff"  # a character no font has, drawn as a font's empty box
Font = ImageFont.FreeTypeFont


@cache
def font(path: Path, size: int, weight: int = 0) -> Font:
    """Open a font at a size in pixels; `weight` is for those that have several."""
    found = ImageFont.truetype(path, size)
    if weight:
        found.set_variation_by_axes([weight])
    return found


@cache
def _has(path: Path, letter: str) -> bool:
    opened = font(path, 40)
    return bytes(opened.getmask(letter)) != bytes(opened.getmask(NOBODY))


def font_for(text: str, size: int, first: Path = TEXT) -> Font | None:
    """Give a font that has every letter of a text; none where there is none."""
    letters = {letter for letter in text if not letter.isspace()}
    # Without its shaping library Pillow draws Arabic letters apart and backwards.
    for path in (first, *SCRIPTS) if features.check("raqm") else (first,):
        if all(_has(path, letter) for letter in letters):
            return font(path, size)
    return None


def lines(text: str, opened: Font, width: int) -> Iterator[str]:
    """Break a text into lines no wider than `width`; a firm space does not break."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and opened.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    yield line
