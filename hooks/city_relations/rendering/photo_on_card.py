"""Which photo stands on the card of a record, and where the card lives."""

from __future__ import annotations

from city_relations.pictures.renditions import on_card
from city_relations.rendering.context import Context
from city_relations.rendering.photographs import PublishedPhoto
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease


def photo_on_card(context: Context, record: Partner | PressRelease) -> PublishedPhoto | None:
    """Return the photo that a record's card shows: its first, unless it would be a blur."""
    first = next(iter(context.photos(record)), None)
    return first if first and on_card(first.picture) else None


def card_address(address: str, photo: PublishedPhoto | None) -> str:
    """Return where the card of the page at an address lives; one with a photo is named after it."""
    return f"{address}{photo.mark}-card.jpg" if photo else f"{address}card.png"
