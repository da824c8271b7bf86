"""The known word nearest to one that was written, accents, case and signs aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import filterfalse

NEAR, NEARER = 0.6, 0.8


def is_blank(text: str) -> bool:
    """Return whether there is nothing to see in a text: spaces, signs of no width, bare accents."""
    first = text[:1]
    if first.isascii() and first.isalnum():  # most texts, at once
        return False
    return all(unicodedata.category(s) in _UNSEEN or s in _FILLERS for s in text)


_UNSEEN = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Mn", "Me"))
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"  # letters by name, which show nothing


def says_nothing(value: object) -> bool:
    """Return whether a value is left empty, and all that it holds: forms write such values."""
    if isinstance(value, dict):
        return all(map(says_nothing, value.values()))
    if isinstance(value, list):
        return all(map(says_nothing, value))
    return value is None or (isinstance(value, str) and is_blank(value))


def folded(text: str) -> str:
    """Fold a name for comparison: lower case, no accents, no signs."""
    bare = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"[\W_]+", "", "".join(filterfalse(unicodedata.combining, bare)))


def closest(word: str, known: Iterable[str], cutoff: float = NEAR) -> str:
    """Return the known word that resembles most, or nothing."""
    by_fold = {folded(name): name for name in sorted(known, reverse=True)}
    found = get_close_matches(folded(word), by_fold, n=1, cutoff=cutoff)
    return by_fold[found[0]] if found else ""
