"""The menu as whichever engine has read it: pages, ways out, and sections of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from city_relations.publish.menus import MenuItem
from city_relations.published import Link


@dataclass(frozen=True)
class Entry:
    """An entry of a menu; `entries` are those of a section, which has no address.

    Its title may hold HTML. `address` is the page's, from the site's root, or another site's URL.
    """

    title: object
    address: str = ""
    is_page: bool = False
    entries: tuple[Entry, ...] = ()


def menu(entries: Iterable[Entry]) -> Iterator[MenuItem]:
    """List the entries of the menu; one with entries of its own leads to its first page."""
    for entry in entries:
        inside = frozenset(_pages(entry)) if entry.entries else frozenset[str]()
        target = entry.entries[0] if entry.entries else entry
        yield MenuItem(plain(entry.title), target.address, inside)


def sections(entries: Iterable[Entry], address: str) -> tuple[Link, ...]:
    """Return the sections that a page stands in, the outermost first; the last place counts."""
    found: tuple[Link, ...] = ()
    for entry in entries:
        if address in _pages(entry):
            way = Link(entry.entries[0].address, plain(entry.title)) if entry.entries else None
            found = (way, *sections(entry.entries, address)) if way else ()
    return found


def _pages(entry: Entry) -> Iterator[str]:
    for below in entry.entries:
        yield from _pages(below)
    if entry.is_page:
        yield entry.address


def plain(text: object) -> str:
    """Return a title of an engine without its tags and entities: engines take words for HTML."""
    return Markup(str(text or "")).striptags()  # noqa: S704 - nothing of it is left as HTML
