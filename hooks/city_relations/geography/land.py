"""Whether a point stands on the land of a country, as finely as the atlas draws it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from city_relations.geography.atlas import FINE, load
from city_relations.geography.countries import codes, is_known
from city_relations.geography.projections import Point

REACH = 0.5  # degrees: harbours and small islands stand beside the coast the atlas draws
AROUND = [(lon * REACH, lat * REACH) for lon in (0, -1, 1) for lat in (0, -1, 1)]


def on_land(country: str, lon: float, lat: float) -> bool:
    """Return whether a point is on, or near, the land of a country; always so for one unknown.

    `country` is an ISO 3166-1 alpha-2 code; degrees, WGS 84.
    """
    if not is_known(country):
        return True
    atlas = load(FINE)
    polygons = [
        atlas.ring(polygon[0])
        for territory in atlas.territories
        if country in codes(territory.number)
        for polygon in territory.polygons
    ]
    near = [(lon + east, lat + north) for east, north in AROUND]
    return any(holds(ring, point) for ring in polygons for point in near)


def holds(ring: Sequence[Point], point: Point) -> bool:
    """Return whether a ring holds a point: lines to the east meet it an odd number of times.

    Longitudes are as the ring tells them, not turned.
    """
    lon, lat = point
    crossed = 0
    for (x, y), (to_x, to_y) in pairwise(ring):
        if (y > lat) != (to_y > lat) and lon < x + (lat - y) / (to_y - y) * (to_x - x):
            crossed += 1
    return crossed % 2 == 1
