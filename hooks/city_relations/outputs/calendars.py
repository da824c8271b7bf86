"""Calendars to subscribe to (RFC 5545): facts dated to the day, for all and for each partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Event, vRecur

from city_relations.dates import spans
from city_relations.published import Asset, Copy, Later
from city_relations.rendering.attending import attending_in_words
from city_relations.rendering.edition import Edition, Files
from city_relations.rendering.kept_files import kept_files
from city_relations.timeline.calendar import named_calendar
from city_relations.timeline.milestones import Milestone, Status, in_calendars

PRODUCT = "-//City relations//relations//EN"


def outputs(edition: Edition) -> Iterator[Asset | Copy | Later]:
    """Yield the calendar of all partners and one for each, of those that hold anything."""
    catalog, city = edition.catalog, edition.catalog.city
    title = edition.words.gettext("{city} abroad").format(city=city.name)
    if in_calendars(catalog.milestones):
        yield from _in_time(edition, edition.addresses.calendar, title)
    for partner in catalog.partners:
        if in_calendars(catalog.milestones_of(partner.slug)):
            name = f"{city.name} – {edition.plain(partner.name)}"
            path = f"{edition.addresses.partner(partner.slug)}agenda.ics"
            yield from _in_time(edition, path, name, partner.slug)


def _in_time(
    edition: Edition, path: str, name: str, slug: str = ""
) -> Iterable[Asset | Copy | Later]:
    return edition.files_in_time((path,), lambda: _calendar(edition, path, name, slug))


@kept_files
def _calendar(edition: Edition, address: str, name: str, slug: str) -> Files:
    """Make the calendar of a partner; of all of them without a slug."""
    catalog = edition.catalog
    calendar = named_calendar(PRODUCT, name)
    calendar.add("x-wr-timezone", catalog.city.time_zone)
    milestones = in_calendars(catalog.milestones_of(slug) if slug else catalog.milestones)
    for milestone in milestones:
        if days := milestone.days:
            calendar.add_component(_event(edition, milestone, *days))
    calendar.add_missing_timezones()
    return (Asset(address, bytes(calendar.to_ical())),)


def _event(edition: Edition, milestone: Milestone, first: date, after: date) -> Event:
    event = Event()
    host = urlsplit(edition.site_url).hostname or "relations.invalid"
    event.add("uid", f"{milestone.key}@{host}")
    event.add("dtstamp", _stamp(milestone))
    begins, ends = _when(edition, milestone, first, after)
    event.add("dtstart", begins)
    if ends:
        event.add("dtend", ends)
    if milestone.recurrence:
        event.add("rrule", _rule(milestone))
    event.add("summary", summary(edition, milestone))
    event.add("status", "CONFIRMED" if milestone.status is Status.DONE else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    event.add("categories", [edition.words(milestone.label)])
    if where := _where(edition, milestone):
        event.add("location", where)
    if said := _said(edition, milestone):
        event.add("description", said)
    event.add("url", edition.absolute(_address(edition, milestone)))
    return event


def _when(
    edition: Edition, milestone: Milestone, first: date, after: date
) -> tuple[date, date | None]:
    """Return when a milestone begins and ends: by the hour where known, else by whole days."""
    if milestone.hours is None:
        return first, after
    zone = edition.catalog.city.zone
    begins, ends = spans(milestone.hours, first, after - timedelta(days=1), zone)
    if milestone.recurrence:  # summer time moves what comes back: the zone goes with it
        return begins, ends
    return begins.astimezone(UTC), ends.astimezone(UTC) if ends else None


def _rule(milestone: Milestone) -> vRecur:
    """Return how often a milestone comes back; its end is a moment where its beginning is one."""
    every = milestone.recurrence
    rule = every.rule(milestone.until) if every else ""
    timed = milestone.hours and "UNTIL" in rule
    found: vRecur = vRecur.from_ical(f"{rule}T235959Z" if timed else rule)
    return found


def _where(edition: Edition, milestone: Milestone) -> str:
    told = milestone.attending
    address = edition.plain(told.address) if told and told.address else ""
    return ", ".join(filter(None, (milestone.place, address)))


def _said(edition: Edition, milestone: Milestone) -> str:
    """Return what is to be known of a milestone, a line a fact."""
    told = milestone.attending
    lines = [edition.plain(milestone.note)] if milestone.note else []
    if told:
        lines += [edition.plain(one) for one in attending_in_words(told, edition.words)]
    return "\n".join(lines)


def summary(edition: Edition, milestone: Milestone) -> str:
    """Name a milestone for a calendar, with the partners it concerns."""
    said = edition.plain(milestone.title)
    names = ", ".join(edition.plain(edition.catalog.partner(s).name) for s in milestone.partners)
    said = said[:1].upper() + said[1:]
    return f"{said} ({names})" if names and names not in said else said


def _stamp(milestone: Milestone) -> datetime:
    """Return a stamp that follows from the content alone: a second import changes nothing."""
    return datetime.combine(milestone.changed or milestone.anchor, time(), UTC)


def _address(edition: Edition, milestone: Milestone) -> str:
    if milestone.releases:
        return edition.addresses.release(milestone.releases[0])
    return edition.addresses.partner(milestone.partners[0])
