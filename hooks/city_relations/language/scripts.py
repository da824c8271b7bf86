"""Which letters are of another script than Latin: a page with one needs more than our web fonts."""

from __future__ import annotations

import re

# Latin with its signs ends at U+036F; U+1D00 to U+1EFF are its phonetic letters, U+2000 to U+2E7F
# signs of every script, U+A700 and U+AB30 more of Latin, U+E000 nobody's, U+FB00 its ligatures,
# U+1D000 to U+1FFFF notes, figures and pictures.
_OTHER = (  # compiled when a text may hold one: most hold none
    r"[^\0-\u036f\u1d00-\u1eff\u2000-\u2e7f\ua700-\ua7ff\uab30-\uab6f\ud800-\uf8ff\ufb00-\ufb12"
    r"\ufe00-\ufe2f\ufe50-\ufe6f\ufeff\ufff0-\uffff\U0001d000-\U0001ffff\U00040000-\U0010ffff]"
)
# First bytes of letters below U+0340, and of signs, in UTF-8.
_PLAIN = bytes(range(0xCD)) + b"\xe2"


def other_letters(text: str) -> list[str]:
    """Return each letter of a text that is of another script, as often as it stands there."""
    return re.findall(_OTHER, text) if _may_hold(text.encode("utf-8", "replace")) else []


def other_letters_of(document: bytes) -> frozenset[str]:
    """Return which letters of a document in UTF-8 are of another script."""
    if not _may_hold(document):
        return frozenset()
    return frozenset(re.findall(_OTHER, document.decode("utf-8", "replace")))


def _may_hold(document: bytes) -> bool:
    """Return whether a letter of another script may be in it; most pages say no, and at once."""
    return bool(document.translate(None, _PLAIN))
