"""Pages between the two worlds: ours in MkDocs' shapes, hand-written ones in ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink

from city_relations.publish.hand_written import Converted
from city_relations.publish.navigation import Entry
from city_relations.published import Heading, Page


class OwnFile(File):
    """A file of ours: links find it, and MkDocs does not copy it."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs' own signature
        """Leave it to be written last."""


class MadeFile(OwnFile):
    """A page of ours: links and the menu find it; MkDocs neither reads, renders nor copies it."""

    def is_documentation_page(self) -> bool:
        """Return that there is nothing to read."""
        return False


def own_file(config: MkDocsConfig, path: str) -> File:
    """Return the file that stands for one of ours that is no page."""
    return OwnFile(path, None, config.site_dir, False, inclusion=InclusionLevel.NOT_IN_NAV)  # noqa: FBT003 - MkDocs' own


def made_page(config: MkDocsConfig, address: str) -> File:
    """Return the file that stands for a page of ours."""
    file = MadeFile(f"{address}index.md", None, config.site_dir, config.use_directory_urls)
    file.dest_uri, file.inclusion = f"{address}index.html", InclusionLevel.NOT_IN_NAV
    return file


def place(file: File, address: str) -> None:
    """Put a hand-written page where its language has its pages; one outside the menu stays so."""
    if file.url.removeprefix("./") != address:
        file.inclusion = InclusionLevel.NOT_IN_NAV
        file.dest_uri = f"{address}index.html"
        file.__dict__.pop("url", None)
        file.__dict__.pop("abs_dest_path", None)


def name_page(page: MkDocsPage, made: Page) -> None:
    """Give an entry of the menu its page's title, escaped: MkDocs takes words for HTML."""
    page.markdown, page.meta = "", {"title": str(escape(made.title))}


def show_anchors(file: File, pages: Mapping[str, Page], config: MkDocsConfig) -> None:
    """Let MkDocs see whether the anchors a hand-written page leads to are on the pages of ours."""
    for target in (file.page and file.page.links_to_anchors) or ():
        if isinstance(target, MadeFile):
            page = target.page or MkDocsPage(None, target, config)
            page.present_anchor_ids = {told.id for told in pages[page.url].headings}


def converted(page: MkDocsPage) -> Converted:
    """Return a hand-written page as MkDocs has converted it."""
    return Converted(
        file=page.file.src_uri,
        address=page.url.removeprefix("./"),
        title=page.title,
        fields=page.meta,
        body=page.content or "",
        headings=tuple(_headings(page.toc)),
        is_home=page.is_homepage,
        is_edited=bool(page.edit_url),
    )


def _headings(entries: Iterable[AnchorLink]) -> Iterator[Heading]:
    for entry in entries:
        yield Heading(entry.id, unescape(entry.title), entry.level)
        yield from _headings(entry.children)


def entries(items: Iterable[StructureItem]) -> Iterator[Entry]:
    """Yield the menu as it is known here."""
    for item in items:
        address = (getattr(item, "url", None) or "").removeprefix("./")
        below = tuple(entries(getattr(item, "children", None) or ()))
        yield Entry(item.title, address, isinstance(item, MkDocsPage), below)
