"""A picture in the sizes and forms the site shows: upright, in plain colours, without traces."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from types import MappingProxyType

from PIL import Image, ImageCms, ImageOps

from city_relations.pictures.files import Picture, picture_told
from city_relations.store import Store, key_of

WIDTHS = (480, 960, 1600)
FALLBACK = 960
# Cuts of one shape, around the picture's heart: width and height, and the widths they come in.
WIDE, TALL, CARD = "wide", "tall", "card"
SHAPES: Mapping[str, tuple[int, int]] = MappingProxyType({WIDE: (3, 2), TALL: (4, 5), CARD: (6, 7)})
CUT_WIDTHS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {WIDE: (240, 360, 720, 1280), TALL: (360, 720)}
)
PRINT = 4000  # pixels: a page of A4 at 300 dots an inch, and a little more
WEBP, JPEG = "webp", "jpg"
QUALITY = {WEBP: 78, JPEG: 80}
PRINT_QUALITY = 92
PAPER = 1600  # pixels of the longer side: 250 dots an inch across a page's text
# Beside the words of a card, which is packed once more; one of half the width is a blur there.
CARD_WIDTH, CARD_QUALITY, LEAST_ON_CARD = 540, 90, 270
LARGE, NEARLY = 24_000_000, 0.9
VERSION = 4


@dataclass(frozen=True)
class Rendition:
    """One form of a picture: its width in pixels, its form, and the ending of its file.

    One that is cut has a `shape`, and shows the `box` of the picture (left, upper, right, lower).
    """

    width: int
    form: str
    for_print: bool = False
    shape: str = ""
    box: tuple[int, int, int, int] = (0, 0, 0, 0)

    @property
    def ending(self) -> str:
        """Return the end of the file's name."""
        shape = f"-{self.shape}" if self.shape else ""
        return f".{self.form}" if self.for_print else f"{shape}-{self.width}.{self.form}"

    @property
    def height(self) -> int:
        """Return the height of one that is cut."""
        across, down = SHAPES[self.shape]
        return round(self.width * down / across)

    def source_width(self, picture: Picture) -> int:
        """Return how wide the whole picture must be read for this form of it."""
        shown = self.box[2] - self.box[0] if self.shape else picture.width
        return min(picture.width, ceil(self.width * picture.width / shown))


def renditions(picture: Picture) -> tuple[Rendition, ...]:
    """List the forms of a picture, the smallest first; none is larger than the picture."""
    widths = [width for width in WIDTHS if width < picture.width]
    widths += [picture.width] if len(widths) < len(WIDTHS) else []
    fallback = max(width for width in widths if width <= max(FALLBACK, widths[0]))
    webp = (Rendition(width, WEBP) for width in widths)
    whole = Rendition(min(picture.width, PRINT), JPEG, for_print=True)
    shapes = (WIDE, TALL) if picture.height > picture.width else (WIDE,)
    cuts = (form for shape in shapes for form in _cut(picture, shape))
    return (*webp, *cuts, Rendition(fallback, JPEG), whole)


def _cut(picture: Picture, shape: str) -> Iterator[Rendition]:
    """Yield the forms of a picture in a shape, the smallest first; none is larger than its part."""
    box = cut_box(picture, *SHAPES[shape])
    most = box[2] - box[0]
    widths = [width for width in CUT_WIDTHS[shape] if width < most]
    widths += [most] if len(widths) < len(CUT_WIDTHS[shape]) else []
    for width in widths:
        yield Rendition(width, WEBP, shape=shape, box=box)


