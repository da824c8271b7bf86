"""security.txt (RFC 9116): where to tell of a weakness of the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from city_relations.language.words import say
from city_relations.published import Asset
from city_relations.rendering.edition import Edition
from city_relations.servers.place import place_of

# The standard asks for less than a year: who built the site last is to have looked at it.
VALID = timedelta(days=300)
PATH = ".well-known/security.txt"


def outputs(edition: Edition) -> Iterator[Asset]:
    """Yield the file; it expires 300 days after the month in which it was built began.

    It is read at the root of a host alone: the site of a part of a host hands it to whoever runs
    the host, among the files for servers.
    """
    place, told = place_of(edition), _fields(edition)
    if place.is_whole_host:
        yield Asset(PATH, told.encode())
        return
    head = edition.words(
        say(
            "It is read at the root of a host alone: if the host has none, put it at /{path}.",
            path=PATH,
        )
    )
    yield Asset(f"{place.folder}security.txt", f"# {head}\n{told}".encode())


def _fields(edition: Edition) -> str:
    city, first = edition.catalog.city, edition.catalog.this_month
    expires = datetime.combine(first, time(), UTC) + VALID
    contact = city.security_contact or edition.plain(city.accessibility.contact)
    contact = f"mailto:{contact}" if "@" in contact and ":" not in contact else contact
    place = place_of(edition)
    root = edition.site_url.removesuffix(place.base.removeprefix("/"))
    return (
        f"Contact: {contact}\n"
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}\n"
        f"Preferred-Languages: {', '.join(city.languages)}\n"
        f"Canonical: {root}{PATH}\n"
    )
