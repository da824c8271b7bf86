"""Which letters our fonts have: a text with one that none has can be neither set nor drawn."""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from city_relations.pictures.font_tables import tables_of

FONTS = Path(__file__).parent / "fonts"
# A font of each family, all of whose weights have the same letters, in the order they are tried.
FAMILIES = (
    "relations-text-regular.ttf",
    "relations-arabic-regular.ttf",
    "relations-han-regular.otf",
    "relations-japanese-regular.otf",
    "relations-hebrew-regular.ttf",
    "relations-korean-regular.otf",
)
UNICODE_TABLES = {(0, 3), (0, 4), (3, 1), (3, 10)}  # platform and encoding (OpenType, « cmap »)
BY_SEGMENTS, BY_GROUPS = 4, 12
# Needs no glyph: blanks, what steers other letters, and choices between forms of a letter.
UNSEEN = {"Zs", "Zl", "Zp", "Cf"}
BLANKS = "\t\n\r"
CHOICES = {"\u034f", *map(chr, range(0xFE00, 0xFE10))}
PRIVATE = "Co"
# Unseen, and yet no archive takes them (ISO 19005-3).
REFUSED = frozenset("\ufeff\ufff9\ufffa\ufffb")


def are_plain(text: str) -> bool:
    """Return whether the first of our families has every letter of a text, and no accent apart."""
    return _plain_text().fullmatch(text) is not None


def missing_letters(text: str, others: Sequence[Path] = ()) -> str:
    """Name the letters of a text that no font has, each once, in their order.

    An accent counts with the letter it stands on: both must be of one font. `others` are fonts
    beside ours.
    """
    if are_plain(text):
        return ""
    if not any(unicodedata.category(one)[0] == "M" or not _known(one) for one in set(text)):
        return ""
    known = (*known_letters(), *map(letters_of, others))
    found = (cluster for cluster in _clusters(text) if not any(cluster <= own for own in known))
    letters = "".join("".join(sorted(cluster)) for cluster in found)
    return "".join(dict.fromkeys(letters))


def _clusters(text: str) -> Iterator[set[str]]:
    """Yield each letter with the accents that follow it, what needs no glyph left out."""
    cluster: set[str] = set()
    for letter in text:
        if _needs_no_glyph(letter):
            continue
        if not unicodedata.category(letter).startswith("M"):
            if cluster:
                yield cluster
            cluster = set()
        cluster.add(letter)
    if cluster:
        yield cluster


def _needs_no_glyph(letter: str) -> bool:
    unseen = unicodedata.category(letter) in UNSEEN and letter not in REFUSED
    return unseen or letter in BLANKS or letter in CHOICES


@cache
def _known(letter: str) -> bool:
    each = (letters_of(FONTS / name) for name in FAMILIES)  # the large ones only where they must be
    return _needs_no_glyph(letter) or any(letter in own for own in each)


@cache
def _plain_text() -> re.Pattern[str]:
    """Find a text of letters of our first family that stand alone, and blanks: most texts."""
    letters = letters_of(FONTS / FAMILIES[0])
    alone = {one for one in letters if unicodedata.category(one)[0] != "M"}
    return re.compile(f"[{re.escape(''.join(sorted({*alone, *BLANKS, ' '})))}]*")


@cache
def known_letters() -> tuple[frozenset[str], ...]:
    """Return the letters of each family, in the order the families are tried."""
    return tuple(letters_of(FONTS / name) for name in FAMILIES)


@cache
def letters_of(font: Path) -> frozenset[str]:
    """Read which letters a font has, those for private use aside (OpenType, « cmap »).

    Each is read once, as it stands when it is first asked for.
    """
    data = font.read_bytes()
    start = tables_of(data)[b"cmap"]
    codes: set[int] = set()
    for i in range(_shorts(data, start + 2, 1)[0]):
        platform, encoding, offset = struct.unpack_from(">HHL", data, start + 4 + 8 * i)
        if (platform, encoding) in UNICODE_TABLES:
            codes.update(_codes(data, start + offset))
    letters = map(chr, codes)
    return frozenset(one for one in letters if unicodedata.category(one) != PRIVATE)


def _codes(data: bytes, start: int) -> Iterator[int]:
    """Yield the codes a table maps: ours are of segments (4) or of groups (12)."""
    (form,) = _shorts(data, start, 1)
    if form == BY_GROUPS:
        (count,) = struct.unpack_from(">L", data, start + 12)
        for i in range(count):
            first, last, _ = struct.unpack_from(">LLL", data, start + 16 + 12 * i)
            yield from range(first, last + 1)
    elif form == BY_SEGMENTS:
        count = _shorts(data, start + 6, 1)[0] // 2
        lasts = _shorts(data, start + 14, count)
        firsts = _shorts(data, start + 16 + 2 * count, count)
        for first, last in zip(firsts, lasts, strict=True):
            yield from range(first, min(last, 0xFFFE) + 1)


def _shorts(data: bytes, start: int, count: int) -> tuple[int, ...]:
    return struct.unpack_from(f">{count}H", data, start)
