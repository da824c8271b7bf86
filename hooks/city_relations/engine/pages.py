"""Pages between the two worlds: ours in MkDocs' shapes, hand-written ones in ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink

from city_relations.language.typography import typeset_plain
from city_relations.publish.layout import MenuItem
from city_relations.publish.written_forms import suited
from city_relations.published import Heading, Link, Page
from city_relations.rendering.edition import Edition


class MadeFile(File):
    """A page of ours: links and the menu find it; MkDocs neither reads, renders nor copies it."""

    def is_documentation_page(self) -> bool:
        """Return that there is nothing to read."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs' own signature
        """Leave it to be written last."""


def made_file(config: MkDocsConfig, page: Page) -> File:
    """Return the file that stands for a page of ours."""
    file = MadeFile(f"{page.address}index.md", None, config.site_dir, config.use_directory_urls)
    file.dest_uri, file.inclusion = page.path, InclusionLevel.NOT_IN_NAV
    return file


def name_page(page: MkDocsPage, made: Page) -> None:
    """Give an entry of the menu its page's title, escaped: MkDocs takes words for HTML."""
    page.markdown, page.meta = "", {"title": str(escape(made.title))}


def show_anchors(file: File, pages: Mapping[str, Page], config: MkDocsConfig) -> None:
    """Let MkDocs see whether the anchors a hand-written page leads to are on the pages of ours."""
    for target in (file.page and file.page.links_to_anchors) or ():
        if isinstance(target, MadeFile):
            page = target.page or MkDocsPage(None, target, config)
            page.present_anchor_ids = {told.id for told in pages[page.url].headings}


def dated(files: Iterable[File]) -> list[tuple[str, str]]:
    """Return the address of each hand-written page, and the day its front matter says, if any."""
    pages = [file.page for file in files if file.page]
    return [(p.url.removeprefix("./"), str(p.meta.get("updated") or "")) for p in pages]


def written_page(page: MkDocsPage, edition: Edition, body: Markup) -> Page:
    """Return a hand-written page as one of ours, for the frame."""
    language = str(page.meta.get("lang") or edition.language)
    return Page(
        address=page.url.removeprefix("./"),
        title=typeset_plain(_plain(page.title), language),
        body=suited(body),
        language=language,
        kind=str(page.meta.get("kind") or ("home" if page.is_homepage else "text")),
        description=_plain(page.meta.get("description")),
        trail=tuple(_trail(page, edition)),
        source=f"docs/{page.file.src_uri}" if page.edit_url else "",
        headings=tuple(_headings(page.toc)),
        searchable=not _is_left_out(page.meta.get("search")),
    )


def _is_left_out(told: object) -> bool:
    """Return whether `search: {exclude: true}` stands in a page's front matter."""
    return isinstance(told, dict) and bool(told.get("exclude"))


def _trail(page: MkDocsPage, edition: Edition) -> Iterator[Link]:
    """Lead from the home page through the sections of the menu a page stands in."""
    sections = [above for above in [*page.ancestors][::-1] if isinstance(above, Section)]
    if sections:
        yield edition.home_link()
    for section in sections:
        first = section.children[0]
        yield Link(getattr(first, "url", None) or "", _plain(section.title))


def _headings(entries: Iterable[AnchorLink]) -> Iterator[Heading]:
    for entry in entries:
        yield Heading(entry.id, unescape(entry.title), entry.level)
        yield from _headings(entry.children)


def menu(nav: Navigation) -> Iterator[MenuItem]:
    """List the entries of the menu; one with entries of its own leads to its first page."""
    for item in nav:
        pages = list(_pages(item))
        target = item if not item.children else item.children[0]
        address = (getattr(target, "url", None) or "").removeprefix("./")
        title = _plain(item.title)
        yield MenuItem(title, address, frozenset(pages) if item.children else frozenset())


def _pages(item: StructureItem) -> Iterator[str]:
    for below in getattr(item, "children", None) or ():
        yield from _pages(below)
    if isinstance(item, MkDocsPage):
        yield item.url.removeprefix("./")


def _plain(text: object) -> str:
    """Return a title of MkDocs without its tags and entities: it takes words for HTML."""
    return Markup(str(text or "")).striptags()  # noqa: S704 - nothing of it is left as HTML
