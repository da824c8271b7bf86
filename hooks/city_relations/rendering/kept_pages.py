"""Pages kept from build to build, written out and read back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import wraps
from hashlib import sha256
from itertools import pairwise
from typing import Any, TypeVarTuple, Unpack

from markupsafe import Markup

from city_relations.language.untranslated import Untranslated
from city_relations.published import (
    UNFINISHED,
    Alternate,
    Card,
    FeedLink,
    Head,
    Heading,
    Link,
    Page,
)
from city_relations.rendering.edition import Edition
from city_relations.rendering.keeping import END, Form, Made

A = TypeVarTuple("A")


def kept_page(
    make: Callable[[Edition, str, Unpack[A]], Page],
) -> Callable[[Edition, str, Unpack[A]], Page]:
    """Let a function make its page of an address anew only when it would be another.

    It may ask the edition anything, and must need nothing else than what it is handed.
    """

    @wraps(make)
    def kept(edition: Edition, address: str, *of: *A) -> Page:
        def finished() -> Page:
            return edition.finish(make(edition, address, *of))

        return edition.keeper.get_or_make(("page", address), of, finished, PAGE)

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


def packed(page: Page) -> bytes:
    """Return a page written out whole."""
    made = PAGE.write(page)
    return json.dumps(made.facts).encode() + END + made.content


def unpacked(content: bytes) -> Page:
    """Return the page that was packed."""
    head, _, texts = content.partition(END)
    return _read(Made(json.loads(head), texts))


def print_of_page(page: Page) -> str:
    """Return a print of all that a page says: another page has another."""
    return print_of_packed(packed(page))


def print_of_packed(content: bytes) -> str:
    """Return the print of a page that is packed."""
    return sha256(content).hexdigest()[:32]


def _written(page: Page) -> Made:
    long = (page.body, page.head.linked_data, page.search_text or "")
    texts = [text.encode("utf-8", "surrogatepass") for text in long]
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
        page.search_text is not None,
        [*map(_told, page.tags)],
        None if page.head is UNFINISHED else _head_told(page.head),
        *map(len, texts),
    )
    return Made(facts, b"".join(texts))


def _head_told(head: Head) -> list[Any]:
    card = head.card
    return [
        [[feed.media_type, _told(feed.title), feed.address] for feed in head.feeds],
        [[one.language, one.url, one.address] for one in head.alternates],
        head.default,
        card and [card.url, card.width, card.height, _told(card.alt)],
        head.told_in,
    ]


def _read(made: Made) -> Page:
    # What Markup promises was true when it was written, and its bytes are proved.
    address, title, language, kind, description, trail, source, headings, near, *rest = made.facts
    updated, searchable, has_search_text, tags, head, *lengths = rest
    body, data, search_text = _texts(made.content, *lengths)
    previous, following = (link and _link(*link) for link in near)
    return Page(
        address=address,
        title=_text(title),
        body=body,
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
        search_text=search_text if has_search_text else None,
        tags=tuple(map(_text, tags)),
        head=_head(head, data) if head else UNFINISHED,
    )


def _texts(content: bytes, body: int, data: int, text: int) -> Iterator[Markup]:
    """Yield the three long texts of a page, told by their lengths in bytes."""
    ends = (0, body, body + data, body + data + text)
    for begin, end in pairwise(ends):
        yield _html(content[begin:end].decode("utf-8", "surrogatepass"))


def _head(told: Any, data: Markup) -> Head:
    feeds, alternates, default, card, told_in = told
    return Head(
        feeds=tuple(FeedLink(media, _text(title), address) for media, title, address in feeds),
        alternates=tuple(Alternate(*one) for one in alternates),
        default=default,
        card=card and Card(card[0], card[1], card[2], _text(card[3])),
        linked_data=data,
        told_in=told_in,
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
