"""Atom feeds (RFC 4287) of the press releases: all, and those of each partner and theme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from city_relations.press.feeds import ATOM, Entry, Feed, entries, feeds, stable_id
from city_relations.published import Asset, Copy, Later
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_files import kept_files
from city_relations.rendering.lately import derived_lately, let_go

NAMESPACE = "http://www.w3.org/2005/Atom"


def outputs(edition: Edition) -> Iterator[Asset | Copy | Later]:
    """Yield every feed as Atom."""
    for feed in feeds(edition):
        yield from edition.files_in_time((feed.atom,), partial(_files, edition, feed.atom, feed))
    let_go(edition, _entry)


@kept_files
def _files(edition: Edition, path: str, feed: Feed) -> tuple[Asset, ...]:
    return (Asset(path, _document(edition, feed)),)


def _document(edition: Edition, feed: Feed) -> bytes:
    told = entries(edition, feed)
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": edition.language})
    _text(root, "id", stable_id(edition, feed.first_address))
    _text(root, "title", feed.title)
    _text(root, "updated", feed.updated.isoformat())
    _link(root, "self", edition.absolute(feed.atom), ATOM)
    _link(root, "alternate", edition.absolute(feed.address), "text/html")
    _text(SubElement(root, "author"), "name", edition.plain(edition.catalog.city.publisher.name))
    for entry in told:  # one entry stands alike in several feeds
        root.append(_entry(edition, entry))
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


@derived_lately
def _entry(_edition: Edition, entry: Entry) -> Element:
    element = Element("entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "published", entry.published.isoformat())
    _text(element, "updated", entry.updated.isoformat())
    _link(element, "alternate", entry.url, "text/html")
    for name in entry.authors:
        _text(SubElement(element, "author"), "name", name)
    for one in entry.documents:
        told = {"rel": "enclosure", "href": one.url, "type": one.attachment.form.media_type}
        told |= {"hreflang": one.attachment.language} if one.attachment.language else {}
        SubElement(element, "link", {**told, "length": str(one.attachment.size)})
    for subject in entry.subjects:
        SubElement(element, "category", {"term": subject})
    if entry.summary:
        _text(element, "summary", entry.summary)
    _text(element, "content", entry.content).set("type", "html")
    return element


def _text(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    element.text = str(text)
    return element


def _link(parent: Element, relation: str, url: str, kind: str) -> None:
    SubElement(parent, "link", {"rel": relation, "href": url, "type": kind})
