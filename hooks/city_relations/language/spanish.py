"""Spanish typography on finished text: spaces that must not break (Ortografía de la RAE, 2010)."""

from __future__ import annotations

import re

FIRM = "\u00a0"
UNITS = "€|%|km²?|kg|[kMG]B|m²?|años?|mes(?:es)?|h|°C|habitantes|euros?|millón|millones"
# A number before its unit, « n.º 5 », « art. 3 », « EE. UU. ».
_FIRM = re.compile(
    rf" (?=(?:{UNITS})(?!\w))(?<=\d.)|(?:(?<=\bn\.º)|(?<=\bart\.)) (?=\d)|(?<=\bEE\.) (?=UU\.)"
)


def spanish(text: str) -> str:
    """Set plain Spanish text; doing it twice changes nothing."""
    return _FIRM.sub(FIRM, text) if " " in text else text
