"""A font's file as it lies on disk: its tables, and what its makers allow (OpenType)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

COLLECTION, PACKED = b"ttcf", frozenset((b"wOF2", b"wOFF"))
# How a font may be embedded (OS/2, « fsType »): nowhere, in print alone, not cut, as pictures.
RESTRICTED, IN_PRINT, EDITABLE, WHOLE, AS_PICTURES = 0x2, 0x4, 0x8, 0x100, 0x200


@dataclass(frozen=True)
class FontForm:
    """What a file of a font is, and what may be done with it.

    `packed` is WOFF, which only browsers read; `collection` holds several fonts, the first of which
    counts; `variable` has weights between its weights; `embedding` is what OS/2 calls fsType.
    """

    packed: bool = False
    collection: bool = False
    variable: bool = False
    embedding: int = 0

    @property
    def may_be_embedded(self) -> bool:
        """Return whether documents may hold it; where several bits are set the widest counts."""
        return not self.embedding & RESTRICTED or bool(self.embedding & (IN_PRINT | EDITABLE))

    @property
    def may_be_served(self) -> bool:
        """Return whether pages may bring letters cut out of it."""
        closed = self.embedding & (WHOLE | AS_PICTURES)
        for_print = self.embedding & IN_PRINT and not self.embedding & EDITABLE
        return self.may_be_embedded and not closed and not for_print


def form_of_font(path: Path) -> FontForm:
    """Return the form of a font's file; raises OSError, KeyError or struct.error for no font."""
    with path.open("rb") as file:
        kind = file.read(4)
    if kind in PACKED:
        return FontForm(packed=True)
    data = path.read_bytes()
    tables = tables_of(data)
    embedding = struct.unpack_from(">H", data, tables[b"OS/2"] + 8)[0] if b"OS/2" in tables else 0
    return FontForm(collection=kind == COLLECTION, variable=b"fvar" in tables, embedding=embedding)


def tables_of(data: bytes) -> dict[bytes, int]:
    """Return where each table of a font begins, by its tag; of a collection the first font's."""
    begin = struct.unpack_from(">L", data, 12)[0] if data[:4] == COLLECTION else 0
    (count,) = struct.unpack_from(">H", data, begin + 4)
    first = begin + 12
    found = range(first, first + 16 * count, 16)
    return {data[at : at + 4]: struct.unpack_from(">L", data, at + 8)[0] for at in found}


COPYRIGHT, LICENCE_TEXT, LICENCE_ADDRESS = 0, 13, 14  # name records (OpenType, « name »)
_UTF16 = 3  # the platform whose records are told in it


def credits_of(path: Path) -> str:
    """Return what a font's makers ask to be said of it: their copyright, and the licence."""
    data = path.read_bytes()
    start = tables_of(data).get(b"name")
    if start is None:
        return ""
    _, count, strings = struct.unpack_from(">HHH", data, start)
    told: dict[int, str] = {}
    for at in range(start + 6, start + 6 + 12 * count, 12):
        platform, _, _, number, length, offset = struct.unpack_from(">6H", data, at)
        text = data[start + strings + offset :][:length]
        if platform == _UTF16:
            told.setdefault(number, text.decode("utf-16-be", "replace").strip())
    return " ".join(told[n] for n in (COPYRIGHT, LICENCE_TEXT, LICENCE_ADDRESS) if n in told)
