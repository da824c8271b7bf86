"""Pictures of a text as files to lie beside its draft."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image, UnidentifiedImageError

from city_relations.importing.source import LeftOut, Picture
from city_relations.language.words import say

ENDINGS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif"}
SMALLEST = 160  # pixels of the longer side: a mark or a line, not a photograph


def picture_files(pictures: Sequence[Picture], stem: str) -> tuple[list[Picture], list[LeftOut]]:
    """Return the pictures that can be published, by new names, and why others are not there."""
    kept: list[Picture] = []
    without: list[LeftOut] = []
    for picture in pictures:
        name = picture.alt or picture.caption or picture.name
        if not picture.data:
            why = say("a picture that lies elsewhere: fetch it, and add it to the draft")
            without.append(LeftOut(why, picture.name))
        elif not (form := _form(picture.data)):
            why = say("a picture in a form no browser shows: export it as JPEG")
            without.append(LeftOut(why, name))
        elif form == "small":
            without.append(LeftOut(say("a picture too small to be one, such as a mark"), name))
        else:
            file = f"{stem.partition('.')[0]}-{len(kept) + 1}.{form}"
            kept.append(replace(picture, name=file))
    return kept, without


def _form(data: bytes) -> str:
    """Return the ending of a picture's form; "small" for a mark, nothing for another form."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            ending = ENDINGS.get(image.format or "", "")
            return ending if max(image.size) >= SMALLEST or not ending else "small"
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return ""
