"""The ids of headings, and which of them an author means by an anchor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from urllib.parse import unquote

from slugify import slugify


def heading_ids(titles: Iterable[str]) -> Iterator[str]:
    """Yield an id for each heading of a text: Python-Markdown's, so that old addresses last.

    A title without a Latin letter keeps its own letters; of two alike the second ends in `_1`.
    """
    seen: set[str] = set()
    for title in titles:
        stem = ascii_id(title) or forge_id(title) or "section"
        own, n = stem, 0
        while own in seen:
            n += 1
            own = f"{stem}_{n}"
        seen.add(own)
        yield own


def ascii_id(title: str) -> str:
    """Return the id Python-Markdown makes of a title."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def forge_id(title: str) -> str:
    """Return the id the forges make of a title, which is what their previews let authors copy."""
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", title.strip().lower()))


@dataclass(frozen=True)
class Anchor:
    """A place on a page: its id there, and what an author may call it."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Anchors:
    """The places of one page that a link can lead to."""

    places: tuple[Anchor, ...]

    @cached_property
    def _by_name(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for place in self.places:
            for name in (place.id, *place.names):
                found.setdefault(_folded(name), place.id)
        return found

    def find(self, anchor: str) -> str:
        """Return the id of the place that an anchor means; nothing where there is none."""
        wanted = unquote(anchor)
        exact = {place.id for place in self.places}
        if wanted in exact:
            return wanted
        return self._by_name.get(_folded(wanted), "") or self._numbered(_folded(wanted))

    def _numbered(self, wanted: str) -> str:
        """Read the forges' `etape-1` for the second heading of one title."""
        found = re.fullmatch(r"(?P<stem>.+)-(?P<n>\d+)", wanted)
        return self._by_name.get(f"{found['stem']}_{found['n']}", "") if found else ""

    def nearest(self, anchor: str) -> str:
        """Return the anchor that was probably meant, as the forges write it; perhaps nothing."""
        spoken = {_folded(name): name for place in self.places for name in place.names[::-1]}
        near = get_close_matches(_folded(unquote(anchor)), spoken, 1, 0.6)
        return spoken[near[0]] if near else ""


def anchors(headings: Iterable[tuple[str, str]], prefix: str = "") -> Anchors:
    """Return the places of headings, each an id and a title, as they are on a page."""
    return Anchors(tuple(Anchor(prefix + own, names_of(own, title)) for own, title in headings))


def names_of(own: str, title: str) -> tuple[str, ...]:
    """Return what an author may call a heading: the forges' id first, then others."""
    return forge_id(title), own, slugify(re.sub("['’]", "-", title)), title


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.strip().lower())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[\s-]+", "-", plain.removeprefix("user-content-"))
