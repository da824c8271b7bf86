"""PDF judged by its bytes (ISO 32000): nothing in it is run, and no more unpacked than it names."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from city_relations.attachments.refused import LOCKED, PROGRAM
from city_relations.author_files import Refused
from city_relations.language.words import say

TAIL = 2048  # bytes: what may stand behind the mark of the end
MOST_UNPACKED = 30_000_000  # bytes of objects that lie packed
PROGRAMS = re.compile(rb"/(?:JavaScript|Launch|RichMedia)(?![A-Za-z])")
ENCRYPTED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
# A name may write any of its letters as a number: `/J#61vaScript`.
ESCAPED = re.compile(
    rb"/[^\s/<>\[\]()%\x80-\xff]{0,40}#[0-9A-Fa-f]{2}[^\s/<>\[\]()%\x80-\xff]{0,40}"
)
CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
STREAM = re.compile(rb">>\s*stream\r?\n")
MARKED = re.compile(rb"/Marked\s+true")
CATALOG = re.compile(rb"/Type\s*/Catalog(?![A-Za-z])")
LANGUAGE = re.compile(rb"/Lang\s*\(([A-Za-z]{2,3})(?:-[\w-]*)?\)")


def tags_and_language(data: bytes) -> tuple[bool, str]:
    """Return whether a PDF is tagged for screen readers, and its language where it is.

    Raises Refused for what is cut short, locked, or would do something when it is opened.
    """
    if not data.startswith(b"%PDF-"):
        raise Refused(say("this is not a PDF, whatever its name says: export the document anew."))
    if b"%%EOF" not in data[-TAIL:]:
        raise Refused(say("the PDF is cut short, or something hides behind its end: export anew."))
    if ENCRYPTED.search(data):
        raise Refused(LOCKED)
    packed = b"\n".join(_unpacked(data))
    for part in (data, packed, *_plain_names(data), *_plain_names(packed)):
        if PROGRAMS.search(part):
            raise Refused(PROGRAM)
    found = (_catalog(part) for part in (packed, data))
    catalog = next(filter(None, found), b"")
    marked = MARKED.search(catalog) or (b"/MarkInfo" in catalog and MARKED.search(data + packed))
    tagged = bool(marked and b"/StructTreeRoot" in catalog)
    language = LANGUAGE.search(catalog) if tagged else None
    return tagged, language[1].decode().lower() if language else ""


def _unpacked(data: bytes) -> Iterator[bytes]:
    """Yield the objects that lie packed in streams, up to a limit."""
    left = MOST_UNPACKED
    for found in STREAM.finditer(data):
        if b"/ObjStm" in data[max(0, found.start() - 400) : found.start()] and left > 0:
            end = data.find(b"endstream", found.end())
            try:
                part = zlib.decompressobj().decompress(data[found.end() : end], left)
            except zlib.error:
                continue
            left -= len(part)
            yield part


def _plain_names(data: bytes) -> Iterator[bytes]:
    """Yield each name that writes letters as numbers, in letters."""
    for found in ESCAPED.finditer(data):
        yield CODE.sub(lambda code: bytes([int(code[1], 16)]), found[0])


def _catalog(data: bytes) -> bytes:
    """Return the last catalogue of some objects: what stands between its marks."""
    found = list(CATALOG.finditer(data))
    return data[_start(data, found[-1].start()) : _end(data, found[-1].end())] if found else b""


FARTHEST = 20_000  # bytes a catalogue may reach from its name


def _start(data: bytes, at: int) -> int:
    """Return where the dictionary around a place begins."""
    depth, lowest = 1, max(0, at - FARTHEST)
    while depth and at > lowest:
        opening, closing = data.rfind(b"<<", lowest, at), data.rfind(b">>", lowest, at)
        at = max(opening, closing, lowest)
        depth += -1 if opening > closing else 1
    return at


def _end(data: bytes, at: int) -> int:
    """Return where the dictionary around a place ends."""
    depth, highest = 1, min(len(data), at + FARTHEST)
    for mark in re.finditer(rb"<<|>>", data[at:highest]):
        depth += 1 if mark[0] == b"<<" else -1
        if not depth:
            return at + mark.start()
    return highest
