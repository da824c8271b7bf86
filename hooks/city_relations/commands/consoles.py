"""What a console that knows few letters, as a redirected one of Windows, shows in their place."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import TextIO

PLAINLY = "city_relations.plainly"
PLAIN: Mapping[str, str] = MappingProxyType(
    {
        "\u202f": " ",
        "\u00a0": " ",
        "\u2019": "'",
        "\u2018": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2026": "...",
        "\u2013": "-",
        "\u2014": "-",
        "\u2192": "->",
        "\u2190": "<-",
        "\u0153": "oe",
        "\u0152": "OE",
        "\u00e6": "ae",
    }
)


def write_plainly(*streams: TextIO) -> None:
    """Let streams show a letter their encoding has not by its nearest, else by its number."""
    codecs.register_error(PLAINLY, _plainly)
    for stream in streams:
        stream.reconfigure(errors=PLAINLY)  # type: ignore[attr-defined]


def _plainly(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    found = error.object[error.start : error.end]
    return "".join(plain(letter, error.encoding) for letter in found), error.end


def plain(letter: str, encoding: str) -> str:
    """Return the nearest an encoding has: other signs, the letter without its accents, a number."""
    bare = unicodedata.normalize("NFKD", letter)
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    for found in (PLAIN.get(letter, ""), bare):
        if found and _has(encoding, found):
            return found
    return letter.encode("ascii", "backslashreplace").decode()


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
