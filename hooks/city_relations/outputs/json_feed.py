"""JSON feeds (version 1.1) of the press releases: all, and those of each partner and theme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from city_relations.press.feeds import Entry, Feed, entries, entry_of, feeds
from city_relations.published import Asset, Copy, Later, json_asset
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_files import kept_files
from city_relations.rendering.lately import let_go

VERSION = "https://jsonfeed.org/version/1.1"


def outputs(edition: Edition) -> Iterator[Asset | Copy | Later]:
    """Yield every feed as JSON."""
    for feed in feeds(edition):
        yield from edition.files_in_time((feed.json,), partial(_files, edition, feed.json, feed))
    let_go(edition, entry_of)


@kept_files
def _files(edition: Edition, path: str, feed: Feed) -> tuple[Asset, ...]:
    return (json_asset(path, _document(edition, feed)),)


def _document(edition: Edition, feed: Feed) -> dict[str, Any]:
    return {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": edition.absolute(feed.address),
        "feed_url": edition.absolute(feed.json),
        "language": edition.language,
        "authors": [{"name": edition.plain(edition.catalog.city.publisher.name)}],
        "items": [_item(entry) for entry in entries(edition, feed)],
    }


def _item(entry: Entry) -> dict[str, Any]:
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": str(entry.content),
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(entry.subjects),
        "attachments": [
            {
                "url": one.url,
                "mime_type": one.attachment.form.media_type,
                "size_in_bytes": one.attachment.size,
            }
            for one in entry.documents
        ],
    }
    return {name: value for name, value in item.items() if value or name == "content_html"}
