"""Lines of a plain text or a page as paragraphs, as their author meant them."""

from __future__ import annotations

import re
from collections.abc import Sequence

WRAPPED = 55  # signs: lines that long, one after the other, are one paragraph
HYPHEN = re.compile(r"(\w+)[-\u00ad‐]\n(?=[^\W\d_A-Z])")
ENDS = re.compile(r"[.!?…:;»”\"')\]©*]\s*$")
BULLET = re.compile(r"^\s*(?:[-–—•·▪◦●○*⇒➢►✓]|\d{1,2}[.)])\s+")


def joined(lines: Sequence[str]) -> str:
    """Return the lines of a paragraph as one where a margin broke them, else as they are.

    A word that a hyphen parted at the end of a line is whole again.
    """
    lines = [line.strip() for line in lines if line.strip()]
    if not lines:
        return ""
    is_wrapped = len(lines) > 1 and all(len(line) >= WRAPPED for line in lines[:-1])
    if not is_wrapped:
        return "\n".join(lines)
    return " ".join(HYPHEN.sub(r"\1", "\n".join(lines)).split())


def parted_words(lines: Sequence[str]) -> list[str]:
    """Return the words that stood parted at the end of a line, as they are put together."""
    text = "\n".join(line.strip() for line in lines)
    return [one[1] + one[2] for one in re.finditer(r"(\w+)[-\u00ad‐]\n([^\W\d_A-Z]\w*)", text)]


def goes_on(before: str, after: str) -> bool:
    """Return whether a paragraph only goes on after a break of the page."""
    return bool(
        before
        and after
        and not ENDS.search(before)
        and len(before) > WRAPPED
        and after[:1].islower()
        and not BULLET.match(after)
    )
