"""German typography on finished text: spaces that must not break (DIN 5008)."""

from __future__ import annotations

import re

FIRM, NARROW = "\u00a0", "\u202f"
MONTHS = (
    "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    "|Frühling|Sommer|Herbst|Winter"
)
UNITS = r"€|%|km²?|kg|[kMG]B|m²?|Jahren?|Monaten?|Uhr|°C|Einwohner|Euro|Millionen|Milliarden"
# « z. B. », a day before its month, a number before its unit, « Nr. 5 », a dash within a sentence.
_FIRM = re.compile(
    rf" (?=(?:{UNITS})(?!\w))(?<=\d.)|(?<=\d\.) (?=(?:{MONTHS})\b)"
    r"|(?:(?<=\bNr\.)|(?<=\bArt\.)|(?<=§)) (?=\d)|(?<=\w) (?=–\s)"
)
_ABBREVIATED = re.compile(r"\b(z|u|d|i|o|s)\. ?(B|a|Ä|h|A|d|R)\.")


def german(text: str) -> str:
    """Set plain German text; doing it twice changes nothing."""
    told = _FIRM.sub(FIRM, text)
    return _ABBREVIATED.sub(rf"\1.{NARROW}\2.", told) if ". " in told else told
