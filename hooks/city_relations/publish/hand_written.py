"""Hand-written pages, once an engine or none has converted them, as pages of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from city_relations.head.page_metadata import alternates, default
from city_relations.language.typography import typeset_plain
from city_relations.publish.navigation import Entry, plain, sections
from city_relations.publish.site import Site
from city_relations.publish.written_forms import suited
from city_relations.publish.written_texts import finished
from city_relations.published import Head, Heading, Page
from city_relations.rendering.edition import Edition


@dataclass(frozen=True)
class Converted:
    """A hand-written page that was converted; its title may hold HTML.

    `file` is its path below `docs/`, `fields` its front matter, `is_home` whether it is the site's
    first page and `is_edited` whether the staff edit it on a forge.
    """

    file: str
    address: str
    title: object
    fields: Mapping[str, object]
    body: str
    headings: tuple[Heading, ...] = ()
    is_home: bool = False
    is_edited: bool = False

    @property
    def day(self) -> tuple[str, str]:
        """Return the address of the page, and the day its front matter says, if any."""
        return self.address, str(self.fields.get("updated") or "")


def with_part(site: Site, address: str, fields: Mapping[str, object], html: str) -> str:
    """Return a converted text set as ours are, with the generated part that it asks for."""
    edition = site.edition_at(address)
    insert = site.parts[edition.language].get(str(fields.get("relations", "")))
    html = finished(html, address, edition)
    return insert.into(html) if insert else html


def page_of(edition: Edition, told: Converted, menu: Iterable[Entry]) -> Page:
    """Return a hand-written page, its part put in, as one of ours, for the frame."""
    fields = told.fields
    language = str(fields.get("lang") or edition.language)
    above = sections(menu, told.address)
    found = alternates(edition, told.address)
    is_home = told.is_home or told.address == edition.addresses.home
    return Page(
        address=told.address,
        title=typeset_plain(plain(told.title), language),
        body=suited(told.body),
        language=language,
        kind=str(fields.get("kind") or _kind(edition, told.address, is_home=is_home)),
        description=plain(fields.get("description")),
        trail=(edition.home_link(), *above) if above else (),
        source=f"docs/{told.file}" if told.is_edited else "",
        headings=told.headings,
        searchable=not _is_left_out(fields.get("search")),
        head=Head(alternates=found, default=default(edition, found)),
    )


def _kind(edition: Edition, address: str, *, is_home: bool) -> str:
    if address in edition.catalog.easy.ordinary:
        return "easy"
    return "home" if is_home else "text"


def _is_left_out(told: object) -> bool:
    """Return whether `search: {exclude: true}` stands in a page's front matter."""
    return isinstance(told, dict) and bool(told.get("exclude"))
