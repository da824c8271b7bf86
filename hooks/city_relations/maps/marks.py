"""The partners as a map shows them: numbered, named, one shape for the tie that says most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from city_relations.geography.projections import Point
from city_relations.rendering.context import Context
from city_relations.schema.nearest import folded
from city_relations.schema.partner import Elsewhere, Partner
from city_relations.ties import Standing


class Look(StrEnum):
    """How a shape is drawn: the tie binds, does not bind yet, or is over or suspended."""

    SOLID = "solid"
    HOLLOW = "hollow"
    MUTED = "muted"


@dataclass(frozen=True)
class Mark:
    """A partner on the map; `number` is its rank in the list beside, `allies` are other numbers.

    `country` is its ISO 3166-1 alpha-2 code, "" for a partner of several.
    """

    number: int
    slug: str
    name: str
    country: str
    kind: str
    look: Look
    point: Point | None
    allies: tuple[int, ...] = ()


def marks(context: Context) -> tuple[Mark, ...]:
    """Return every partner's mark, by name; one without coordinates has no point."""
    return marks_of(context, context.partners)


def marks_of(context: Context, partners: Sequence[Partner]) -> tuple[Mark, ...]:
    """Return the marks of some partners, numbered in their order."""
    allied = dict(_allied(partners))
    return tuple(
        _mark(context, partner, number, allied.get(number, ()))
        for number, partner in enumerate(partners, 1)
    )


def _mark(context: Context, partner: Partner, number: int, allies: tuple[int, ...]) -> Mark:
    tie, stand = context.catalog.main_tie(partner.slug)
    name = context.plain(partner.name)
    return Mark(
        number,
        partner.slug,
        name,
        partner.country,
        str(tie.kind),
        look(stand),
        point(partner),
        allies,
    )


def point(partner: Partner) -> Point | None:
    """Return where a partner stands, as (longitude, latitude)."""
    place = partner.coordinates
    return (place.lon, place.lat) if place else None


def home(context: Context) -> Point:
    """Return where the city stands, as (longitude, latitude)."""
    place = context.catalog.city.coordinates
    return place.lon, place.lat


def look(stand: Standing) -> Look:
    """Return how a tie that stands so is drawn."""
    if stand.state.lives:
        return Look.SOLID
    return Look.HOLLOW if stand.state.prospective else Look.MUTED


def _allied(partners: Sequence[Partner]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """List which partners say that they are tied to others of ours."""
    known = {
        (folded(name), partner.country): number
        for number, partner in enumerate(partners, 1)
        for name in partner.names
    }
    for number, partner in enumerate(partners, 1):
        found = [known.get(_named(other)) for other in partner.elsewhere]
        allies = tuple(sorted({n for n in found if n and n != number}))
        if allies:
            yield number, allies


def _named(other: Elsewhere) -> tuple[str, str]:
    return folded(other.with_), other.country
