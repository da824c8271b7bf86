"""Signs in a text that nobody meant to write."""

from __future__ import annotations

import re
from dataclasses import dataclass

# They turn the direction of what follows, and a reader is shown another text (Unicode, UAX 9).
TURNING_SIGNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TURNING = re.compile(f"[{TURNING_SIGNS}]")
# UTF-8 read as Windows' western European encoding: « Ã© » for « é », « â€™ » for « ’ ».
SCRAMBLED = re.compile(
    r"(?:[ÂÃ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a"
    r"\u20ac\u2122]|Å[“’\u0093]|â€[\u0080-\u00bf\u0152\u0153\u0160\u0161\u017e\u02c6\u02dc\u2013-\u203a"
    r"\u2122])+"
)


@dataclass(frozen=True)
class Scrambled:
    """Signs read in a wrong encoding: where they begin, as they stand and as they were meant."""

    start: int
    typed: str
    meant: str


def unscrambled(line: str) -> Scrambled | None:
    """Return the first signs of a line that were read in a wrong encoding."""
    for found in SCRAMBLED.finditer(line):
        data = b"".join(_bytes(sign) for sign in found[0])
        try:
            return Scrambled(found.start(), found[0], data.decode("utf-8"))
        except UnicodeDecodeError:
            continue
    return None


def restored(line: str) -> str:
    """Return a line with all its scrambled signs as they were meant."""
    while found := unscrambled(line):
        line = line[: found.start] + found.meant + line[found.start + len(found.typed) :]
    return line


def _bytes(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1", "replace")
