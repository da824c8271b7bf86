"""The home page's generated part: numbers, what comes, what is new, partners, decades."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.maps.maps import home_map
from city_relations.published import Insert
from city_relations.rendering.edition import Edition
from city_relations.schema.partner import Partner
from city_relations.schema.world_regions import WorldRegion, region_of

LATEST = 3
COMING = 4


def outputs(edition: Edition) -> Iterator[Insert]:
    """Yield the part below the hand-written sentence of the home page."""
    catalog = edition.catalog
    body = edition.render(
        "home.html",
        here=edition.addresses.home,
        latest=catalog.releases[:LATEST],
        coming=catalog.coming[:COMING],
        countries={partner.country for partner in catalog.partners if partner.country},
        regions=_by_region(edition),
        views=home_map(edition, edition.addresses.home),
    )
    yield Insert("home", body)


def _by_region(edition: Edition) -> list[tuple[WorldRegion, list[Partner]]]:
    """Return the partners of each part of the world, by name."""
    partners = edition.partners
    found = [
        (region, [p for p in partners if region_of(p.country) is region]) for region in WorldRegion
    ]
    return [(region, theirs) for region, theirs in found if theirs]
