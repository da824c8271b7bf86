"""What stands around every page, found once a build: the frame computes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from urllib.parse import urljoin

from markupsafe import Markup

from city_relations.attachments.forms import form_of
from city_relations.content.written_pages import WrittenPage
from city_relations.head.page_metadata import PageMetadata
from city_relations.language.typography import typeset_html
from city_relations.language.words import say
from city_relations.publish.menus import MenuItem, translated_menu
from city_relations.publish.site import Site
from city_relations.publish.stand_ins import TITLES
from city_relations.published import NOTHING, FeedLink, Link, Page
from city_relations.rendering.edition import Edition


@dataclass(frozen=True)
class Script:
    """A script of the city's own: where it lives, and whether it is a module."""

    address: str
    is_module: bool = False


@dataclass(frozen=True)
class Surroundings:
    """What the engine knows of a site around its pages.

    `edit_base` is the address of the folder `docs/` where the staff edit, or nothing; `outside`
    maps the source path of each hand-written page outside the menu to its address.
    """

    site_name: str
    description: str = ""
    generator: str = ""
    edit_base: str = ""
    menu: tuple[MenuItem, ...] = ()
    outside: Mapping[str, str] = field(default_factory=dict)
    styles: tuple[str, ...] = ()
    scripts: tuple[Script, ...] = ()
    serving: bool = False

    def edit_url(self, page: Page) -> str:
        """Return where the staff edit the source of a page, or nothing."""
        known = self.edit_base and page.source
        return urljoin(self.edit_base, f"../{page.source}") if known else ""


@dataclass(frozen=True)
class Layout(Surroundings):
    """What stands around every page, as plain text: masthead, menu, foot and head.

    `accessibility_page` is the address of the page with the statement, told by its state.
    """

    languages: tuple[str, ...] = ()
    publisher: str = ""
    demonstration: Markup = NOTHING
    accessibility_mention: str = ""
    accessibility_page: str | None = None
    feeds: tuple[FeedLink, ...] = ()
    linked_data: Markup = NOTHING
    more_links: tuple[Link, ...] = ()
    legal_links: tuple[Link, ...] = ()


NONE: Mapping[str, Page] = MappingProxyType({})
STATEMENT = "accessibility"  # the generated part of the page that holds the statement


def layouts(site: Site, around: Surroundings) -> dict[str, Layout]:
    """Lay out what stands around the pages of each language of a site."""
    return {own: layout(edition, around, site.pages) for own, edition in site.editions.items()}


def layout(edition: Edition, around: Surroundings, made: Mapping[str, Page] = NONE) -> Layout:
    """Lay out what stands around every page of an edition.

    `made` are the pages of ours, by their addresses: the menu of a language that is not the site's
    first is made of their titles.
    """
    city, words = edition.catalog.city, edition.words
    metadata, told = PageMetadata(edition), _around(edition, around, made)
    pages = list(_outside(edition, around.outside))
    statements = [link.address for page, link in pages if page.insert == STATEMENT]
    return Layout(
        **{name.name: getattr(told, name.name) for name in fields(told)},
        languages=tuple(edition.catalog.addresses),
        publisher=edition.plain(city.publisher.name),
        demonstration=typeset_html(edition.text(city.demonstration), edition.language),
        accessibility_mention=words(say("Accessibility: {state}", state=edition.law.state(city))),
        accessibility_page=statements[0] if statements else None,
        feeds=metadata.site_feeds,
        linked_data=metadata.home,
        more_links=tuple(_more(edition)),
        legal_links=tuple(link for page, link in pages if page.insert != STATEMENT),
    )


def _around(edition: Edition, around: Surroundings, made: Mapping[str, Page]) -> Surroundings:
    """Return what the engine knows, as readers of another language than the first are told it."""
    if edition.is_first:
        return around
    described = edition.catalog.city.site_description
    return replace(
        around,
        site_name=edition.site_name,
        description=described.get(edition.language, "") if described else "",
        menu=tuple(translated_menu(edition, around.menu, made)),
    )


def _outside(edition: Edition, outside: Mapping[str, str]) -> Iterator[tuple[WrittenPage, Link]]:
    """Yield the pages outside the menu, and the way to each in this language, or to the original.

    One that is written in this language alone is among them.
    """
    catalog = edition.catalog
    own = "" if edition.is_first else edition.language
    versions = {(page.original, page.language): page for page in catalog.written}
    for page in catalog.written:
        is_version = page.translates or page.eases
        if page.file not in outside or is_version or page.language not in ("", own):
            continue
        told = versions.get((page.original, own), page)
        address = catalog.address_for(outside[page.file])
        is_foreign = address == outside[page.file] and page.language != own
        title = told.title if told.language == own else _title(edition, page)
        yield page, Link(address, title, edition.first_language if is_foreign else "")


def _title(edition: Edition, page: WrittenPage) -> str:
    """Return what a hand-written page is called that nobody wrote in this language."""
    return edition.title(TITLES.get(page.insert, page.title))


def edit_base(repository: str, edit: str) -> str:
    """Return the address of `docs/` where the staff edit, ending in `/`, or nothing.

    `edit` leads there from the repository's address, or is whole.
    """
    if not edit or (not repository and "://" not in edit):
        return ""
    joined = urljoin(repository if repository.endswith("/") else f"{repository}/", edit)
    return joined if joined.endswith("/") else f"{joined}/"


def _more(edition: Edition) -> Iterator[Link]:
    """List the generated pages that the foot leads to."""
    addresses, words = edition.addresses, edition.words
    if edition.language in edition.catalog.easy.languages:
        yield Link(addresses.easy, words.gettext("Easy Read"))
    yield Link(addresses.subscribe, words.gettext("Subscribe"))
    yield Link(addresses.press, words.gettext("Press"))
    yield Link(addresses.reports, words.gettext("Yearly reports"))
    yield Link(addresses.data, words.gettext("Open data"))
    yield Link(addresses.embed, words.gettext("Show on your site"))
    yield Link(addresses.journal, words.gettext("What changed"))
    yield Link(addresses.eco_design, words.gettext("Eco-design"))


# Material's own files, in a site's folder; a city's own pictures and scripts may stand beside them.
_MATERIALS = re.compile(
    r"assets/(images/favicon\.png|stylesheets/(main|palette)\.|javascripts/(bundle\.|workers/|lunr/))"
)


def is_needed(path: str) -> bool:
    """Return whether MkDocs is to publish a file: of Material's own, none is asked for.

    Documents are none of its files: the core publishes those that a text names.
    """
    return not _MATERIALS.match(path) and form_of(path) is None
