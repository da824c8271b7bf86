"""The order of names: Unicode's (UTS 10), and that of the languages which order letters otherwise.

Each tailoring follows CLDR's: `z<å<ä<ö` puts these letters, in this order, after all that begins
with z. A letter may be two signs, such as the dh of Albanian.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from pyuca import Collator

from city_relations.language.words import base_language

_DANISH = "z<æ=ä<ø=ö<å=aa"
TAILORED: Mapping[str, str] = MappingProxyType(
    {
        "cs": "c<č h<ch r<ř s<š z<ž",
        "da": _DANISH,
        "eo": "c<ĉ g<ĝ h<ĥ j<ĵ s<ŝ u<ŭ",
        "es": "n<ñ",
        "et": "s<š<z<ž w<õ<ä<ö<ü",
        "fi": "z<å<ä<ö",
        "hr": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
        "lt": "c<č i<y s<š z<ž",
        "lv": "c<č g<ģ i<y k<ķ l<ļ n<ņ s<š z<ž",
        "nb": _DANISH,
        "nn": _DANISH,
        "no": _DANISH,
        "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
        "ro": "a<ă<â i<î s<ș=ş t<ț=ţ",
        "sk": "a<ä c<č h<ch o<ô s<š z<ž",
        "sl": "c<č<ć d<đ s<š z<ž",
        "sq": "c<ç d<dh e<ë g<gj l<ll n<nj r<rr s<sh t<th x<xh z<zh",
        "sv": "z<å<ä=æ<ö=ø",
        "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü",
    }
)
# Signs of nobody, which Unicode orders after every other, one after the next (UTS 10, 10.1.3).
_LAST = 0x10FF00


def sort_key(name: str, language: str) -> tuple[int, ...]:
    """Return what a name is ordered by among others in a language (BCP 47)."""
    plain = unicodedata.normalize("NFC", name)
    base = base_language(language)
    if letters := _letters(base):
        lower = plain.replace("I", "ı").lower() if base == "tr" else plain.lower()
        longest = "|".join(map(re.escape, sorted(letters, key=len, reverse=True)))
        plain = re.sub(longest, lambda found: letters[found[0]], lower)
    return tuple(_collator().sort_key(plain))


@cache
def _letters(language: str) -> Mapping[str, str]:
    """Map each letter that a language orders otherwise to signs that stand there."""
    found: dict[str, str] = {}
    for rule in TAILORED.get(language, "").split():
        base, *after = rule.split("<")
        for n, same in enumerate(after):
            found |= {letter: base + chr(_LAST + n) for letter in same.split("=")}
    return MappingProxyType(found)


@cache
def _collator() -> Collator:
    """Read the table of Unicode, which takes some tenths of a second."""
    return Collator()
