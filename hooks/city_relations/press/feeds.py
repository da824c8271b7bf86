"""The feeds a reader can subscribe to: which there are, and what an entry of theirs says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from city_relations.language.typography import typeset_html
from city_relations.press.kit import groups_own, kit_of
from city_relations.rendering.context import derived_once
from city_relations.rendering.edition import Edition
from city_relations.schema.press_release import PressRelease

NEWEST = 50
ATOM, JSON = "application/atom+xml", "application/feed+json"


@dataclass(frozen=True)
class Feed:
    """The newest releases on a subject, told by the page at `address`; never empty.

    `first_address` is the oldest address of that page: the feed is known by it.
    """

    address: str
    title: str
    releases: tuple[PressRelease, ...]
    first_address: str

    @property
    def atom(self) -> str:
        """Return where the Atom feed lives."""
        return f"{self.address}atom.xml"

    @property
    def json(self) -> str:
        """Return where the JSON feed lives."""
        return f"{self.address}feed.json"


@dataclass(frozen=True)
class Entry:
    """One release as a feed tells it; `content` is whole, with every link in full."""

    id: str
    url: str
    title: str
    summary: str
    content: Markup
    author: str
    published: datetime
    updated: datetime
    subjects: tuple[str, ...]


def feeds(edition: Edition) -> Iterator[Feed]:
    """Yield the feed of all releases, then one for each partner and theme with news."""
    catalog, addresses = edition.catalog, edition.addresses
    city = catalog.city.name
    title = edition.title(edition.words.gettext("{city}: press releases").format(city=city))
    found = [Feed(addresses.releases, title, catalog.releases, addresses.releases)]
    for partner in catalog.partners:
        name = f"{city} – {edition.plain(partner.name)}"
        releases = catalog.releases_of(partner.slug)
        here, first = map(addresses.partner, (partner.slug, partner.lasting_name))
        found.append(Feed(here, name, releases, first))
    for theme in catalog.themes:
        name = f"{city} – {edition.words(theme.label)}"
        here = addresses.theme(theme)
        found.append(Feed(here, name, catalog.releases_on(theme), here))
    for feed in found:
        if feed.releases:
            yield replace(feed, releases=feed.releases[:NEWEST])


def entries(edition: Edition, feed: Feed) -> tuple[Entry, ...]:
    """Return the entries of a feed, newest first."""
    return tuple(_entry(edition, release) for release in feed.releases)


@derived_once
def _entry(edition: Edition, release: PressRelease) -> Entry:
    catalog = edition.catalog
    partners = [edition.plain(catalog.partner(slug).name) for slug in release.partners]
    return Entry(
        id=stable_id(edition, release.lasting_name),
        url=edition.absolute(edition.addresses.release(release)),
        title=edition.title(release.title),
        summary=edition.title(release.summary or ""),
        content=_content(edition, release),
        author=catalog.issuer(release).name,
        published=catalog.published(release),
        updated=catalog.updated(release),
        subjects=(*partners, *(edition.words(theme.label) for theme in release.themes)),
    )


def _content(edition: Edition, release: PressRelease) -> Markup:
    """Return the corrections, the summary, the text, and the photos the text does not show."""
    notes = [edition.text(c.note) for c in release.corrections]
    told = Markup().join(Markup("<p><em>{}</em></p>\n").format(note) for note in notes)
    issuer = edition.catalog.issuer(release)
    if issuer.is_political_group:
        told = Markup("<p><em>{}</em></p>\n").format(edition.text(groups_own(issuer.name))) + told
    if release.summary:
        told += Markup("<p><strong>{}</strong></p>\n").format(release.summary)
    body = kit_of(edition, release).body
    if 'href="#' in body:  # a reader of feeds has many texts on one page
        page = edition.addresses.release(release)
        body = edition.prose_elsewhere(release.body, release.file, page).html
    return typeset_html(told, edition.language) + body + kit_of(edition, release).beside


def stable_id(edition: Edition, name: str) -> str:
    """Return a thing's identifier for good, wherever the site may move (RFC 9562, version 5)."""
    city = edition.catalog.city
    return uuid5(NAMESPACE_URL, f"relations:{city.country}:{city.name}:{name}").urn
