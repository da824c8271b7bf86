"""What is due as a calendar (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, datetime, time
from uuid import NAMESPACE_URL, uuid5

from icalendar import Event

from city_relations.catalog import Catalog
from city_relations.due import Due, dues
from city_relations.language.words import Words, say
from city_relations.timeline.calendar import named_calendar

PRODUCT = "-//City relations//due//EN"


def due_calendar(catalog: Catalog, words: Words) -> bytes:
    """Return the calendar of what is due; a calendar without an entry is none, and is empty."""
    found = dues(catalog)
    if not found:
        return b""
    name = words(say("{city}: what is due", city=catalog.city.name))
    calendar = named_calendar(PRODUCT, name)
    for one in found:
        calendar.add_component(_event(catalog, one, words))
    return bytes(calendar.to_ical())


def _event(catalog: Catalog, one: Due, words: Words) -> Event:
    event, city = Event(), catalog.city
    event.add(
        "uid", uuid5(NAMESPACE_URL, f"relations:{city.country}:{city.name}:due:{one.key}").urn
    )
    event.add(
        "dtstamp", datetime.combine(one.first, time(), UTC)
    )  # a second import changes nothing
    event.add("dtstart", one.first)
    event.add("dtend", one.after)
    event.add("summary", one.told(words))
    event.add("status", "TENTATIVE" if one.vague else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("description", "\n".join(partner.file for partner in one.partners))
    return event
