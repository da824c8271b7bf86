"""Which partner a name means, as people write it: « Turin », « Torino », « Ville de Turin »."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from city_relations.schema.choice import read_choice
from city_relations.schema.choices import PartnerKind
from city_relations.schema.lists import PARTING, parted
from city_relations.schema.nearest import NEARER, closest, folded
from city_relations.schema.values import SLUG

FILE = re.compile(r"^(?:[./\w-]*/)?([\w-]+)\.ya?ml$")
# What people write between two partners; a space too, where each word is the name of one.
SPACE = re.compile(r"\s+")
PARTINGS = (PARTING, re.compile(r"\s*(?:->|→|[/&+|•·])\s*|\s+[-–—]\s+"), SPACE)
LINK = 2  # the longest word that only links: « de », « d’ », « la »


class Called:
    """Finds the short name of the one partner that goes by a name; gives "" for none or several.

    `names` holds each name beside the short name of its partner, `slugs` every short name.
    """

    def __init__(self, names: Iterable[tuple[str, str]], slugs: Collection[str]) -> None:
        self._known = slugs
        found: dict[str, set[str]] = {}
        sound = [slug for slug in slugs if SLUG.fullmatch(slug)]
        for name, slug in (*zip(sound, sound, strict=True), *names):
            found.setdefault(folded(name), set()).add(slug)
        self._slugs = {name: slugs.pop() for name, slugs in found.items() if len(slugs) == 1}

    def each(self, written: str) -> list[str]:
        """Return the short names of the partners written as one name: « Turin et Korça »."""
        if slug := self(written):
            return [slug]
        for sign in PARTINGS:
            names = parted(written, sign)
            slugs = [self(name) for name in names]
            if all(slugs) or (any(slugs) and self._are_names(names, sign)):
                return [slug or name for slug, name in zip(slugs, names, strict=True)]
        return [written]

    def _are_names(self, names: list[str], sign: re.Pattern[str]) -> bool:
        """Return whether words parted at a sign are partners, though one be misspelt.

        A space parts the words of one name as well: they must be near to names of partners.
        """
        return sign != SPACE or all(closest(name, self._slugs, NEARER) for name in names)

    def __call__(self, written: str) -> str:
        """Return the short name of the partner that was written."""
        written = written.strip()
        if found := FILE.match(written):
            written = found[1]
        if written in self._known:
            return written
        words = re.findall(r"\w+", written)
        starts = (n for n in range(len(words)) if _is_title(words[:n]))
        return next(filter(None, (self._slugs.get(folded("".join(words[n:]))) for n in starts)), "")


def _is_title(words: list[str]) -> bool:
    """Return whether words before a name only say what it is: « Ville de »."""
    while words and len(words[-1]) <= LINK:
        words = words[:-1]
    return not words or read_choice(" ".join(words), PartnerKind) is not None
