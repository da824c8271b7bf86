"""robots.txt (RFC 9309): open to all, search engines and archives alike."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.language.words import say
from city_relations.published import Asset
from city_relations.rendering.edition import Edition
from city_relations.servers.place import place_of


def outputs(edition: Edition) -> Iterator[Asset]:
    """Yield the one file, with the way to the map of the site.

    Robots read it at the root of a host alone: the site of a part of a host hands its line to
    whoever runs the host, among the files for servers.
    """
    place, sitemap = place_of(edition), f"Sitemap: {edition.absolute('sitemap.xml')}\n"
    if place.is_whole_host:
        yield Asset(
            "robots.txt", f"{_archive(edition)}User-agent: *\nAllow: /\n\n{sitemap}".encode()
        )
        return
    told = edition.words(say("Robots read the robots.txt of the host alone: add this line to it."))
    yield Asset(f"{place.folder}robots.txt", f"# {told}\n{sitemap}".encode())


def _archive(edition: Edition) -> str:
    """Say who keeps the site for good, where the law says who does."""
    says = edition.law.duties.archive.says
    return f"# {edition.plain(says)}\n" if says else ""
