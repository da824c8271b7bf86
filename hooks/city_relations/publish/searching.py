"""The search's index, written beside the pages it finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from city_relations.publish.own_files import put_file
from city_relations.publish.site import Site
from city_relations.published import Asset, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import print_of_page
from city_relations.schema.press_release import PressRelease
from city_relations.search.index import files


def write_search(folder: Path, site: Site, written: Iterable[Page]) -> None:
    """Write what the search reads in each language; `written` are the hand-written pages, framed.

    What nobody translated is found in every language.
    """
    for asset in search_files(site, written):
        put_file(f"{folder}/{asset.path}", asset.content)


def search_files(site: Site, written: Iterable[Page]) -> Iterator[Asset]:
    """Yield what the search reads in each language."""
    by_hand = {page.address: page for page in written}
    pages = [*site.pages.told(), *by_hand.values()]

    def look(address: str) -> Page:
        return by_hand.get(address) or site.pages[address]

    def print_of(address: str) -> str:
        page = by_hand.get(address)
        return print_of_page(page) if page else site.pages.print_of(address)

    for edition in site.editions.values():
        listed = [page for page in pages if _is_listed(page, edition, site)]
        yield from files(edition, listed, look, print_of)


def _is_listed(page: Page, edition: Edition, site: Site) -> bool:
    """Return whether the readers of an edition find a page: it is theirs, or no page of theirs is.

    Pages of others that are made of facts are theirs as well, at another address.
    """
    if site.edition_in(page.language) is edition:
        return True
    record = edition.catalog.record(page.source)
    return isinstance(record, PressRelease) and record.file in edition.foreign_files
