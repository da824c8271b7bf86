"""How to subscribe to calendars and feeds, and how to open the tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from city_relations.press.feeds import feed_of_all, journal_feed
from city_relations.published import Heading, Later, Page
from city_relations.rendering.crowds import IN_A_SENTENCE
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page
from city_relations.timeline.milestones import in_calendars


@dataclass(frozen=True)
class Offered:
    """A feed by its title and the paths of its two forms."""

    title: str
    atom: str
    json: str


def outputs(edition: Edition) -> Iterator[Page | Later]:
    """Yield the page that leads a reader to what comes by itself."""
    here = edition.addresses.subscribe
    edition.ledger.tell("feeds of all", partial(_feeds_of_all, edition))
    yield edition.page_in_time(here, "subscribe", partial(_page, edition, here))


@kept_page
def _page(edition: Edition, here: str) -> Page:
    words = edition.words
    title = words.gettext("Subscribe")
    lede = words.gettext(
        "How dates and news come to you by themselves, and how to open the tables."
    )
    found = edition.ledger.ask("feeds of all")
    calendars = list(_calendars(edition))
    body = edition.render(
        "subscribe.html",
        here=here,
        title=title,
        lede=lede,
        calendars=calendars,
        many=len(calendars) - 1 > IN_A_SENTENCE,
        feeds=found,
    )
    headings = [Heading("calendars", words.gettext("Calendars"))] if calendars else []
    headings += [Heading("feeds", words.gettext("Feeds"))] if found else []
    return Page(
        address=here,
        title=title,
        body=body,
        language=edition.language,
        kind="subscribe",
        description=lede,
        trail=(edition.home_link(),),
        headings=(*headings, Heading("tables", words.gettext("Tables"))),
    )


def _feeds_of_all(edition: Edition) -> tuple[Offered, ...]:
    """Return the feeds of the whole site."""
    found = (feed_of_all(edition), journal_feed(edition))
    return tuple(Offered(feed.title, feed.atom, feed.json) for feed in found if feed)


def _calendars(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the name and the address of each calendar that holds anything."""
    catalog, addresses = edition.catalog, edition.addresses
    if in_calendars(catalog.milestones):
        yield edition.words.gettext("All partners"), addresses.calendar
    for partner in edition.partners:
        if in_calendars(catalog.milestones_of(partner.slug)):
            yield edition.plain(partner.name), f"{addresses.partner(partner.slug)}agenda.ics"
