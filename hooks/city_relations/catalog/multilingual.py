"""What a catalog knows of its languages: whose page stands where, and who can read it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from city_relations.catalog import languages
from city_relations.catalog.easy import EasyLanguage
from city_relations.catalog.release_lists import ReleaseList
from city_relations.catalog.seen import Seen
from city_relations.content.written_pages import WrittenPage
from city_relations.links.addresses import Addresses, site_addresses
from city_relations.schema.choices import Theme
from city_relations.schema.city import City
from city_relations.schema.press_release import PressRelease


class Multilingual(Seen):
    """A catalog among those of the site's languages; `Catalog` says what each of its parts is."""

    city: City
    withdrawn: tuple[PressRelease, ...]
    translations: Mapping[str, tuple[PressRelease, ...]]
    written: tuple[WrittenPage, ...]
    language: str
    root: Path

    @property
    @abstractmethod
    def themes(self) -> tuple[Theme, ...]:
        """Return the themes that have a page."""

    @property
    @abstractmethod
    def release_lists(self) -> tuple[ReleaseList, ...]:
        """Return the lists of releases, each of which has its pages."""

    @property
    @abstractmethod
    def years_reported(self) -> tuple[int, ...]:
        """Return the years whose report has a page, the newest first."""

    @property
    @abstractmethod
    def photo_pages(self) -> int:
        """Return how many pages the press has of photos."""

    @cached_property
    def addresses(self) -> Mapping[str, Addresses]:
        """Return the addresses of the site in each of its languages, the first one first."""
        return site_addresses(self.root, self.city.languages)

    def translations_of(self, release: PressRelease) -> tuple[PressRelease, ...]:
        """Return the translations of a release, or of the original of a translation."""
        return self.translations.get(release.slug, ())

    def original(self, release: PressRelease) -> PressRelease:
        """Return the release a translation translates; an original is its own."""
        return self._originals[release.slug] if release.translated_into else release

    @cached_property
    def _originals(self) -> dict[str, PressRelease]:
        return {release.slug: release for release in (*self.originals, *self.withdrawn)}

    def in_each_language(self, release: PressRelease) -> dict[str, PressRelease]:
        """Map each language that a release can be read in to the file that says it."""
        return languages.in_each(
            self.addresses, self.original(release), self.translations_of(release)
        )

    def speaks(self, release: PressRelease) -> bool:
        """Return whether the page of a release is in the language of these readers."""
        first = self.city.master
        return (release.own_language or first) == (self.language or first)

    @cached_property
    def releases_spoken(self) -> tuple[PressRelease, ...]:
        """Return the releases that these readers have in their language, newest first."""
        return tuple(filter(self.speaks, self.releases))

    def translations_beside(self, release: PressRelease) -> tuple[PressRelease, ...]:
        """Return the translations of an original into languages that the site is not told in."""
        known = self.addresses
        found = () if release.translated_into else self.translations_of(release)
        return tuple(one for one in found if one.own_language not in known)

    @cached_property
    def page_addresses(self) -> tuple[str, ...]:
        """Return the address of every page that is made, in each language of the site."""
        return (*self._pages.made, *self.stand_ins)

    @cached_property
    def _pages(self) -> languages.Pages:
        originals = (*self.originals, *self.withdrawn)
        return languages.Pages(
            site=self.addresses,
            lists=(
                *languages.lists(self.addresses, self._listed),
                *self.easy.rows,
            ),
            releases=tuple(self.in_each_language(release) for release in originals),
            written=self.written,
        )

    @property
    def _listed(self) -> languages.Listed:
        return languages.Listed(
            self.themes,
            self.partners,
            self.release_lists,
            self.years_reported,
            self.photo_pages,
        )

    @cached_property
    def easy(self) -> EasyLanguage:
        """Return what the site tells in easy language."""
        return EasyLanguage(self.addresses, self.partners, self.city.easy, self.written)

    @cached_property
    def stand_ins(self) -> Mapping[str, tuple[str, WrittenPage]]:
        """Map addresses to a language and the hand-written page that ours stands for there."""
        return dict(languages.standing(self.addresses, self.written))

    def in_languages(self, address: str) -> Mapping[str, str]:
        """Map each language that a page can be read in to its address, this one among them."""
        return self._pages.by_address.get(address, {})

    def address_for(self, address: str) -> str:
        """Return where a page of the first language stands in that of these readers.

        One that is not in it, or was meant in another language, stays where it is.
        """
        row = self.in_languages(address)
        meant = row.get(self.city.master) == address
        return row.get(self.language, address) if meant else address
