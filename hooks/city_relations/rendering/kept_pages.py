"""Pages kept from build to build, written out and read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypeVarTuple, Unpack

from markupsafe import Markup

from city_relations.language.untranslated import Untranslated
from city_relations.published import Heading, Link, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.keeping import Form, Made

A = TypeVarTuple("A")


def kept_page(
    make: Callable[[Edition, str, Unpack[A]], Page],
) -> Callable[[Edition, str, Unpack[A]], Page]:
    """Let a function make its page of an address anew only when it would be another.

    It may ask the edition anything, and must need nothing else than what it is handed.
    """

    @wraps(make)
    def kept(edition: Edition, address: str, *of: *A) -> Page:
        name = ("page", address)
        return edition.keeper.get_or_make(name, of, lambda: make(edition, address, *of), PAGE)

    return kept


def kept_part(
    make: Callable[[Edition, str, Unpack[A]], Markup],
) -> Callable[[Edition, str, Unpack[A]], Markup]:
    """Let a function make a part of the page at an address anew only when it would be another.

    What holds of pages holds of it, see `kept_page`.
    """

    @wraps(make)
    def kept(edition: Edition, address: str, *of: *A) -> Markup:
        name = ("part", make.__module__, address)
        return edition.keeper.get_or_make(name, of, lambda: make(edition, address, *of), PART)

    return kept


def _written(page: Page) -> Made:
    near = (page.previous, page.next)
    facts = (
        page.address,
        _told(page.title),
        page.language,
        page.kind,
        _told(page.description),
        [[link.address, _told(link.title), link.language] for link in page.trail],
        page.source,
        [[heading.id, _told(heading.title), heading.level] for heading in page.headings],
        [link and [link.address, _told(link.title), link.language] for link in near],
        page.updated and page.updated.isoformat(),
        page.searchable,
        page.search_text,
        [*map(_told, page.tags)],
    )
    return Made(facts, page.body.encode("utf-8", "surrogatepass"))


def _read(made: Made) -> Page:
    # What Markup promises was true when it was written, and its bytes are proved.
    address, title, language, kind, description, trail, source, headings, near, *rest = made.facts
    updated, searchable, search_text, tags = rest
    previous, following = (link and _link(*link) for link in near)
    return Page(
        address=address,
        title=_text(title),
        body=_html(made.content.decode("utf-8", "surrogatepass")),
        language=language,
        kind=kind,
        description=_text(description),
        trail=tuple(_link(*link) for link in trail),
        source=source,
        headings=tuple(Heading(own, _text(told), level) for own, told, level in headings),
        previous=previous,
        next=following,
        updated=date.fromisoformat(updated) if updated else None,
        searchable=searchable,
        search_text=None if search_text is None else _html(search_text),
        tags=tuple(map(_text, tags)),
    )


def _told(text: str) -> str | list[str]:
    """Write a text out; one that is English for want of a wording stands in a list."""
    return [text] if isinstance(text, Untranslated) else text


def _text(told: str | list[str]) -> str:
    return Untranslated(told[0]) if isinstance(told, list) else told


def _link(address: str, title: str | list[str], language: str) -> Link:
    return Link(address, _text(title), language)


def _html(text: Any) -> Markup:
    return Markup(text)  # noqa: S704 - it was Markup when it was written, and its bytes are proved


PAGE = Form(_written, _read)
PART = Form[Markup](
    lambda part: Made(None, part.encode("utf-8", "surrogatepass")),
    lambda made: (
        _html(made.content.decode("utf-8", "surrogatepass")) if made.facts is None else None
    ),
)
