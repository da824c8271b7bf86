"""What is due, as a calendar for the staff: published only where the city wants it."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.due.calendar import due_calendar
from city_relations.published import Asset
from city_relations.rendering.edition import Edition


def outputs(edition: Edition) -> Iterator[Asset]:
    """Yield the calendar of what is due, with vague days marked as such."""
    if edition.catalog.city.follow_up:
        found = due_calendar(edition.catalog, edition.words)
        yield from [Asset(edition.addresses.follow_up, found)] if found else []
