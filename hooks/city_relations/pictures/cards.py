"""Draws the card a link shows when it is shared: 1200 by 630 pixels, in the site's own letters."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from PIL import Image, ImageDraw

from city_relations.language.direction import direction_of
from city_relations.language.words import base_language
from city_relations.pictures.colour import PAPER, channels, mixed
from city_relations.pictures.lettering import (
    HAN,
    JAPANESE,
    SCRIPTS,
    STRONG_SCRIPTS,
    STRONG_TEXT,
    TEXT,
    TITLES,
    Face,
    Stamp,
    font,
    lines,
    stamped,
)
from city_relations.pictures.runs import RTL, Lettering

SIZE = WIDTH, HEIGHT = 1200, 630
EDGE, BAND = 84, 18
INK, MUTED = "#1d1a16", "#5a534a"
# Largest first: the first size at which a title needs no more lines than it may have.
LARGEST = 92
SIZES = ((LARGEST, 3), (76, 4), (64, 5), (52, 6))
# A palette of ramps, each from paper to a colour: the steps in which an edge of a letter fades.
STEPS = 16
RAMP_OF_INK, RAMP_OF_MUTED, RAMP_OF_ACCENT = range(3)
VERSION = 4


@dataclass(frozen=True)
class Card:
    """What a card says: above the title, the title, a name in its own script, and below.

    `language` is the title's (BCP 47); `fonts` are paths, one a line, for
    letters that ours lack.
    """

    kicker: str
    title: str
    own_name: str
    foot: str
    accent: str
    language: str = ""
    fonts: str = ""

    def lettering(self, first: Path, size: int) -> Lettering:
        """Return a font of ours at a size, with those of other scripts behind it."""
        scripts = STRONG_SCRIPTS if first in (TITLES, STRONG_TEXT) else SCRIPTS
        if base_language(self.language) == "ja":
            scripts = (*scripts[:-2], JAPANESE, HAN)
        ours = (first, TEXT) if first == TITLES else (first,)
        return Lettering((*ours, *scripts, *map(Path, self.fonts.splitlines())), size)

    @cached_property
    def headline(self) -> str:
        """Return its title; one in letters that no font has gives way to what stands below."""
        letters = self.lettering(TITLES, LARGEST)
        return letters.drawable(self.title) or letters.drawable(self.foot)

    @property
    def from_the_right(self) -> bool:
        """Return whether its title is read from the right, and all of the card with it."""
        return direction_of(self.headline) == RTL


def card_of(address: str) -> str:
    """Return where the card of the page at an address lives."""
    return f"{address}card.png"


class _Sheet:
    """A card being drawn: every pixel says how far along the ramp of a colour it is."""

    edge = EDGE

    def __init__(self, *, from_the_right: bool = False) -> None:
        self.image = Image.new("P", SIZE, 0)
        self.from_the_right = from_the_right

    def write_line(self, top: int, text: str, letters: Lettering, ramp: int) -> None:
        """Write a line in a colour from the side the card is read from."""
        told = letters.drawable(text)
        if not told:
            return
        right = WIDTH - self.edge - letters.getlength(told)
        left = right if self.from_the_right else self.edge
        for at, below, face, part in letters.placed(told, rtl=self.from_the_right):
            self.write((round(left + at), round(top + below)), part, face, ramp)

    def write(self, place: tuple[int, int], text: str, face: Face, ramp: int) -> None:
        """Write a line in a colour, its upper left corner at a place."""
        if not face.has(text):
            # Letters that change by their neighbours are drawn together.
            whole = stamped(font(face.path, face.size), text)
            self.put((place[0] + whole.left, place[1] + whole.top), whole.cover, ramp)
            return
        for at, stamp in face.placed(text):
            inked = _inked(stamp, ramp)
            where = (place[0] + round(at) + stamp.left, place[1] + stamp.top)
            self.image.paste(inked[0], where, inked[1])

    def put(self, place: tuple[int, int], cover: Image.Image, ramp: int) -> None:
        """Put a shape down, given as how much of each pixel it covers, 0 to 255."""
        self.image.paste(cover.point(RAMPS[ramp]), place, cover.point(COVERED))


@cache
def _inked(stamp: Stamp, ramp: int) -> tuple[Image.Image, Image.Image]:
    """Return a letter in a colour, as the sheet has colours, and the pixels it covers."""
    return stamp.cover.point(RAMPS[ramp]).convert("P"), stamp.cover.point(COVERED)


@cache
def _palette(accent: str) -> bytes:
    colours = (mixed(PAPER, c, i / (STEPS - 1)) for c in (INK, MUTED, accent) for i in range(STEPS))
    return bytes(channel for colour in colours for channel in channels(colour))


def _ramp(number: int) -> list[int]:
    return [number * STEPS + round(cover * (STEPS - 1) / 255) for cover in range(256)]


RAMPS = tuple(_ramp(number) for number in (RAMP_OF_INK, RAMP_OF_MUTED, RAMP_OF_ACCENT))
COVERED = [0] + [255] * 255


def draw(card: Card) -> bytes:
    """Draw a card as PNG; the same card gives the same bytes."""
    sheet = _Sheet(from_the_right=card.from_the_right)
    sheet.image.paste(RAMPS[RAMP_OF_ACCENT][255], (0, 0, WIDTH, BAND + 1))
    sheet.write_line(84, card.kicker, card.lettering(STRONG_TEXT, 34), RAMP_OF_ACCENT)
    bottom = _title(sheet, card)
    sheet.write_line(bottom + 14, card.own_name, card.lettering(TEXT, 60), RAMP_OF_MUTED)
    mark = WIDTH - EDGE - MARK[0] if card.from_the_right else EDGE
    sheet.put((mark, HEIGHT - 122), _mark(), RAMP_OF_ACCENT)
    sheet.edge = EDGE + 92
    sheet.write_line(HEIGHT - 96, card.foot, card.lettering(TEXT, 34), RAMP_OF_MUTED)
    return _png(sheet, card.accent)


def draw_told(*told: str) -> bytes:
    """Draw the card that says what it is told, in the order of its fields."""
    return draw(Card(*told))


def _title(sheet: _Sheet, card: Card) -> int:
    """Write the title as large as it fits; give where it ends."""
    opened, told = _fitted(card)
    step, top = round(opened.size * 1.12), 140
    for i, line in enumerate(told):
        sheet.write_line(top + i * step, line, opened, RAMP_OF_INK)
    return top + len(told) * step


def _fitted(card: Card) -> tuple[Lettering, list[str]]:
    """Return the largest lettering in which the title fits, and its lines."""
    for size, limit in SIZES:
        opened = card.lettering(TITLES, size)
        told = list(lines(card.headline, opened, WIDTH - 2 * EDGE))
        if len(told) <= limit:
            break
    else:
        told = [*told[: limit - 1], f"{told[limit - 1]} …"]
    return opened, told


@cache
def _mark() -> Image.Image:
    """Draw the site's mark, two places and the bond between them, four times as large first."""
    fine = 4
    area = Image.new("L", (MARK[0] * fine, MARK[1] * fine), 0)
    pen, width, radius = ImageDraw.Draw(area), 5 * fine, 11 * fine
    left, right, base = 12 * fine, 62 * fine, 50 * fine
    pen.arc((left, base - 44 * fine, right, base + 44 * fine), 180, 360, fill=255, width=width)
    pen.ellipse((left - radius, base - radius, left + radius, base + radius), fill=255)
    box = (right - radius, base - radius, right + radius, base + radius)
    pen.ellipse(box, fill=0, outline=255, width=width)
    return area.resize(MARK, Image.Resampling.BOX)


MARK = 76, 64


def _png(sheet: _Sheet, accent: str) -> bytes:
    told = io.BytesIO()
    sheet.image.putpalette(_palette(accent))
    # Runs of one colour are all there is to pack: three times quicker, for a fifth more bytes.
    sheet.image.save(told, "PNG", compress_type=zlib.Z_RLE)
    return told.getvalue()
