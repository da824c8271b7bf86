"""How a calendar begins (RFC 5545): what it is made by, and what a program calls it."""

from __future__ import annotations

from icalendar import Calendar


def named_calendar(product: str, name: str) -> Calendar:
    """Return a calendar without an entry yet, under the identifier of what makes it (PRODID)."""
    calendar = Calendar()
    calendar.add("prodid", product)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    return calendar
