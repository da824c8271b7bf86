"""Where the name of a country may be written on a view: inside its land, far from its edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import hypot

from babel.core import get_global

from city_relations.geography.atlas import COARSE, Line, box_of, load
from city_relations.geography.land import holds
from city_relations.geography.outlines import area, unwrapped
from city_relations.geography.projections import Point
from city_relations.geography.views import View

GRID = 11  # lines of the lattice tried across a polygon
POLYGONS = 3  # the largest ones of a country that are tried
MOST = 40  # places offered


@dataclass(frozen=True)
class Spot:
    """A place for a name, in a view's units, and how far the country's edge is from it."""

    point: Point
    room: float


def spots(country: str, view: View) -> tuple[Spot, ...]:
    """Return places for a country's name that a view shows, the roomiest first.

    None for a country that the coarse atlas leaves out. Territories that two countries' maps may
    claim are nobody's here: no name of a partner's country is written on them.
    """
    found = [spot for ring in _polygons(country) for spot in _inside(ring, view)]
    found.sort(key=lambda spot: (-spot.room, spot.point))
    return tuple(found[:MOST])


@cache
def _polygons(country: str) -> tuple[Line, ...]:
    """List the largest polygons of a country in the coarse atlas, by their outer rings."""
    aliases = get_global("territory_aliases")
    atlas = load(COARSE)
    rings = [
        atlas.ring(polygon[0])
        for territory in atlas.territories
        if country in aliases.get(territory.number, ())
        for polygon in territory.polygons
    ]
    return tuple(sorted(rings, key=area, reverse=True)[:POLYGONS])


def _inside(ring: Line, view: View) -> Iterator[Spot]:
    """Yield the points of a lattice that lie inside a polygon and its view."""
    points = unwrapped(ring, view.projection.lon)
    edge = [view.place(*point) for point in points]
    for lon, lat in _lattice(points):
        x, y = view.place(lon, lat)
        if view.shows(lon, lat) and holds(points, (lon, lat)):
            yield Spot((x, y), min(hypot(x - u, y - v) for u, v in edge))


def _lattice(points: Sequence[Point]) -> Iterator[Point]:
    west, south, east, north = box_of(points)
    for i in range(1, GRID):
        for j in range(1, GRID):
            yield west + (east - west) * i / GRID, south + (north - south) * j / GRID
