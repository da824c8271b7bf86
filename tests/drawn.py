"""Pictures drawn for tests: never photographs, of nothing real."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageDraw

PLACE = "Canari-GPS-45.07"


def picture(
    size=(1200, 800),
    form="JPEG",
    *,
    orientation=1,
    colour="#3366aa",
    plain=False,
    placed=True,
    **how,
):
    """Draw a picture with telltale metadata, its upper left corner red unless it is plain."""
    image = Image.new("RGB", size, colour)
    corner = (0, 0, size[0] // 4, size[1] // 4)
    ImageDraw.Draw(image).rectangle(corner, fill=colour if plain else "#cc2222")
    told = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = PLACE
    if placed:
        exif.get_ifd(0x8825).update({1: "N", 2: (45.0, 4.0, 12.0), 3: "E", 4: (7.0, 41.0, 9.0)})
    image.save(told, form, exif=exif, **how)
    return told.getvalue()


def bomb(width=60_000, height=60_000):
    """Return a small PNG that says it is enormous."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    line = zlib.compress(b"\0" * 100_000)
    parts = ((b"IHDR", head), (b"IDAT", line), (b"IEND", b""))
    chunks = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
