"""Arabic typography on finished text: its own comma, semicolon and question mark, whole numbers.

The templates of pages part words with a comma, each once for all languages; what an author wrote
has its own signs already (Unicode, chapter 9.2).
"""

from __future__ import annotations

import re

_LETTER = r"[\u0621-\u064a\u064b-\u0652\u0671-\u06d3]"
_SIGNS = {",": "،", ";": "؛", "?": "؟"}
_AFTER = re.compile(rf"(?<={_LETTER})\s?([,;?])(?=\s|$)|^([,;])(?=\s*{_LETTER})")
# Figures apart by plain spaces would be read each before the one on its left (UAX 9, rule L2).
_FIGURES = re.compile(
    r"(?<![\w.,+])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])|\+[0-9]{1,3}(?: [0-9]{1,4}){2,}"
)
_BEFORE = re.compile(rf"(?<=[\d)»])([,;?])(?=\s+(?:[\u200e\u200f]*{_LETTER}|\u200f\d))")
_ALONE = re.compile(r"^([,;])(?=\s*$)")


def arabic(text: str) -> str:
    """Set plain Arabic text; doing it twice changes nothing."""
    return _FIGURES.sub(_bound, _BEFORE.sub(_own, _AFTER.sub(_own, text)))


def _bound(found: re.Match[str]) -> str:
    """Bind the groups of one number, which then runs from its first to its last."""
    return found[0].replace(" ", "\u00a0")


def arabic_html(text: str) -> str:
    """Set the text between two tags; a comma that parts two elements is Arabic too."""
    return arabic(_ALONE.sub(_own, text))


def _own(found: re.Match[str]) -> str:
    """Return the Arabic sign of a Latin one."""
    return _SIGNS[next(filter(None, found.groups()))]
