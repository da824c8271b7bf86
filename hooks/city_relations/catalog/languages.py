"""The site in several languages: which pages are one another's translation, what each lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from city_relations.catalog.release_lists import ReleaseList
from city_relations.content.written_pages import EASY, ENDING, WrittenPage
from city_relations.links import written_address
from city_relations.links.addresses import Addresses
from city_relations.schema.choices import Theme
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease

Site = Mapping[str, Addresses]
# One page in each language that has it, by its address.
Row = dict[str, str]

LISTS = (
    *("agenda", "data", "eco_design", "embed", "journal", "map", "partners", "press"),
    *("releases",),
    *("reports", "search", "subscribe", "take_part", "themes", "timeline"),
)


@dataclass(frozen=True)
class Pages:
    """The pages of a site, each in the languages that have it.

    `lists` are those made of facts; `releases` map languages to the files that say a release.
    """

    site: Site
    lists: tuple[Row, ...]
    releases: tuple[dict[str, PressRelease], ...]
    written: tuple[WrittenPage, ...]

    @cached_property
    def _releases(self) -> tuple[Row, ...]:
        address = self.site[first(self.site)].release
        return tuple({own: address(one) for own, one in row.items()} for row in self.releases)

    @property
    def made(self) -> tuple[str, ...]:
        """Return the addresses of the pages that are made."""
        return tuple(at for row in (*self.lists, *self._releases) for at in row.values())

    @cached_property
    def by_address(self) -> dict[str, Row]:
        """Map every address to the addresses of that page, by language."""
        rows = (*self.lists, *self._releases, *written(self.site, self.written))
        return {at: row for row in rows for at in row.values()}


@dataclass(frozen=True)
class Listed:
    """What has pages in every language: themes, partners, lists, years reported, photos."""

    themes: Sequence[Theme]
    partners: Sequence[Partner]
    of_releases: Sequence[ReleaseList]
    reported: Sequence[int]
    photo_pages: int


def lists(site: Site, told: Listed) -> Iterator[Row]:
    """Yield the pages that are made of facts: each stands in every language."""
    for name in LISTS:
        yield {language: getattr(a, name) for language, a in site.items()}
    for n in range(1, told.photo_pages + 1):
        yield {language: a.part(a.photos, n) for language, a in site.items()}
    for theme in told.themes:
        yield {language: a.theme(theme) for language, a in site.items()}
    for listed in told.of_releases:
        for pages in zip(*(listed.addresses(a) for a in site.values()), strict=True):
            yield dict(zip(site, pages, strict=True))
    for year in told.reported:
        yield {language: a.report(year) for language, a in site.items()}
    for partner in told.partners:
        yield {language: a.partner(partner.slug) for language, a in site.items()}


def in_each(
    site: Site, release: PressRelease, translations: Sequence[PressRelease]
) -> dict[str, PressRelease]:
    """Map each language that a release can be read in to the file that says it.

    The site's languages stand in their order, others behind them.
    """
    found = {one.own_language or first(site): one for one in (*translations, release)}
    order = [*(one for one in site if one in found), *sorted(found.keys() - site.keys())]
    return {language: found[language] for language in order}


def written(site: Site, pages: Sequence[WrittenPage]) -> Iterator[Row]:
    """Yield the hand-written pages, and what stands for them in languages they are not in."""
    standing_for = {page.original: Row() for page in pages}
    for address, (language, page) in standing(site, pages):
        standing_for[page.original][language] = address
    standing_for.pop(f"index{EASY}{ENDING}", None)  # the list of what is easy: see `easy.py`
    for original, made in standing_for.items():
        family = (page for page in pages if page.original == original)
        told = made | {page.language or first(site): written_address(site, page) for page in family}
        yield {language: told[language] for language in site if language in told}


def standing(
    site: Site, pages: Sequence[WrittenPage]
) -> Iterator[tuple[str, tuple[str, WrittenPage]]]:
    """Yield what stands for hand-written pages whose part made of facts is due in every language.

    Each is an address, its language, and the page in the site's first language.
    """
    told = {(page.original, page.language) for page in pages}
    for page in pages:
        part = part_of(page)
        if page.language or page.eases or part not in STANDING:
            continue
        for language, addresses in [*site.items()][1:]:
            if (page.original, language) not in told:
                yield getattr(addresses, STANDING[part]), (language, page)


def part_of(page: WrittenPage) -> str:
    """Return the part made of facts told where a page is not written: of the first page, home."""
    return "home" if page.original == "index.md" else page.insert


def first(site: Site) -> str:
    """Return the site's first language."""
    return next(iter(site))


# The parts of hand-written pages that stand for themselves, and where: attributes of addresses.
STANDING: Mapping[str, str] = MappingProxyType(
    {name: name for name in ("home", "legal", "accessibility", "privacy")}
)
