"""French typography on finished text: firm spaces, real apostrophes, raised « er ».

Only spaces that are written change width; nothing is added between words (Imprimerie nationale,
Lexique des règles typographiques). Doing it twice changes nothing.
"""

from __future__ import annotations

import re

THIN, FIRM = "\u202f", "\u00a0"
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
UNITS = "€|%|km²?|kg|[kMG]o|m²?|ans?|mois|h|°C|habitants?|euros?|millions?|milliards?"

# What each rule replaces; a branch begins with its sign, so that most places are passed at once.
_APOSTROPHE = r"'(?=\w)(?<=\w')|&#39;(?=\w)(?<=\w&#39;)"
_THIN = r"[ \u00a0\u202f](?=[;!?](?!\w))"
_FIRM = (
    r"[ \u202f](?=[:»](?!\w))|[ \u202f](?<=«.)|[ ](?=\d)(?<=\bn°.)"
    rf"|[ ](?=(?:{UNITS})(?!\w))(?<=\d.)"
    rf"|[ ](?=(?:{MONTHS})\b)(?:(?<=\b\d.)|(?<=\b\d\d.)|(?<=\b1er.))"
)
_THOUSANDS = r"\d(?<![\d,.\u202f]\d)\d{0,2}(?:[ \u00a0]\d{3})+(?!\d)"
_RULES = re.compile(
    rf"(?P<apostrophe>{_APOSTROPHE})|(?P<ellipsis>\.\.\.)|(?P<thin>{_THIN})|(?P<firm>{_FIRM})"
    rf"|(?P<thousands>{_THOUSANDS})"
)
# Most words need nothing: what no rule could touch is seen in one look for one sign. Digits other
# than ours stand beyond U+0660, none of them among the signs from U+2000 to U+2FFF. What is not
# looked for is written down: Python takes a while over each sign of a set, and these are fewer.
_TOUCHED = re.compile(r"[^\0- \"-&(-/<->@-\u00aa\u00ac-\u00ba\u00bc-\u065f\u2000-\u2fff]")
# The blank between a value still to come, `{n}` or `%(n)s`, and its unit.
_UNIT_OF_VALUE = re.compile(rf"(?:(?<=\}})|(?<=\)[sd]))[ ](?=(?:{UNITS})(?!\w))")
_SIGNS = {"apostrophe": "’", "ellipsis": "…", "thin": THIN, "firm": FIRM}
_THIN_GAPS = str.maketrans({" ": THIN, FIRM: THIN})
_FIRST = re.compile(r"\b1er\b")


def french(text: str) -> str:
    """Set plain French text."""
    touched = _TOUCHED.search(text) or "..." in text
    return _RULES.sub(_set, text) if touched else text


def _set(found: re.Match[str]) -> str:
    """Return what a rule puts in a place."""
    sign = _SIGNS.get(found.lastgroup or "")
    return sign or found[0].translate(_THIN_GAPS)


def french_pattern(pattern: str) -> str:
    """Set a French sentence whose values are still to come, such as `{n} ko`."""
    return _UNIT_OF_VALUE.sub(FIRM, french(pattern))


def french_html(text: str) -> str:
    """Set the French text between two tags."""
    told = french(text)
    return _FIRST.sub("1<sup>er</sup>", told) if "1er" in told else told
