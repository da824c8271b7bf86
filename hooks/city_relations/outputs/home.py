"""The home page's generated part: numbers, what comes, what is new, partners, decades."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from city_relations.catalog import Catalog
from city_relations.dates import EdtfDate
from city_relations.maps.maps import home_map
from city_relations.published import Insert
from city_relations.rendering.edition import Edition
from city_relations.schema.choices import TieKind
from city_relations.schema.partner import Partner
from city_relations.schema.world_regions import WorldRegion, region_of

Begun = tuple[int, TieKind, Partner]

LATEST = 3
COMING = 4


def outputs(edition: Edition) -> Iterator[Insert]:
    """Give the part below the hand-written sentence of the home page."""
    catalog = edition.catalog
    body = edition.render(
        "home.html",
        here=edition.addresses.home,
        latest=catalog.releases[:LATEST],
        coming=catalog.coming[:COMING],
        countries={partner.country for partner in catalog.partners},
        oldest=_oldest(catalog),
        regions=_by_region(edition),
        decades=_decades(catalog),
        views=home_map(edition, edition.addresses.home),
    )
    yield Insert("home", body)


def _oldest(catalog: Catalog) -> EdtfDate | None:
    """Give when the oldest tie that still lives was founded."""
    living = [
        standing.founded
        for partner in catalog.partners
        for standing in catalog.standings_of(partner.slug)
        if standing.state.lives and standing.founded
    ]
    return min(living, default=None)


def _by_region(edition: Edition) -> list[tuple[WorldRegion, list[Partner]]]:
    """Give the partners of each part of the world, by name."""
    partners = edition.partners
    found = [
        (region, [p for p in partners if region_of(p.country) is region]) for region in WorldRegion
    ]
    return [(region, theirs) for region, theirs in found if theirs]


def _decades(catalog: Catalog) -> list[tuple[int, int, list[Begun]]]:
    """Give each decade with its number of milestones and the ties that began in it."""
    counts = Counter(m.decade for m in catalog.milestones if m.anchor <= catalog.today)
    if not counts:
        return []
    begun = _begun(catalog)
    span = range(min(counts), max(counts) + 10, 10)
    return [(d, counts[d], [one for one in begun if one[0] // 10 * 10 == d]) for d in span]


def _begun(catalog: Catalog) -> list[Begun]:
    """Give the year each tie was founded, its kind and its partner, oldest first."""
    found = [
        (standing.founded.first.year, tie.kind, partner)
        for partner in catalog.partners
        for tie, standing in catalog.ties_with_standing(partner.slug)
        if standing.founded
    ]
    return sorted(found, key=lambda one: (one[0], one[2].slug))
