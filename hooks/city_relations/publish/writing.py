"""The pages of ours, framed and written into the folder of the site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from city_relations.language.scripts import other_letters_of
from city_relations.progress import WRITING
from city_relations.publish.frame import frame, missing
from city_relations.publish.layout import Layout
from city_relations.publish.own_files import put_file
from city_relations.publish.script_sheet import letters_below, write_script_files
from city_relations.publish.site import Site
from city_relations.publish.weighing import last_of_all, letters_with_figures, with_figures
from city_relations.publish.weight import PageWeights
from city_relations.published import Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.keeping import Form, Made
from city_relations.servers.place import MISSING

DOCUMENT = Form[bytes](
    lambda document: Made(None, document),
    lambda made: made.content if made.facts is None else None,
)


def write_pages(folder: Path, site: Site, layouts: Mapping[str, Layout]) -> PageWeights:
    """Write every page of ours, and return what the pages of the folder weigh.

    The ones that tell it come last, and just before them the fonts for letters of other scripts
    that any page holds, hand-written ones among them. `layouts` are what stands around the pages of
    each language of the site.
    """
    _write_missing(folder, site, layouts)
    weights = PageWeights(folder)
    prints = {own: site.edition.ledger.print_of(layout) for own, layout in layouts.items()}
    letters = set(letters_below(folder))
    told = sorted(site.pages.told(), key=last_of_all)
    lasting = [one.address for one in filter(last_of_all, told)]
    for address in site.edition.progress.over(WRITING, [one.address for one in told]):
        page = site.pages[address]
        if address in lasting[:1]:
            letters |= letters_with_figures((site.pages[one] for one in lasting), site)
            write_script_files(folder, site.edition, frozenset(letters))
        weighed = with_figures(page, weights, site)
        edition = site.edition_in(page.language)
        around = layouts[edition.language], prints[edition.language]
        content = document(edition, weighed, *around)
        letters |= other_letters_of(content)
        put_file(f"{folder}/{page.path}", content)
        weights.note(page.path, content)
    return weights


def _write_missing(folder: Path, site: Site, layouts: Mapping[str, Layout]) -> None:
    """Write the page for missing addresses below each language but the first, whose engine does."""
    for address in missing_pages(site):
        put_file(f"{folder}/{address}", missing_page(site, layouts, address))


def missing_pages(site: Site) -> Mapping[str, str]:
    """Map the addresses of the pages for missing addresses to their languages."""
    homes = {language: one.addresses.home for language, one in site.editions.items()}
    return {f"{home}{MISSING}": language for language, home in homes.items() if home}


def missing_page(site: Site, layouts: Mapping[str, Layout], address: str) -> bytes:
    """Return the page for missing addresses of a language, by its own address."""
    language = missing_pages(site)[address]
    return _encoded(missing(site.editions[language], layouts[language]))


def document(edition: Edition, page: Page, layout: Layout, around: str) -> bytes:
    """Return the document of a page, framed anew only when page or layout say something else.

    `around` is the print of the layout. Each generator has documents of its own, and so has a
    preview: builds that take turns leave one another's as they are.
    """
    name = ("document", page.address, layout.generator, "preview" if layout.serving else "")
    given = (edition.ledger.print_of(page), around)
    return edition.keeper.get_or_make(name, given, lambda: framed(edition, page, layout), DOCUMENT)


def framed(edition: Edition, page: Page, layout: Layout) -> bytes:
    """Return the document of a page as an engine writes it."""
    return _encoded(frame(edition, page, layout))


def _encoded(document: str) -> bytes:
    return document.encode("utf-8", "xmlcharrefreplace")
