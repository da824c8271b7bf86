"""What machines read in the head of a page: its feeds, its data, its card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from city_relations.head import linked_data
from city_relations.head.linked_data import Thing
from city_relations.pictures.cards import HEIGHT, WIDTH
from city_relations.press.feeds import ATOM, JSON, Feed, feeds
from city_relations.published import Alternate, Card, FeedLink, Head, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.photo_on_card import card_address, photo_on_card
from city_relations.schema.choices import Status
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease


@dataclass(frozen=True)
class PageMetadata:
    """The heads of all pages, each found by its page's address."""

    edition: Edition

    @cached_property
    def _feeds(self) -> dict[str, Feed]:
        return {feed.address: feed for feed in feeds(self.edition)}

    @cached_property
    def _partners(self) -> dict[str, Partner]:
        addresses = self.edition.addresses
        return {addresses.partner(p.slug): p for p in self.edition.catalog.partners}

    @cached_property
    def _releases(self) -> dict[str, PressRelease]:
        records, address = self.edition.catalog.records, self.edition.addresses.release
        return {address(r): r for r in records if isinstance(r, PressRelease)}

    @property
    def site_feeds(self) -> tuple[FeedLink, ...]:
        """Return the feeds every page tells of."""
        feed = self._feeds.get(self.edition.addresses.releases)
        return feed_links(feed) if feed else ()

    @property
    def home(self) -> Markup:
        """Return the data of the home page: who publishes."""
        return linked_data.script([linked_data.publisher(self.edition)])

    def on(self, pages: Iterable[Page]) -> list[Page]:
        """Return the pages, each with what belongs in its head."""
        return [replace(page, head=self._of(page)) for page in pages]

    def _of(self, page: Page) -> Head:
        feed, card = self._feeds.get(page.address), self._card(page)
        own = feed and feed.address != self.edition.addresses.releases
        found = alternates(self.edition, page.address)
        return Head(
            feeds=feed_links(feed) if feed and own else (),
            alternates=found,
            default=default(self.edition, found),
            card=card,
            linked_data=linked_data.script([thing for thing in self._things(page, card) if thing]),
            told_in=self._told_in(page),
        )

    def _told_in(self, page: Page) -> str:
        """Return the language of a text that is shown beside the site's own; else nothing."""
        release = self._releases.get(page.address)
        if release is None or release.status is Status.WITHDRAWN:
            return ""
        spoken = self.edition.spoken(release)
        return "" if spoken == page.language else spoken

    def _card(self, page: Page) -> Card | None:
        """Return a page's card; a translation beside the site's shows its original's."""
        edition, address = self.edition, page.address
        record = self._partners.get(address) or self._releases.get(address)
        if isinstance(record, PressRelease) and record.own_language not in (
            "",
            *edition.catalog.addresses,
        ):
            record = edition.catalog.original(record)
            address = edition.addresses.release(record)
        if record is None:
            return None
        photo = photo_on_card(edition, record)
        alt = "" if photo is None or photo.photo.decorative else edition.attribute(photo.photo.alt)
        words = f"{page.title} – {alt}" if alt else page.title
        return Card(edition.absolute(card_address(address, photo)), WIDTH, HEIGHT, words)

    def _things(self, page: Page, card: Card | None) -> Iterator[Thing]:
        edition = self.edition
        if page.trail:
            yield linked_data.breadcrumb(edition, page)
        if release := self._releases.get(page.address):
            yield linked_data.article(edition, release, card.url if card else "")
            yield from (linked_data.event(edition, event) for event in release.events)
        if partner := self._partners.get(page.address):
            yield linked_data.place(edition, partner)
            yield from (linked_data.event(edition, event) for event in partner.events)
        if page.address == edition.addresses.data:
            yield linked_data.data_set(edition)


def alternates(edition: Edition, address: str) -> tuple[Alternate, ...]:
    """List the languages a page can be read in, its own among them, where there are several."""
    found = edition.catalog.in_languages(address)
    told = found.items() if len(found) > 1 else ()
    return tuple(Alternate(own, edition.absolute(at), at) for own, at in told)


def default(edition: Edition, found: Sequence[Alternate]) -> str:
    """Return the URL for readers of no language of the site: that of its first (`x-default`)."""
    return found[0].url if found and len(edition.catalog.addresses) > 1 else ""


def feed_links(feed: Feed) -> tuple[FeedLink, ...]:
    """Return the two forms of a feed."""
    return (FeedLink(ATOM, feed.title, feed.atom), FeedLink(JSON, feed.title, feed.json))
