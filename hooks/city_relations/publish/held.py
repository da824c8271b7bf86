"""What editions give, put aside until it is written: only what it is called stays in memory."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Generic, TypeVar, overload

from city_relations.published import NOTHING, Asset, Copy, Page
from city_relations.rendering.kept_pages import packed, print_of_packed, unpacked
from city_relations.spool import Span, Spool

F = TypeVar("F", Asset, Copy)
X = TypeVar("X")


class Pages(Mapping[str, Page]):
    """The pages of a site by their address, in the order they were given."""

    @abstractmethod
    def told(self) -> Iterator[Page]:
        """Yield every page as far as others must know of it: names, kind, source and day."""

    @abstractmethod
    def print_of(self, address: str) -> str:
        """Return a print of all that a page says: another page has another."""


class HeldPages(Pages):
    """Pages that are finished and put aside; each is read again when it is looked at."""

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._held: dict[str, tuple[Page, Span, str]] = {}

    def add(self, page: Page) -> Page:
        """Put a page aside; return it without what it says."""
        content = packed(page)
        told = Page(
            address=page.address,
            title=page.title,
            body=NOTHING,
            language=page.language,
            kind=page.kind,
            source=page.source,
            updated=page.updated,
            searchable=page.searchable,
        )
        self._held[page.address] = told, self._spool.put(content), print_of_packed(content)
        return told

    def told(self) -> Iterator[Page]:
        """Yield every page as far as others must know of it."""
        return (told for told, _, _ in self._held.values())

    def print_of(self, address: str) -> str:
        """Return a print of all that a page says; nothing is read for it."""
        return self._held[address][2]

    def __getitem__(self, address: str) -> Page:
        """Return the page of an address, whole."""
        return unpacked(self._spool.get(self._held[address][1]))

    def __contains__(self, address: object) -> bool:
        """Return whether a page has this address; nothing is read for it."""
        return address in self._held

    def __iter__(self) -> Iterator[str]:
        """Yield the addresses; nothing is read for it."""
        return iter(self._held)

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self._held)


class HeldFiles(Sequence[F], Generic[F, X]):
    """Files by their paths, each made again when it is looked at."""

    def __init__(self, read: Callable[[str, X], F]) -> None:
        self._read: Callable[[str, X], F] = read
        self._told: list[tuple[str, X]] = []

    def add(self, path: str, told: X) -> None:
        """Add a file, told by what `read` makes it of."""
        self._told.append((path, told))

    @property
    def paths(self) -> list[str]:
        """Return where they live; nothing is read for it."""
        return [path for path, _ in self._told]

    @overload
    def __getitem__(self, at: int) -> F: ...
    @overload
    def __getitem__(self, at: slice) -> list[F]: ...
    def __getitem__(self, at: int | slice) -> F | list[F]:
        """Return a file, or some."""
        if isinstance(at, slice):
            return [self._read(*told) for told in self._told[at]]
        return self._read(*self._told[at])

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._told)


def held_assets(spool: Spool) -> HeldFiles[Asset, Span]:
    """Return a place for files that are made: their bytes lie in a spool."""
    return HeldFiles(lambda path, span: Asset(path, spool.get(span)))


def held_copies() -> HeldFiles[Copy, str]:
    """Return a place for files that lie finished elsewhere."""
    return HeldFiles(lambda path, file: Copy(path, Path(file)))
