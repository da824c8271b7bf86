"""How a page stays short where there are many: partners as cards, as names or folded."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from city_relations.rendering.context import Context
from city_relations.rendering.ordering import in_order
from city_relations.schema.partner import Partner
from city_relations.schema.world_regions import WorldRegion, region_of

# So many partners are cards; up to so many more are names; beyond, the names of a region fold.
CARDS, NAMES = 12, 30
# So many are named within a sentence; more are a list that folds.
IN_A_SENTENCE = 8
LANES = 15  # so many are drawn before the others fold


class Manner(StrEnum):
    """The way so many partners are told, which keeps a page as short for any number."""

    CARDS = "cards"
    NAMES = "names"
    FOLDED = "folded"


def manner_of(partners: int) -> Manner:
    """Return the way so many partners are told."""
    if partners <= CARDS:
        return Manner.CARDS
    return Manner.NAMES if partners <= NAMES else Manner.FOLDED


def by_region(partners: Iterable[Partner]) -> list[tuple[WorldRegion, list[Partner]]]:
    """Group partners by the parts of the world, those that hold any, each in the given order."""
    found: dict[WorldRegion, list[Partner]] = {}
    for partner in partners:
        found.setdefault(region_of(partner.country), []).append(partner)
    return [(region, found[region]) for region in WorldRegion if region in found]


def by_country(context: Context, partners: Iterable[Partner]) -> dict[str, list[Partner]]:
    """Group partners under the names of their countries, by name, each in the given order."""
    found: dict[str, list[Partner]] = {}
    for partner in partners:
        found.setdefault(context.country(partner.country), []).append(partner)
    names = in_order(found, str, context.language, context.store)
    return {name: found[name] for name in names}
