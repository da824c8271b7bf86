"""security.txt (RFC 9116): where to tell of a weakness of the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from city_relations.published import Asset
from city_relations.rendering.edition import Edition

# The standard asks for less than a year: who built the site last is to have looked at it.
VALID = timedelta(days=300)
PATH = ".well-known/security.txt"


def outputs(edition: Edition) -> Iterator[Asset]:
    """Yield the file; it expires 300 days after the month in which it was built began."""
    city, first = edition.catalog.city, edition.catalog.today.replace(day=1)
    expires = datetime.combine(first, time(), UTC) + VALID
    contact = city.security_contact or city.accessibility.contact
    contact = f"mailto:{contact}" if "@" in contact and ":" not in contact else contact
    told = (
        f"Contact: {contact}\n"
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}\n"
        f"Preferred-Languages: {', '.join(city.languages)}\n"
        f"Canonical: {edition.absolute(PATH)}\n"
    )
    yield Asset(PATH, told.encode())
