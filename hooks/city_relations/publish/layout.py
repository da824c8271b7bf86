"""What stands around every page, found once a build: the frame computes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from urllib.parse import urljoin

from markupsafe import Markup

from city_relations.attachments.forms import form_of
from city_relations.head.page_metadata import PageMetadata
from city_relations.language.words import say
from city_relations.published import NOTHING, FeedLink, Link, Page
from city_relations.rendering.edition import Edition


@dataclass(frozen=True)
class MenuItem:
    """An entry of the menu; `inside` holds the addresses of the pages of its section."""

    title: str
    address: str
    inside: frozenset[str] = frozenset()

    def holds(self, page: Page) -> bool:
        """Return whether a page stands below this entry, which is not the page itself."""
        above = {link.address for link in page.trail if link.address}
        return bool(self.address) and (
            self.address in above or page.address in self.inside or bool(above & self.inside)
        )


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

    publisher: str = ""
    demonstration: str = ""
    accessibility_mention: str = ""
    accessibility_page: str | None = None
    feeds: tuple[FeedLink, ...] = ()
    linked_data: Markup = NOTHING
    more_links: tuple[Link, ...] = ()
    legal_links: tuple[Link, ...] = ()


STATEMENT = "accessibility"  # the generated part of the page that holds the statement


def layout(edition: Edition, around: Surroundings) -> Layout:
    """Lay out what stands around every page of an edition."""
    city, words, outside = edition.catalog.city, edition.words, around.outside
    metadata = PageMetadata(edition)
    pages = [page for page in edition.catalog.written if page.file in outside]
    statements = [outside[page.file] for page in pages if page.insert == STATEMENT]
    others = [page for page in pages if page.insert != STATEMENT]
    return Layout(
        **{name.name: getattr(around, name.name) for name in fields(around)},
        publisher=city.publisher.name,
        demonstration=city.demonstration or "",
        accessibility_mention=words(say("Accessibility: {state}", state=edition.law.state(city))),
        accessibility_page=statements[0] if statements else None,
        feeds=metadata.site_feeds,
        linked_data=metadata.home,
        more_links=tuple(_more(edition)),
        legal_links=tuple(Link(outside[page.file], page.title) for page in others),
    )


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
    yield Link(addresses.press, words.gettext("Press"))
    yield Link(addresses.data, words.gettext("Open data"))
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
