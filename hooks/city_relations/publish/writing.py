"""The pages of ours, framed and written into the folder of the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from city_relations.language.scripts import other_letters_of
from city_relations.progress import WRITING
from city_relations.publish.frame import frame, missing
from city_relations.publish.layout import Layout
from city_relations.publish.own_files import put_file
from city_relations.publish.script_sheet import letters_below, write_script_files
from city_relations.publish.site import Site
from city_relations.publish.weighing import last_of_all, letters_with_figures, with_figures
from city_relations.publish.weight import PageWeights, Seen, seen_of
from city_relations.published import Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.keeping import Form, Made
from city_relations.rendering.kept_pages import print_of_page
from city_relations.servers.place import MISSING


@dataclass(frozen=True)
class Document:
    """A page as it is written: its bytes, and what was seen in them when it was framed."""

    content: bytes
    seen: Seen
    letters: frozenset[str]


def _written(document: Document) -> Made:
    seen = document.seen
    letters = "".join(sorted(document.letters))
    return Made([seen.kind, seen.shared, seen.own, letters], document.content)


def _read(made: Made) -> Document:
    kind, shared, own, letters = made.facts
    seen = Seen(kind, len(made.content), tuple(shared), tuple(own))
    return Document(made.content, seen, frozenset(letters))


DOCUMENT = Form(_written, _read)


def write_pages(folder: Path, site: Site, layouts: Mapping[str, Layout]) -> PageWeights:
    """Write every page of ours, and return what the pages of the folder weigh.

    The ones that tell it come last, and just before them the fonts for letters of other scripts
    that any page holds, hand-written ones among them. `layouts` are what stands around the pages of
    each language of the site.
    """
    _write_missing(folder, site, layouts)
    weights = PageWeights(folder)
    laid_out = Framing(site, layouts)
    letters = set(letters_below(folder))
    told = sorted(site.pages.told(), key=last_of_all)
    lasting = [one.address for one in filter(last_of_all, told)]
    for page in site.edition.progress.over(WRITING, told):
        if page.address in lasting[:1]:
            letters |= letters_with_figures((site.pages[one] for one in lasting), site)
            write_script_files(folder, site.edition, frozenset(letters))
        if page.address in lasting:
            made = laid_out.weighed(with_figures(site.pages[page.address], weights, site))
        else:
            made = laid_out.document(page.address, page.language)
        letters |= made.letters
        put_file(f"{folder}/{page.path}", made.content)
        weights.note(page.path, made.seen)
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


@dataclass(frozen=True)
class Framing:
    """The documents of a site's pages, each framed anew only when it would be another.

    Each generator has documents of its own, and so has a preview: builds that take turns leave one
    another's as they are.
    """

    site: Site
    layouts: Mapping[str, Layout]

    @cached_property
    def _prints(self) -> Mapping[str, str]:
        print_of = self.site.edition.ledger.print_of
        return {own: print_of(layout) for own, layout in self.layouts.items()}

    def document(self, address: str, language: str) -> Document:
        """Return the document of the page at an address, which is read only to frame it anew."""
        pages = self.site.pages
        return self._kept(address, language, pages.print_of(address), lambda: pages[address])

    def weighed(self, page: Page) -> Document:
        """Return the document of a page that says more than when it was put aside."""
        return self._kept(page.address, page.language, print_of_page(page), lambda: page)

    def _kept(self, address: str, language: str, told: str, page: Callable[[], Page]) -> Document:
        edition = self.site.edition_in(language)
        layout, its_print = self.layouts[edition.language], self._prints[edition.language]
        name = ("document", address, layout.generator, "preview" if layout.serving else "")

        def framed_anew() -> Document:
            content = framed(edition, page(), layout)
            seen = seen_of(f"{address}index.html", content)
            return Document(content, seen, other_letters_of(content))

        return edition.keeper.get_or_make(name, (told, its_print), framed_anew, DOCUMENT)


def framed(edition: Edition, page: Page, layout: Layout) -> bytes:
    """Return the document of a page as an engine writes it."""
    return _encoded(frame(edition, page, layout))


def _encoded(document: str) -> bytes:
    return document.encode("utf-8", "xmlcharrefreplace")
