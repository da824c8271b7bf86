"""Roughly where each country lies, to catch coordinates that cannot be in the one named."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from babel.core import get_global

from city_relations.geography.atlas import COARSE, FINE, Box, box_of, load
from city_relations.geography.projections import turned

TOLERANCE = 1.0  # degrees: the atlas leaves out small islands and straightens coasts

# Shapes of the atlas without an ISO 3166-1 number, and shapes that two countries' authors may name
# in good faith. A check of coordinates is no place to settle borders: it accepts both.
ALSO: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "-1": ("CY",),
        "-2": ("XK", "RS"),
        "-3": ("SO",),
        "732": ("EH", "MA"),
        "376": ("IL", "PS", "SY"),
        "275": ("PS", "IL"),
        "KAS": ("IN", "PK"),
        "804": ("UA", "RU"),
        "158": ("TW", "CN"),
    },
)


@cache
def country_boxes(resolution: str = FINE) -> Mapping[str, tuple[Box, ...]]:
    """Return a box for each polygon of each country, by ISO 3166-1 alpha-2 code.

    France has boxes overseas; states too small for the atlas are absent.
    """
    atlas = load(resolution)
    boxes: dict[str, list[Box]] = {}
    for territory in atlas.territories:
        for polygon in territory.polygons:
            box = box_of(atlas.ring(polygon[0]))
            for code in codes(territory.number):
                boxes.setdefault(code, []).append(box)
    return MappingProxyType({code: tuple(found) for code, found in sorted(boxes.items())})


def codes(number: str) -> tuple[str, ...]:
    """Turn an ISO 3166-1 number, or a number of the atlas' own, into alpha-2 codes."""
    aliases: Mapping[str, list[str]] = get_global("territory_aliases")
    return ALSO.get(number) or tuple(aliases.get(number, ()))


def is_known(country: str) -> bool:
    """Return whether the atlas knows where a country lies."""
    return country in country_boxes(COARSE) or country in country_boxes(FINE)


def inside(country: str, lon: float, lat: float) -> bool:
    """Return whether a point may lie in a country; always so for one the atlas does not know."""
    # The coarse atlas is read in a tenth of the time and settles nearly every case.
    if _within(country_boxes(COARSE).get(country, ()), lon, lat):
        return True
    return not is_known(country) or _within(country_boxes(FINE).get(country, ()), lon, lat)


def _within(boxes: tuple[Box, ...], lon: float, lat: float) -> bool:
    return any(
        south - TOLERANCE <= lat <= north + TOLERANCE
        and west - TOLERANCE <= turned(lon, (west + east) / 2) <= east + TOLERANCE
        for west, south, east, north in boxes
    )
