"""The order of names: Unicode's (UTS 10), and that of the languages which order letters otherwise.

Each tailoring follows CLDR's: `z<å<ä<ö` puts these letters, in this order, after all that begins
with z. A letter may be two signs, such as the dh of Albanian.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
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


def sort_keys(names: Sequence[str], language: str) -> list[tuple[int, ...]]:
    """Return what each name is ordered by among the others in a language (BCP 47)."""
    told = [_tailored(name, base_language(language)) for name in names]
    collator = _Collator(set(unicodedata.normalize("NFD", "".join(told))))
    return [tuple(collator.sort_key(one)) for one in told]


def _tailored(name: str, base: str) -> str:
    """Return a name with the letters that its language orders otherwise put where they stand."""
    plain = unicodedata.normalize("NFC", name)
    letters = _letters(base)
    if not letters:
        return plain
    lower = plain.replace("I", "ı").lower() if base == "tr" else plain.lower()
    longest = "|".join(map(re.escape, sorted(letters, key=len, reverse=True)))
    return re.sub(longest, lambda found: letters[found[0]], lower)


@cache
def _letters(language: str) -> Mapping[str, str]:
    """Map each letter that a language orders otherwise to signs that stand there."""
    found: dict[str, str] = {}
    for rule in TAILORED.get(language, "").split():
        base, *after = rule.split("<")
        for n, same in enumerate(after):
            found |= {letter: base + chr(_LAST + n) for letter in same.split("=")}
    return MappingProxyType(found)


class _Collator(Collator):  # type: ignore[misc]
    """Unicode's order for texts of some letters: the whole table takes ten megabytes."""

    def __init__(self, letters: set[str]) -> None:
        self._codes = {f"{ord(letter):04X}" for letter in letters}
        super().__init__()

    def load(self, filename: str) -> None:
        """Read the lines of the table that begin with one of the letters, or say how it is read."""
        with Path(filename).open(encoding="utf-8") as table:
            found = [line for line in table if line[0] == "@" or line.split(" ")[0] in self._codes]
        try:
            with TemporaryDirectory() as folder:
                asked = Path(folder, "letters.txt")
                asked.write_text("".join(found), encoding="utf-8")
                super().load(str(asked))
        except OSError:  # no room for them
            super().load(filename)
