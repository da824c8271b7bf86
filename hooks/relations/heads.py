"""What machines read in the head of a page: its feeds, its data, its card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import escape

from relations.feeds import ATOM, JSON, Feed, feeds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relations.edition import Edition
    from relations.published import Page

Told = list[list[str]]


def with_heads(edition: Edition, pages: Iterable[Page]) -> list[Page]:
    """Give every page what belongs in its head, under names the theme reads from its meta."""
    own = {feed.address: feed for feed in feeds(edition) if feed.address != _all(edition)}
    return [_with_head(page, own.get(page.address)) for page in pages]


def _with_head(page: Page, feed: Feed | None) -> Page:
    return replace(page, meta=(*page.meta, ("feeds", told(feed)))) if feed else page


def site_feeds(edition: Edition) -> Told:
    """Give the feeds every page tells of."""
    return [line for feed in feeds(edition) if feed.address == _all(edition) for line in told(feed)]


def told(feed: Feed) -> Told:
    """Give a feed's two forms as type, title and address, escaped."""
    title = str(escape(feed.title))
    return [[ATOM, title, feed.atom], [JSON, title, feed.json]]


def _all(edition: Edition) -> str:
    return edition.addresses.releases
