"""Old addresses: where each leads, for pages, files and servers alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from city_relations.links.addresses import Addresses
from city_relations.rendering.context import Context, derived_once
from city_relations.schema.choices import Theme
from city_relations.schema.press_release import PressRelease


@dataclass(frozen=True)
class Move:
    """A page that had another name: its old and new addresses, its old and new short names.

    Files stand below the page's address, and the names of some begin with its short name.
    """

    old: str
    new: str
    name: str
    new_name: str

    def former_path(self, path: str) -> str:
        """Return the path a file below the new address had below the old one."""
        folder, _, name = path.removeprefix(self.new).rpartition("/")
        if name.startswith(self.new_name):
            name = self.name + name.removeprefix(self.new_name)
        return f"{self.old}{folder}/{name}" if folder else f"{self.old}{name}"


@derived_once
def moves(context: Context) -> tuple[Move, ...]:
    """Return every old address in a language of the site of a partner or release.

    Translations below their originals are left to these; one whose language the site has been given
    leads from there to its page in it.
    """
    return tuple(_moves(context, context.addresses, context.language))


@derived_once
def moved_pages(context: Context) -> tuple[tuple[str, str], ...]:
    """Return each old address of a page with the one it leads to, translations among them.

    Reports of years that have none here any more lead to their list. An address of a site before
    this one may be a page's, `news/turin.html`; all others end with `/`. Those of such a site are
    told in the first language alone.
    """
    elsewhere = _elsewhere(context) if context.language == context.catalog.city.master else ()
    return (*_pages(context, moves(context)), *elsewhere, *_older_reports(context))


@derived_once
def every_move(context: Context) -> tuple[Move, ...]:
    """Return every old address in each language of the site."""
    if len(context.addresses.site) <= 1:
        return moves(context)
    site = context.addresses.site.items()
    return tuple(move for language, own in site for move in _moves(context, own, language))


@derived_once
def every_moved_page(context: Context) -> tuple[tuple[str, str], ...]:
    """Return each old address of a page in any language with the one it leads to."""
    return (*_pages(context, every_move(context)), *_elsewhere(context))


def _elsewhere(context: Context) -> Iterator[tuple[str, str]]:
    """Yield the addresses that releases had on a site before this one."""
    for record in (*context.catalog.records, *context.catalog.withdrawn):
        if isinstance(record, PressRelease):
            for old in dict.fromkeys(record.old_addresses):
                yield old.removeprefix("/"), context.addresses.release(record)


def _older_reports(context: Context) -> Iterator[tuple[str, str]]:
    """Yield where reports stood that the site has no more: the list names their years."""
    catalog, addresses = context.catalog, context.addresses
    for year in catalog.years_told:
        if year not in catalog.years_reported:
            yield addresses.report(year), addresses.reports


def _moves(context: Context, addresses: Addresses, language: str) -> Iterator[Move]:
    catalog = context.catalog
    for partner in catalog.partners:
        for name in dict.fromkeys(partner.formerly):
            old, new = addresses.partner(name), addresses.partner(partner.slug)
            yield Move(old, new, name, partner.slug)
    first = addresses.first
    for listed in (*catalog.releases, *catalog.withdrawn):
        original = catalog.original(listed)
        told = catalog.in_each_language(original)
        if language in told and told[language].translated_into == language:
            # Where translations stood while the site was not told in their language.
            below = f"{first.year(original.year)}{original.slug}/{language}/"
            yield Move(below, addresses.release(told[language]), original.slug, original.slug)
        if language in told:
            for name in dict.fromkeys(original.formerly):
                year = addresses.year(original.year_of(name))
                new = f"{addresses.year(original.year)}{original.slug}/"
                yield Move(f"{year}{name}/", new, name, original.slug)


def _pages(context: Context, moved: Iterable[Move]) -> Iterator[tuple[str, str]]:
    """Yield the pages of moves, with what stands below: translations, a partner's releases."""
    languages, listed = _languages(context), dict(_listed(context))
    for move in moved:
        told = (f"{language}/" for language in languages.get(move.new, ()))
        for below in ("", *told, *listed.get(move.new, ())):
            yield f"{move.old}{below}", f"{move.new}{below}"


@derived_once
def _languages(context: Context) -> Mapping[str, tuple[str, ...]]:
    """Return in which languages translations stand below a release, by its original's address."""
    catalog, told = context.catalog, {}
    for release in catalog.releases:
        if beside := catalog.translations_beside(release):
            here = context.addresses.release(catalog.original(release))
            told[here] = tuple(other.translated_into for other in beside)
    return told


def _listed(context: Context) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the address of each partner's page, with the lists of releases that stand below it."""
    for own in context.addresses.site.values() or (context.addresses,):
        for one in context.catalog.release_lists:
            if isinstance(one.of, str) and not isinstance(one.of, Theme):
                page = own.partner(one.of)
                yield page, tuple(address.removeprefix(page) for address in one.addresses(own))
