"""Pages by their address, each finished when it is first looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from city_relations.publish.held import Pages
from city_relations.published import Later, Output, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import print_of_page

# Kinds whose pages are alike but for what they tell.
MANY = frozenset(("easy", "list", "partner", "release", "theme"))


class PagesInTime(Pages):
    """The pages among what editions give, by address, in the order they were given.

    A page is made, where that was left for later, and finished when it is looked up: its title is
    set as its body is, and its head holds what belongs there.
    """

    def __init__(self, given: Iterable[tuple[Edition, Sequence[Output]]]) -> None:
        """Hold the pages that editions give, made or not."""
        self._given: dict[str, tuple[Edition, Page | Later]] = {}
        self._made: dict[str, Page] = {}
        for edition, outputs in given:
            for page in outputs:
                if isinstance(page, Page) or (isinstance(page, Later) and page.kind):
                    self._given[_address(page)] = edition, page

    def __getitem__(self, address: str) -> Page:
        """Return the page of an address, made the first time."""
        if address not in self._made:
            edition, given = self._given[address]
            (page,) = given.make() if isinstance(given, Later) else (given,)
            if not isinstance(page, Page):
                raise TypeError(f"{address} is no page")
            self._made[address] = edition.finish(page)
        return self._made[address]

    def __contains__(self, address: object) -> bool:
        """Return whether a page has this address; nothing is made for it."""
        return address in self._given

    def __iter__(self) -> Iterator[str]:
        """Yield the addresses; nothing is made for it."""
        return iter(self._given)

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self._given)

    def told(self) -> Iterator[Page]:
        """Yield every page, each made."""
        return iter(self.values())

    def print_of(self, address: str) -> str:
        """Return a print of all that the page of an address says, made the first time."""
        return print_of_page(self[address])

    def one_of_each_kind(self) -> list[str]:
        """Return the address of the first page of each kind of which there are many, made later."""
        told = [page for _, page in self._given.values()]
        later = [page for page in told if isinstance(page, Later) and page.kind in MANY]
        return list({page.kind: _address(page) for page in reversed(later)}.values())


def _address(page: Page | Later) -> str:
    return page.address if isinstance(page, Page) else page.paths[0].removesuffix("index.html")
