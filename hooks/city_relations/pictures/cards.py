"""Draws the card a link shows when it is shared: 1200 by 630 pixels, in the site's own letters.

A photo stands beside the words, never under them: they are on paper, whatever it shows.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path

from PIL import Image, ImageDraw

from city_relations.language.direction import direction_of
from city_relations.language.words import base_language
from city_relations.pictures.card_lines import LINE, Layout, Told, fitted
from city_relations.pictures.colour import PAPER, channels, mixed
from city_relations.pictures.files import picture_told
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
    stamped,
)
from city_relations.pictures.renditions import CARD_WIDTH, file_of, on_card
from city_relations.pictures.runs import RTL, Lettering
from city_relations.store import Store

SIZE = WIDTH, HEIGHT = 1200, 630
BAND = 18
INK, MUTED = "#1d1a16", "#5a534a"
# A palette of ramps, each from paper to a colour: the steps in which an edge of a letter fades.
STEPS = 16
RAMP_OF_INK, RAMP_OF_MUTED, RAMP_OF_ACCENT = range(3)
VERSION = 5
JPEG_QUALITY = 85


LARGEST = 92
EDGE = 84
ALONE = Layout(
    edge=EDGE,
    width=WIDTH - 2 * EDGE,
    top=84,
    kicker=((34, 1),),
    gap=18,
    title=((LARGEST, 3), (76, 4), (64, 5), (52, 6)),
    own_name=((60, 1), (44, 1)),
    foot=((34, 1),),
)
BESIDE_PHOTO = Layout(
    edge=60,
    width=WIDTH - CARD_WIDTH - 60 - 48,
    top=60,
    kicker=((28, 2),),
    gap=20,
    title=((60, 4), (50, 5), (42, 6), (36, 7)),
    own_name=((44, 1), (32, 1)),
    foot=((28, 1), (24, 2)),
)
CREDIT = 20


@dataclass(frozen=True)
class Card:
    """What a card says: above the title, the title, a name in its own script, and below.

    `language` is the title's (BCP 47); `fonts` are paths, one a line, for
    letters that ours lack. `credit` says whose the photo beside them is.
    """

    kicker: str
    title: str
    own_name: str
    foot: str
    accent: str
    language: str = ""
    fonts: str = ""
    credit: str = ""

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


class _Sheet:
    """A card being drawn: every pixel says how far along the ramp of a colour it is."""

    def __init__(self, edge: int, *, from_the_right: bool) -> None:
        self.image = Image.new("P", SIZE, 0)
        self.edge, self.from_the_right = edge, from_the_right

    def write_lines(self, top: int, told: Told, ramp: int, indent: int = 0) -> int:
        """Write lines in a colour from the side the card is read from; give where they end."""
        step = round(told.letters.size * LINE)
        for i, line in enumerate(told.lines):
            self._write_line(top + i * step, line, told.letters, ramp, self.edge + indent)
        return top + len(told.lines) * step

    def _write_line(self, top: int, line: str, letters: Lettering, ramp: int, edge: int) -> None:
        left = edge
        if self.from_the_right:
            left = WIDTH - edge - round(letters.getlength(line))
        for at, below, face, part in letters.placed(line, rtl=self.from_the_right):
            self.write((round(left + at), round(top + below)), part, face, ramp)

    def write(self, place: tuple[int, int], text: str, face: Face, ramp: int) -> None:
        """Write a line in a colour, its upper left corner at a place."""
        if not face.has(text):
            # Letters that change by their neighbours are drawn together.
            whole = stamped(font(face.path, face.size), text)
            self.put((place[0] + whole.left, place[1] + whole.top), whole.cover, ramp)
            return
        paste = self.image.im.paste  # what Image.paste comes to, a hundred and fifty times a card
        for at, stamp in face.placed(text):
            letter, covered = _inked(stamp, ramp)
            left, top = place[0] + round(at) + stamp.left, place[1] + stamp.top
            width, height = letter.size
            paste(letter.im, (left, top, left + width, top + height), covered.im)

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


def draw(card: Card, photo: bytes = b"") -> bytes:
    """Draw a card as PNG, or as JPEG with a part of a photo, `on_card`, beside its words.

    The same card and photo give the same bytes.
    """
    layout = BESIDE_PHOTO if photo else ALONE
    sheet = _Sheet(layout.edge, from_the_right=card.from_the_right)
    sheet.image.paste(RAMPS[RAMP_OF_ACCENT][255], (0, 0, WIDTH, BAND + 1))
    _write(sheet, card, layout)
    return _jpeg(sheet, card.accent, photo) if photo else _png(sheet, card.accent)


def draw_told(*told: str) -> bytes:
    """Draw the card that says what it is told, in the order of its fields."""
    return draw(Card(*told))


def draw_beside(store: str, photo: Sequence[str | int | float], *told: str) -> bytes:
    """Draw such a card with a photo: the folder of a store, and a picture, all told as text."""
    picture = picture_told(photo)
    form = on_card(picture)
    part = file_of(picture, form, Store(Path(store))).read_bytes() if form else b""
    return draw(Card(*told), part)


def _write(sheet: _Sheet, card: Card, layout: Layout) -> None:
    """Write all that a card says, from top to bottom."""
    text = partial(card.lettering, TEXT)
    kicker = fitted(card.kicker, partial(card.lettering, STRONG_TEXT), layout.kicker, layout.width)
    bottom = sheet.write_lines(layout.top, kicker, RAMP_OF_ACCENT)
    title = fitted(card.headline, partial(card.lettering, TITLES), layout.title, layout.width)
    bottom = sheet.write_lines(bottom + layout.gap, title, RAMP_OF_INK)
    own = fitted(card.own_name, text, layout.own_name, layout.width)
    sheet.write_lines(bottom + 14, own, RAMP_OF_MUTED)
    mark = WIDTH - layout.edge - MARK[0] if card.from_the_right else layout.edge
    sheet.put((mark, HEIGHT - 122), _mark(), RAMP_OF_ACCENT)
    foot = fitted(card.foot, text, layout.foot, layout.width - BESIDE_MARK)
    middle = HEIGHT - 77 - round(len(foot.lines) * foot.letters.size * LINE / 2)
    sheet.write_lines(middle, foot, RAMP_OF_MUTED, BESIDE_MARK)
    credit = fitted(card.credit, text, ((CREDIT, 1),), layout.width)
    sheet.write_lines(HEIGHT - 42, credit, RAMP_OF_MUTED)


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


MARK, BESIDE_MARK = (76, 64), 92


def _png(sheet: _Sheet, accent: str) -> bytes:
    told = io.BytesIO()
    sheet.image.putpalette(_palette(accent))
    # Runs of one colour are all there is to pack: three times quicker, for a fifth more bytes.
    sheet.image.save(told, "PNG", compress_type=zlib.Z_RLE)
    return told.getvalue()


def _jpeg(sheet: _Sheet, accent: str, photo: bytes) -> bytes:
    """Put a photo where no words stand: on the side where they end."""
    told, part = io.BytesIO(), Image.open(io.BytesIO(photo))
    sheet.image.putpalette(_palette(accent))
    whole, rest = Image.new("RGB", SIZE), WIDTH - part.width
    begins, stands = (part.width, 0) if sheet.from_the_right else (0, rest)
    words = sheet.image.crop((begins, 0, begins + rest, HEIGHT))
    whole.paste(words.convert("RGB"), (begins, 0))
    whole.paste(part, (stands, 0))
    whole.save(told, "JPEG", quality=JPEG_QUALITY)
    return told.getvalue()
