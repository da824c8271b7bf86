"""The lists of press releases: of a year, with a partner, about a theme, in parts of fifty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from city_relations.links.addresses import Addresses
from city_relations.schema.choices import Theme
from city_relations.schema.press_release import PressRelease
from city_relations.timeline import by_partner

# What a list is about: a year, a partner by its slug, a theme.
Subject = int | str | Theme
MOST = 50  # releases on one page


@dataclass(frozen=True)
class ReleaseList:
    """The releases of a year, with a partner or about a theme, newest first."""

    of: Subject
    releases: tuple[PressRelease, ...]

    @property
    def parts(self) -> tuple[tuple[PressRelease, ...], ...]:
        """Return the releases a page each, at most MOST; the first page holds the newest."""
        return tuple(self.releases[i : i + MOST] for i in range(0, len(self.releases), MOST))

    def address(self, addresses: Addresses) -> str:
        """Return where the first page lives."""
        if isinstance(self.of, Theme):
            return addresses.releases_on(self.of)
        return (
            addresses.year(self.of) if isinstance(self.of, int) else addresses.releases_of(self.of)
        )

    def addresses(self, addresses: Addresses) -> Iterator[str]:
        """Yield where each page lives."""
        first = self.address(addresses)
        yield from (addresses.part(first, n) for n in range(1, len(self.parts) + 1))


def release_lists(
    years: Mapping[int, tuple[PressRelease, ...]], releases: Iterable[PressRelease]
) -> Iterator[ReleaseList]:
    """Yield every list that holds a release: of years, then of partners, then of themes."""
    told = tuple(releases)
    yield from (ReleaseList(year, found) for year, found in years.items())
    yield from (ReleaseList(slug, found) for slug, found in by_partner(told).items())
    for theme in Theme:
        if found := tuple(release for release in told if theme in release.themes):
            yield ReleaseList(theme, found)
