"""Proves that no two things of a list have one identifier.

Names are made so that none can (`timeline/names.py`), and rules refuse what an author could write:
a duplicate is a fault of the code, and no site is published with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from city_relations.open_data.tables import tables
from city_relations.press.feeds import entry_id, feeds
from city_relations.rendering.edition import Edition


class DuplicateError(Exception):
    """Two things would be published under one identifier."""


def prove_unique(edition: Edition) -> None:
    """Raise DuplicateError where feeds, calendars or open data would hold an identifier twice."""
    for file, names in _lists(edition):
        if twice := sorted(repeated(names)):
            raise DuplicateError(f"{file}: {', '.join(twice)}")


def repeated(names: Iterable[str]) -> set[str]:
    """Return the names that come more than once."""
    return {name for name, count in Counter(names).items() if count > 1}


def _lists(edition: Edition) -> Iterator[tuple[str, list[str]]]:
    """Yield every list of identifiers that is published, beside the file that holds it."""
    yield edition.addresses.calendar, [milestone.key for milestone in edition.catalog.milestones]
    found = tuple(feeds(edition))
    yield edition.addresses.releases, [feed.first_address for feed in found]
    for feed in found:
        yield feed.atom, [entry_id(edition, release) for release in feed.releases]
    for table in tables(edition):
        yield table.file("csv"), [*table.ids]
