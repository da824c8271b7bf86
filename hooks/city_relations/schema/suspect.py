"""Signs in a text that nobody meant to write."""

from __future__ import annotations

import re
from dataclasses import dataclass

# They turn the direction of what follows, and a reader is shown another text (Unicode, UAX 9).
TURNING_SIGNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# The sign itself, or the way YAML or HTML spells it.
TURNING = re.compile(
    rf"[{TURNING_SIGNS}]|\\(?:u|U0000)(?:202[a-eA-E]|206[6-9])"
    r"|&#(?:[xX]0{0,3}(?:202[a-eA-E]|206[6-9])|0{0,3}(?:823[4-8]|829[4-7]));"
)
TURNING_BEGINS = (*TURNING_SIGNS, "\\u20", "\\U0000", "&#")
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
        if (meant := _meant(found)) != found[0]:
            return Scrambled(found.start(), found[0], meant)
    return None


def restored(line: str) -> str:
    """Return a line with all its scrambled signs as they were meant."""
    return SCRAMBLED.sub(_meant, line)


def _meant(found: re.Match[str]) -> str:
    """Return what scrambled signs were, or themselves where they were nothing else."""
    try:
        return b"".join(_bytes(sign) for sign in found[0]).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def code_of_turning(written: str) -> str:
    """Return the number of a sign that turns a text, however it is spelt: 202E."""
    if len(written) == 1:
        return f"{ord(written):04X}"
    digits = written.strip("&#;").removeprefix("\\")
    number = int(digits) if digits.isdecimal() else int(digits[1:], 16)
    return f"{number:04X}"


def _bytes(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1", "replace")
