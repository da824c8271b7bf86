"""The hand-written pages of a site, converted, and the menu they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from city_relations.builder.converting import Conversion, convert
from city_relations.builder.doubts import Doubts, Level
from city_relations.builder.engine_alone import RULE
from city_relations.builder.files import File
from city_relations.builder.menus import Menu, ways_of
from city_relations.builder.settings import Settings
from city_relations.content.written_pages import PAGES
from city_relations.language.words import say
from city_relations.problems import ContentError, Problem
from city_relations.publish.hand_written import Converted, with_part
from city_relations.publish.linked import Named, linked_pages, linked_paths
from city_relations.publish.navigation import Entry
from city_relations.publish.site import Site

TEMPLATE = say(
    "templates of MkDocs’ are not rendered here: take this out; a template of ours can be replaced "
    "in “custom_dir:”."
)


@dataclass(frozen=True)
class HandWritten:
    """The menu, the pages, and the address of each page outside the menu by its path."""

    menu: tuple[Entry, ...]
    pages: tuple[Converted, ...]
    outside: Mapping[str, str]


def read_pages(
    site: Site, files: Iterable[File], settings: Settings, doubts: Doubts
) -> HandWritten:
    """Convert every page of docs/; raises ContentError for what an engine alone does."""
    known = {file.path: file for file in files} | _translated(site, files)
    pages = [file for file in known.values() if file.is_page and not file.is_left_out]
    if problems := list(_of_engines_alone(site, pages)):
        raise ContentError(problems)
    named = Named(site, repr(settings.ways))
    made = {f"{at}index.md": site.pages[at] for at in linked_pages(site, named)}
    others = [*made, *linked_paths(site, named)]
    targets = known | {path: File(path, Path()) for path in others}
    texts = {page.path: convert(page, targets, settings, doubts) for page in pages}
    menu = Menu(ways_of(settings, pages, doubts), targets, texts, made)
    ids = {path: frozenset(told.id for told in page.headings) for path, page in made.items()}
    _doubt_anchors(texts, ids, settings.levels.anchors, doubts)
    return HandWritten(
        menu.entries,
        tuple(_converted(site, text, menu, settings) for text in texts.values()),
        {page.path: page.address for page in pages if not menu.names(page)},
    )


def _translated(site: Site, files: Iterable[File]) -> dict[str, File]:
    """Return the pages that stand where their language has its pages: no menu need name them."""
    addresses = site.catalog.destinations.addresses
    moved = (page for page in site.catalog.written if page.language or page.eases)
    places = {page.file: addresses[page.path] for page in moved}
    return {
        file.path: replace(file, placed=place, may_be_outside=True)
        for file in files
        if (place := places.get(file.path)) is not None and place != file.address
    }


def _of_engines_alone(site: Site, pages: Iterable[File]) -> Iterator[Problem]:
    """Refuse templates of MkDocs that pages ask for, and pages whose ending MkDocs alone reads."""
    for page in site.catalog.written:
        if "template" in page.document.fields:
            problem = page.document.problem(("template",), TEMPLATE)
            yield replace(problem, rule=RULE)
    for file in pages:
        if not file.path.endswith(".md"):
            message = say("a page is a file that ends in “.md”: rename it.")
            yield Problem(f"{PAGES}/{file.path}", 1, 1, "", message, rule=RULE)


def _doubt_anchors(
    texts: Mapping[str, Conversion],
    made: Mapping[str, frozenset[str]],
    level: Level,
    doubts: Doubts,
) -> None:
    """Tell of links to places that are not on their page; `made` holds the places of our pages."""
    known = {**made, **{path: text.ids for path, text in texts.items()}}
    for path, text in texts.items():
        for anchor in text.anchors:
            if anchor.id not in known.get(anchor.path, {anchor.id}):
                message = say(
                    "docs/{file}: the link “{link}” leads to a place that is not on its page.",
                    file=path,
                    link=anchor.link,
                )
                doubts.tell(level, message)


def _converted(site: Site, text: Conversion, menu: Menu, settings: Settings) -> Converted:
    file = text.file
    return Converted(
        file=file.path,
        address=file.address,
        title=menu.title(file),
        fields=text.fields,
        body=with_part(site, file.address, text.fields, text.html),
        headings=text.headings,
        is_home=menu.is_home(file),
        is_edited=bool(settings.edit_uri),
    )
