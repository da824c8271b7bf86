"""The menu: as its configuration has it, and as the readers of another language are led."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from city_relations.published import Page
from city_relations.rendering.edition import Edition


@dataclass(frozen=True)
class MenuItem:
    """An entry of the menu; `inside` holds the addresses of the pages of its section."""

    title: str
    address: str
    inside: frozenset[str] = frozenset()

    def holds(self, page: Page) -> bool:
        """Return whether a page stands below this entry, which is not the page itself."""
        above = {link.address for link in page.trail[1:] if link.address}
        return bool(self.address) and (
            self.address in above or page.address in self.inside or bool(above & self.inside)
        )


def translated_menu(
    edition: Edition, menu: Iterable[MenuItem], made: Mapping[str, Page]
) -> Iterator[MenuItem]:
    """Yield the entries of a menu that lead to a page in the language of an edition.

    Each is called as its page is, hand-written or one of those `made`; a section as the first of
    its pages. An entry of a page that nobody wrote in this language is left out; another site's
    stays.
    """
    written = _titles(edition)
    for item in menu:
        if "://" in item.address:
            yield item
            continue
        pages = (_own(edition, address) for address in (item.address, *sorted(item.inside)))
        there = (page for page in pages if page and (page in written or page in made))
        own = list(dict.fromkeys(there))
        if own and (item.inside or _own(edition, item.address) == own[0]):
            inside = frozenset(own) if item.inside else frozenset()
            yield MenuItem(written.get(own[0]) or made[own[0]].title, own[0], inside)


def _own(edition: Edition, address: str) -> str | None:
    """Return where a page stands in the language of an edition; nothing where it does not."""
    return edition.catalog.in_languages(address).get(edition.language)


def _titles(edition: Edition) -> dict[str, str]:
    """Return what hand-written pages in the language of an edition are called, by address."""
    written = {
        address: page.title
        for address, page in edition.catalog.written_at.items()
        if page.language == edition.language
    }
    return {**written, edition.addresses.home: edition.words.gettext("Home")}