def cut_box(picture: Picture, across: int, down: int) -> tuple[int, int, int, int]:
    """Return the largest part of a picture in a shape, its heart as near the middle as may be."""
    width = max(1, min(picture.width, picture.height * across // down))
    height = max(1, min(picture.height, round(width * down / across)))
    left = _beginning(picture.width, width, picture.focus[0])
    upper = _beginning(picture.height, height, picture.focus[1])
    return left, upper, left + width, upper + height


def on_card(picture: Picture) -> Rendition | None:
    """Return the part of a picture that a card shows; nothing where it would be a blur."""
    box = cut_box(picture, *SHAPES[CARD])
    is_sharp = box[2] - box[0] >= LEAST_ON_CARD
    return Rendition(CARD_WIDTH, JPEG, shape=CARD, box=box) if is_sharp else None


def on_paper(picture: Picture) -> Rendition:
    """Return the form that stands at the head of a PDF."""
    share = min(1, PAPER / max(picture.width, picture.height))
    return Rendition(max(1, round(picture.width * share)), JPEG)


def _every_form(picture: Picture) -> tuple[Rendition, ...]:
    """List all that is made of a picture: what is published, and what cards and PDF are made of."""
    forms = (*renditions(picture), on_paper(picture), on_card(picture))
    return tuple(dict.fromkeys(form for form in forms if form))


def _beginning(whole: int, part: int, share: float) -> int:
    """Return where a part of a length begins that has a share of the whole in its middle."""
    return max(0, min(whole - part, round(whole * share - part / 2)))


def made(picture: Picture, store: Store) -> dict[Rendition, Path]:
    """Return the file of each form of a picture; what is missing is made, the picture read once.

    It is read as large whichever of the forms are missing: so they are the same bytes.
    """
    files = {form: store.find(_key(picture, form)) for form in _every_form(picture)}
    for group in ([f for f in files if f.for_print], [f for f in files if not f.for_print]):
        missing = [form for form in group if files[form] is None]
        if missing:
            source = upright(picture, max(form.source_width(picture) for form in group))
            for form in missing:
                files[form] = store.put(
                    _key(picture, form), encoded(_part(source, form, picture.width), form)
                )
    return {form: file for form, file in files.items() if file}


def file_of(picture: Picture, form: Rendition, store: Store) -> Path:
    """Return the file of one form of a picture; all are made where it is missing."""
    return store.find(_key(picture, form)) or made(picture, store)[form]


def are_kept(picture: Picture, store: Store) -> bool:
    """Return whether every form of a picture is kept, sound or not."""
    return all(store.claims(_key(picture, form)) for form in _every_form(picture))


def make_told(folder: str, *picture: str | float) -> bytes:
    """Make the forms of a picture, told as text, in the store of a folder; say how many."""
    files = made(picture_told(picture), Store(Path(folder)))
    return str(len(files)).encode()


def _key(picture: Picture, form: Rendition) -> str:
    return key_of(picture.digest, form, VERSION, QUALITY, ending=f".{form.form}")


def upright(picture: Picture, width: int) -> Image.Image:
    """Read a picture as it is meant to be seen, in sRGB, with no metadata.

    It is at least `width` wide, or nearly so where it is one of the largest.
    Place, camera and thumbnail stand in the metadata, which is not carried over.
    """
    image: Image.Image = Image.open(picture.path)
    if picture.width > width:
        ratio = width / picture.width
        small = int(image.width * ratio) + 1, int(image.height * ratio) + 1
        # Of the largest a little less is read, rather than all of it, four times as many pixels.
        near = NEARLY if image.width * image.height > LARGE else 1
        image.draft("RGB", (int(small[0] * near), int(small[1] * near)))
        image = _reduced(image, *small)
    profile = image.info.get("icc_profile")
    image.load()
    ImageOps.exif_transpose(image, in_place=True)
    plain = _flat(_eight_bits(image) if image.mode.startswith("I") else image)
    plain = _in_srgb(plain, profile) if profile else plain
    clean = Image.new("RGB", plain.size)
    clean.paste(plain)
    return clean


def _reduced(image: Image.Image, width: int, height: int) -> Image.Image:
    """Make a picture small before anything copies it: the whole of one stands once in memory."""
    if image.width <= width or image.mode not in {"L", "LA", "RGB", "RGBA", "CMYK"}:
        return image
    small = image.resize((width, height), LANCZOS)
    small.info = dict(image.info)
    small.getexif().update(image.getexif())
    return small


def _eight_bits(image: Image.Image) -> Image.Image:
    """Scale 65,536 shades of grey to the 256 that a page shows: Pillow alone would cut them off."""
    return image.convert("I").point([shade >> 8 for shade in range(1 << 16)], "L")


def _flat(image: Image.Image) -> Image.Image:
    """Put a picture with clear parts on white."""
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        layer = image if image.mode == "RGBA" else image.convert("RGBA")
        ground = Image.new("RGB", layer.size, "white")
        ground.paste(layer, mask=layer)
        return ground
    return image if image.mode in {"CMYK", "RGB"} else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Bring a wide-gamut or printer's picture to the colours every screen has."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        told = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        told = None
    return told or image.convert("RGB")


def _part(image: Image.Image, form: Rendition, whole: int) -> Image.Image:
    """Return the part of an upright picture that a form shows; `whole` is its width when whole."""
    scale = image.width / whole
    if not form.shape:
        return image
    left, upper, right, lower = (round(side * scale) for side in form.box)
    return image.crop((left, upper, right, lower))


def encoded(image: Image.Image, form: Rendition) -> bytes:
    """Return a form's bytes: the same picture gives the same bytes."""
    height = form.height if form.shape else max(1, round(image.height * form.width / image.width))
    told = io.BytesIO()
    small = image if image.width == form.width else image.resize((form.width, height), LANCZOS)
    if form.form == WEBP:
        small.save(told, "WEBP", quality=QUALITY[WEBP], method=4)
    elif form.shape == CARD:
        small.save(told, "JPEG", quality=CARD_QUALITY)  # packed so that it is quick to unpack
    else:
        quality = PRINT_QUALITY if form.for_print else QUALITY[JPEG]
        small.save(told, "JPEG", quality=quality, optimize=True, progressive=True)
    return told.getvalue()


LANCZOS = Image.Resampling.LANCZOS
