"""The home page's generated part: three numbers, the map, what comes, what is new, the partners."""

from __future__ import annotations

from collections.abc import Iterator

from relations.edition import Edition
from relations.published import Insert

LATEST = 3


def outputs(edition: Edition) -> Iterator[Insert]:
    """Give the part below the hand-written sentence of the home page."""
    catalog = edition.catalog
    body = edition.render(
        "home.html",
        here=edition.addresses.home,
        latest=catalog.releases[:LATEST],
        countries={partner.country for partner in catalog.partners},
    )
    yield Insert("home", body)
