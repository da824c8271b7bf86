"""Draws the card a link shows when it is shared: 1200 by 630 pixels, in the site's own letters."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageDraw

from city_relations.pictures.colour import PAPER
from city_relations.pictures.lettering import DISPLAY, TEXT, Font, font, font_for, lines

SIZE = WIDTH, HEIGHT = 1200, 630
EDGE, BAND = 84, 18
INK, MUTED = "#1d1a16", "#5a534a"
# Largest first: the first size at which a title needs no more lines than it may have.
SIZES = ((92, 3), (76, 4), (64, 5), (52, 6))
COLOURS = 64  # enough for letters on paper, and a tenth of the weight


@dataclass(frozen=True)
class Card:
    """What a card says: above the title, the title, a name in its own script, and below."""

    kicker: str
    title: str
    own_name: str
    foot: str
    accent: str


def card_of(address: str) -> str:
    """Give where the card of the page at an address lives."""
    return f"{address}card.png"


def draw(card: Card) -> bytes:
    """Draw a card as PNG; the same card gives the same bytes."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, BAND), fill=card.accent)
    pen.text((EDGE, 84), card.kicker, font=font(TEXT, 34, 600), fill=card.accent)
    bottom = _title(pen, card.title)
    _own_name(pen, card.own_name, bottom + 14)
    _mark(pen, card.accent)
    pen.text((EDGE + 92, HEIGHT - 96), card.foot, font=font(TEXT, 34, 400), fill=MUTED)
    return _png(image)


def _title(pen: ImageDraw.ImageDraw, title: str) -> int:
    """Write the title as large as it fits; give where it ends."""
    opened, told = _fitted(title)
    step, top = round(opened.size * 1.12), 140
    for i, line in enumerate(told):
        pen.text((EDGE, top + i * step), line, font=opened, fill=INK)
    return top + len(told) * step


def _fitted(title: str) -> tuple[Font, list[str]]:
    for size, limit in SIZES:
        opened = font(DISPLAY, size, 600)
        told = list(lines(title, opened, WIDTH - 2 * EDGE))
        if len(told) <= limit:
            break
    else:
        told = [*told[: limit - 1], f"{told[limit - 1]} …"]
    return opened, told


def _own_name(pen: ImageDraw.ImageDraw, name: str, top: int) -> None:
    opened = font_for(name, 60) if name else None
    if opened:
        pen.text((EDGE, top), name, font=opened, fill=MUTED)


def _mark(pen: ImageDraw.ImageDraw, accent: str) -> None:
    """Draw the site's mark: two places and the bond between them."""
    left, base, radius = EDGE + 12, HEIGHT - 72, 11
    pen.arc((left, base - 44, left + 50, base + 44), 180, 360, fill=accent, width=5)
    pen.ellipse((left - radius, base - radius, left + radius, base + radius), fill=accent)
    right = left + 50
    box = (right - radius, base - radius, right + radius, base + radius)
    pen.ellipse(box, fill=PAPER, outline=accent, width=5)


def _png(image: Image.Image) -> bytes:
    told = io.BytesIO()
    # Five times quicker than the finest palette and packing, for a tenth more bytes.
    image.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(told, "PNG", compress_level=6)
    return told.getvalue()
