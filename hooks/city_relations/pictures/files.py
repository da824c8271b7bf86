"""Pictures of authors: judged by what they hold, never by their name, before they are shown."""

from __future__ import annotations

import hashlib
import io
import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from PIL import Image, ImageFile, UnidentifiedImageError

from city_relations.author_files import MEGABYTE, Refused, read_whole
from city_relations.language.words import Text, say
from city_relations.store import Store, key_of

HEAVIEST = 40 * MEGABYTE
# A telephone's largest pictures have 50 million pixels, as JPEG, which is read small. The other
# forms are read whole: of each as many as 300 MB of memory have room for.
MOST_PIXELS: Mapping[str, int] = MappingProxyType(
    {"JPEG": 50 * MEGABYTE, "PNG": 20 * MEGABYTE, "GIF": 20 * MEGABYTE}
)
MOST_OF_OTHERS = 12 * MEGABYTE
SMALLEST = 16
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
ORIENTATION, SIDEWAYS = 0x0112, (5, 6, 7, 8)
PLACE = 0x8825
VERSION = 1
ODD = say("this is not an ordinary file: put the picture itself here.")

_WEB_PAGE = re.compile(rb"\s*(<!doctype html|<html|<head|<body|<script)", re.IGNORECASE)
_ACTIVE = re.compile(rb"<script|\son\w+\s*=|<foreignobject|javascript:|<!entity", re.IGNORECASE)


@dataclass(frozen=True)
class Picture:
    """A sound picture: where it lies, what its bytes are known by, its size upright in pixels.

    `focus` is its heart, in shares of width and height from the upper left corner.
    """

    path: Path
    digest: str
    width: int
    height: int
    focus: tuple[float, float] = (0.5, 0.5)

    @property
    def told(self) -> tuple[str, str, int, int, float, float]:
        """The picture as text and numbers, as a worker is told of it; see `picture_told`."""
        return str(self.path.absolute()), self.digest, self.width, self.height, *self.focus


def picture_told(told: Sequence[str | int | float]) -> Picture:
    """Return the picture that is told as text and numbers."""
    path, digest, width, height, x, y = told
    heart = float(x), float(y)
    return Picture(Path(str(path)), str(digest), int(width), int(height), heart)


def examine(path: Path, store: Store) -> Picture | Text:
    """Return a picture, or the sentence why it is refused; what was found sound is remembered."""
    try:
        data = read_whole(path, HEAVIEST, ODD, _too_heavy)
        digest = hashlib.sha256(data).hexdigest()
        told = store.get_or_make(
            key_of("size", digest, VERSION, ending=".size"), lambda: _size(data)
        )
    except Refused as refused:
        return refused.text
    width, height = told.split()
    return Picture(path, digest, int(width), int(height))


def tells_place(path: Path) -> bool:
    """Return whether a picture says where it was taken; what is no picture says nothing."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return bool(Image.open(path, formats=FORMATS).getexif().get_ifd(PLACE))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Warning):
        return False


def _too_heavy(megabytes: int) -> Text:
    return say(
        "the picture weighs {size} MB; at most {limit} are read: save it smaller.",
        size=megabytes,
        limit=HEAVIEST // MEGABYTE,
    )


def _size(data: bytes) -> bytes:
    """Return width and height as they will be shown, once every pixel was read."""
    _refuse_disguise(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=FORMATS)
            _refuse_size(*image.size, image.format or "")
            width, height = image.size
            sideways = image.getexif().get(ORIENTATION) in SIDEWAYS
            image.draft(None, (width // 8, height // 8))
            _load(image)
    except UnidentifiedImageError:
        raise Refused(say("this is not a picture: save it as JPEG, PNG or WebP.")) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused(_too_many_pixels(MOST_PIXELS["JPEG"])) from None
    except (OSError, SyntaxError, ValueError, EOFError):
        message = say("the picture is broken or cut short: export it anew.")
        raise Refused(message) from None
    return (f"{height} {width}" if sideways else f"{width} {height}").encode()


def _load(image: Image.Image) -> None:
    """Read every pixel; a picture cut short is an error, whatever others in the process asked for.

    Any library may ask Pillow, for all, to take such pictures as they are.
    """
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        image.load()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _refuse_disguise(data: bytes) -> None:
    start = data[:2000]
    if not data:
        raise Refused(say("the picture's file is empty."))
    if _WEB_PAGE.match(start):
        message = say("this is a web page under a picture's name: save the picture itself.")
        raise Refused(message)
    if start.lstrip().startswith(b"<") and b"<svg" in start.lower():
        active = _ACTIVE.search(data)
        raise Refused(
            say("this drawing (SVG) holds a program: it is refused; export it as PNG.")
            if active
            else say("a drawing (SVG) is not shown as a photo: export it as PNG.")
        )
    if data[4:8] == b"ftyp" and data[8:12] in {b"heic", b"heix", b"mif1", b"msf1"}:
        message = say("this is a telephone's own form (HEIC): export it as JPEG.")
        raise Refused(message)
    if start.startswith((b"II*\0", b"MM\0*")):
        raise Refused(say("no browser shows a camera's own form (TIFF, raw): export it as JPEG."))


def _refuse_size(width: int, height: int, form: str) -> None:
    most = MOST_PIXELS.get(form, MOST_OF_OTHERS)
    if width * height > most:
        raise Refused(_too_many_pixels(most))
    if min(width, height) < SMALLEST:
        message = say("the picture is only {width} × {height} pixels.", width=width, height=height)
        raise Refused(message)


def _too_many_pixels(most: int) -> Text:
    return say(
        "the picture has more than {limit} million pixels: save it smaller.",
        limit=most // MEGABYTE,
    )
