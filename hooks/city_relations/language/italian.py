"""Italian typography on finished text: real apostrophes, spaces that must not break (UNI 7602)."""

from __future__ import annotations

import re

FIRM = "\u00a0"
MONTHS = (
    "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre"
)
UNITS = "€|%|km²?|kg|[kMG]B|m²?|ann[io]|mes[ei]|h|°C|abitanti|euro|milion[ei]|miliard[oi]"
# A number before its unit, a day before its month, « n. 5 », « art. 3 ».
_FIRM = re.compile(
    rf" (?=(?:{UNITS})(?!\w))(?<=\d.)| (?=(?:{MONTHS})\b)(?:(?<=\b\d.)|(?<=\b\d\d.)|(?<=\b1º.))"
    r"|(?:(?<=\bn\.)|(?<=\bart\.)) (?=\d)"
)
_APOSTROPHE = re.compile(r"(?<=\w)(?:'|&#39;)(?=[\w\s«])|(?<=\w)(?:'|&#39;)$")


def italian(text: str) -> str:
    """Set plain Italian text; doing it twice changes nothing."""
    told = _APOSTROPHE.sub("’", text) if "'" in text or "&#39;" in text else text
    return _FIRM.sub(FIRM, told) if " " in told else told
