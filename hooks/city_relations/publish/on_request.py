"""What a preview answers: each page and file of a site, made when somebody asks for it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import RLock

from city_relations.publish.layout import Layout
from city_relations.publish.own_files import write_files
from city_relations.publish.pages_in_time import PagesInTime
from city_relations.publish.script_sheet import SHEET, letters_below, script_files
from city_relations.publish.searching import search_files
from city_relations.publish.site import Site
from city_relations.publish.sitemap import sitemap
from city_relations.publish.weighing import last_of_all
from city_relations.publish.writing import Framing, missing_page, missing_pages, write_pages
from city_relations.published import Asset, Copy, Later, Page

PAGE, SITEMAP = "index.html", "sitemap.xml"


@dataclass(frozen=True)
class OnRequest:
    """A site whose engine has laid out the pages and written its own files into `folder`.

    `written` are the hand-written pages, `days` their addresses and days. Several may ask at once:
    they are answered one by one.
    """

    site: Site
    layouts: Mapping[str, Layout]
    written: Sequence[Page]
    days: Sequence[tuple[str, str]]
    folder: Path
    lock: RLock = field(default_factory=RLock)
    # The letters of other scripts in the pages that were looked at, and what was cut for them.
    letters: set[str] = field(default_factory=set)
    fonts: dict[str, bytes] = field(default_factory=dict)

    def find(self, path: str) -> bytes | None:
        """Return what stands at a path of the site; nothing where that is not ours."""
        with self.lock:
            if path == SHEET or path in self.fonts:
                return self._of_scripts(path)
            page = path.removesuffix(PAGE) if path.endswith(PAGE) else None
            if page is not None and page in self.site.pages:
                return self._page(page)
            if path in missing_pages(self.site):
                return missing_page(self.site, self.layouts, path)
            if path == SITEMAP:
                return str(sitemap(self.site, self.days)).encode()
            return self._search.get(path) if self._is_of_search(path) else self._file(path)

    def try_each_kind(self) -> None:
        """Make a page of each kind, so that what no page of it could be made by is told at once."""
        if isinstance(self.site.pages, PagesInTime):
            for address in self.site.pages.one_of_each_kind():
                self.find(f"{address}{PAGE}")

    def _is_of_search(self, path: str) -> bool:
        folders = tuple(edition.addresses.search for edition in self.site.editions.values())
        return path.startswith(folders) and not path.endswith(PAGE)

    def _page(self, address: str) -> bytes:
        page = self.site.pages[address]
        if last_of_all(page):
            return self._weighed(page)
        made = self._framing.document(address, page.language)
        self.letters.update(made.letters)
        return made.content

    def _of_scripts(self, path: str) -> bytes | None:
        """Return the sheet for the letters of other scripts in all that was shown, or a font."""
        if path == SHEET:
            letters = letters_below(self.folder) | self.letters
            found = {one.path: one.content for one in script_files(self.site.edition, letters)}
            self.fonts.update(found)
        return self.fonts.get(path)

    @cached_property
    def _framing(self) -> Framing:
        return Framing(self.site, self.layouts)

    def _weighed(self, page: Page) -> bytes:
        """Return the page that tells what pages weigh, for which all others must be made."""
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "site"
            shutil.copytree(self.folder, folder)
            write_files(folder, self.site)
            write_pages(folder, self.site, self.layouts)
            return (folder / page.path).read_bytes()

    @cached_property
    def _files(self) -> dict[str, Asset | Copy | Later]:
        known: dict[str, Asset | Copy | Later] = {a.path: a for a in self.site.assets}
        known |= {copy.path: copy for copy in self.site.copies}
        return known | {path: one for one in self.site.later for path in one.paths}

    def _file(self, path: str) -> bytes | None:
        found = self._files.get(path)
        if isinstance(found, Later):
            made = {one.path: one for one in found.make() if not isinstance(one, Page)}
            found = made.get(path)
        if isinstance(found, Copy):
            return found.file.read_bytes()
        return found.content if isinstance(found, Asset) else None

    @cached_property
    def _search(self) -> Mapping[str, bytes]:
        return {file.path: file.content for file in search_files(self.site, self.written)}
