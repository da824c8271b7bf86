"""What is listed on several pages: how these are called, and which lie beside which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from city_relations.language.words import say
from city_relations.published import Link
from city_relations.rendering.context import Context


@dataclass(frozen=True)
class Paging:
    """One of several pages: its number from 1, and all of them in order."""

    number: int
    pages: tuple[Link, ...]

    @property
    def here(self) -> Link:
        """Return the page itself."""
        return self.pages[self.number - 1]

    def near(self, step: int) -> Link | None:
        """Return the page so many further on, where there is one."""
        at = self.number - 1 + step
        return self.pages[at] if 0 <= at < len(self.pages) else None


def pages_named(context: Context, title: str, addresses: Iterable[str]) -> tuple[Link, ...]:
    """Return the way to each page of a list; those after the first are named by their number."""
    told = enumerate(addresses, 1)
    said = ((n, address, say("{title}, page {n}", title=title, n=n)) for n, address in told)
    return tuple(Link(at, context.words(name) if n > 1 else title) for n, at, name in said)
