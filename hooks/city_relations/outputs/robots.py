"""robots.txt (RFC 9309): open to all, search engines and the national library alike."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.published import Asset
from city_relations.rendering.edition import Edition


def outputs(edition: Edition) -> Iterator[Asset]:
    """Yield the one file, with the way to the map of the site."""
    told = f"User-agent: *\nAllow: /\n\nSitemap: {edition.absolute('sitemap.xml')}\n"
    yield Asset("robots.txt", told.encode())
