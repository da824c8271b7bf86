"""What machines read in the head of a page: its feeds, its data, its card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from city_relations.head import linked_data
from city_relations.head.linked_data import Thing
from city_relations.pictures.cards import HEIGHT, WIDTH
from city_relations.press.feeds import ATOM, JSON, Feed, feed_of_all, feeds
from city_relations.published import UNFINISHED, Alternate, Card, FeedLink, Head, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.photo_on_card import card_address, photo_on_card
from city_relations.schema.choices import Status
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease


@dataclass(frozen=True)
class Known:
    """What an address alone tells of its page: the one record told there, its feeds, languages."""

    record: Partner | PressRelease | None
    feeds: tuple[FeedLink, ...]
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True)
class PageMetadata:
    """The heads of all pages, each found by its page's address.

    What is found by an address is asked of the ledger: a page that is kept hangs on what is told
    of its own address, and on no list of all of them.
    """

    edition: Edition

    def __post_init__(self) -> None:
        """Let the ledger ask what is known by an address."""
        self.edition.ledger.tell("known at", self._known_at)

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
        feed = feed_of_all(self.edition)
        return feed_links(feed) if feed else ()

    @property
    def home(self) -> Markup:
        """Return the data of the home page: who publishes."""
        return linked_data.script([linked_data.publisher(self.edition)])

    def finish(self, page: Page) -> Page:
        """Return a page with its title and description set, and with what belongs in its head.

        One that is finished is returned as it is.
        """
        if page.head is not UNFINISHED:
            return page
        edition = self.edition
        title, description = edition.title(page.title), edition.title(page.description)
        page = replace(page, title=title, description=description)
        return replace(page, head=self._of(page))

    def _known_at(self, address: str) -> Known:
        """Return what is known of the page at an address by that alone."""
        record = self._partners.get(address) or self._releases.get(address)
        feed = self._feeds.get(address)
        own = feed and feed.address != self.edition.addresses.releases
        feeds = feed_links(feed) if feed and own else ()
        return Known(record, feeds, alternates(self.edition, address))

    def _of(self, page: Page) -> Head:
        known: Known = self.edition.ledger.ask("known at", page.address)
        card = self._card(page, known.record)
        things = [thing for thing in self._things(page, known.record, card) if thing]
        return Head(
            feeds=known.feeds,
            alternates=known.alternates,
            default=default(self.edition, known.alternates),
            card=card,
            linked_data=linked_data.script(things),
            told_in=self._told_in(page, known.record),
        )

    def _told_in(self, page: Page, record: Partner | PressRelease | None) -> str:
        """Return the language of a text that is shown beside the site's own; else nothing."""
        if not isinstance(record, PressRelease) or record.status is Status.WITHDRAWN:
            return ""
        spoken = self.edition.spoken(record)
        return "" if spoken == page.language else spoken

    def _card(self, page: Page, record: Partner | PressRelease | None) -> Card | None:
        """Return a page's card; a translation beside the site's shows its original's."""
        edition, address = self.edition, page.address
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

    def _things(
        self, page: Page, record: Partner | PressRelease | None, card: Card | None
    ) -> Iterator[Thing]:
        edition = self.edition
        if page.trail:
            yield linked_data.breadcrumb(edition, page)
        if isinstance(record, PressRelease):
            yield linked_data.article(edition, record, card.url if card else "")
        elif record:
            yield linked_data.place(edition, record)
        if record:
            yield from (linked_data.event(edition, event) for event in record.events)
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
