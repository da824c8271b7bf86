"""The home page's generated part: numbers, what comes, what is new, partners, decades."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from city_relations.maps.maps import home_map
from city_relations.maps.vignettes import vignette
from city_relations.published import Insert
from city_relations.rendering.crowds import Manner, by_region, manner_of
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_part
from city_relations.rendering.photographs import PublishedPhoto
from city_relations.schema.partner import Partner
from city_relations.timeline.remembered import Remembered, remembered

LATEST = 3
COMING = 4
REMEMBERED = 2
RIBBON = 13  # decades
PICTURED = 6  # partners whose photo stands above the names
# So many ties are named in each decade of the ribbon, while so few began in all.
BEGUN, FEW_BEGUN = 3, 16


def outputs(edition: Edition) -> Iterator[Insert]:
    """Yield the part below the hand-written sentence of the home page."""
    edition.ledger.tell("what comes back", partial(_remembered, edition))
    yield Insert("home", _body(edition, edition.addresses.home))


@kept_part
def _body(edition: Edition, here: str) -> Markup:
    catalog = edition.catalog
    return edition.render(
        "home.html",
        here=here,
        latest=catalog.releases[:LATEST],
        coming=(catalog.coming_by_choice or catalog.coming)[:COMING],
        countries={partner.country for partner in catalog.partners if partner.country},
        regions=by_region(edition.partners),
        manner=manner_of(len(catalog.partners)),
        pictured=_pictured(edition),
        named=_named(edition),
        remembered=edition.ledger.ask("what comes back"),
        ribbon=catalog.decades[-RIBBON:],
        views=home_map(edition, here),
        drawing=partial(vignette, edition),
    )


def _remembered(edition: Edition) -> tuple[Remembered, ...]:
    return remembered(edition.catalog.milestones, edition.catalog.today)[:REMEMBERED]


def _pictured(edition: Edition) -> list[tuple[Partner, PublishedPhoto]]:
    """Return partners with a photo where cards would be too many: who is in the news comes first.

    On cards each partner has its photo already.
    """
    partners = edition.partners
    if manner_of(len(partners)) is Manner.CARDS:
        return []
    news = dict.fromkeys(slug for one in edition.catalog.releases for slug in one.partners)
    places = {slug: i for i, slug in enumerate(news)}
    told = sorted(partners, key=lambda one: places.get(one.slug, len(places)))
    found = ((one, edition.photos(one)) for one in told)
    return [(one, photos[0]) for one, photos in found if photos][:PICTURED]


def _named(edition: Edition) -> int:
    """Return how many ties a decade of the ribbon names: fewer where many began."""
    begun = sum(len(decade.begun) for decade in edition.catalog.decades)
    return BEGUN if begun <= FEW_BEGUN else 0
