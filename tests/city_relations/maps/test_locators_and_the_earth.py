"""The small map against the atlas, by arithmetic of its own: land is land and sea is sea."""

from math import acos, asin, atan2, cos, degrees, hypot, pi, radians, sin

import pytest

from city_relations.geography.atlas import COARSE, load
from city_relations.geography.borders import Borders
from city_relations.maps.locators import ACROSS, HIGH, locate
from city_relations.store import Store

RADIUS_KM = 6371.0088
HOMES = {
    "Chambéry": (5.92, 45.57),
    "Port Arden": (171.25, -42.35),
    "Suva": (178.44, -18.14),
    "Longyearbyen": (15.6, 78.2),
    "Ushuaia": (-68.3, -54.8),
    "Quito": (-78.5, -0.2),
    "the South Pole": (0.0, -89.9),
}
KM = (700, 3000, 6000, 8900, 9100, 12000, 15000, 18240, 19900)
BEARINGS = range(10, 370, 45)
NEIGHBOURHOOD = 3.0  # degrees: nearer the coast, what is simplified may differ


def gone(start, bearing, angle):
    """Return the place reached from another along a great circle, all in degrees."""
    lon, lat, way, far = map(radians, (*start, bearing, angle))
    up = asin(sin(lat) * cos(far) + cos(lat) * sin(far) * cos(way))
    side = atan2(sin(way) * sin(far) * cos(lat), cos(far) - sin(lat) * sin(up))
    return (degrees(lon + side) + 180) % 360 - 180, degrees(up)


def way(start, end):
    """Return the bearing and the angle from a place to another, in radians."""
    lon1, lat1, lon2, lat2 = map(radians, (*start, *end))
    over = cos(lat1) * sin(lat2) - sin(lat1) * cos(lat2) * cos(lon2 - lon1)
    across = cos(lat2) * sin(lon2 - lon1)
    along = sin(lat1) * sin(lat2) + cos(lat1) * cos(lat2) * cos(lon2 - lon1)
    return atan2(across, over), acos(max(-1.0, min(1.0, along)))


def is_land(lon, lat):
    """Tell land by the coasts met on the way to the North Pole, where there is none."""
    met = 0
    for ring in RINGS:
        for (x1, y1), (x2, y2) in ring:
            if (x1 > lon) != (x2 > lon) and y1 + (lon - x1) * (y2 - y1) / (x2 - x1) > lat:
                met += 1
    return met % 2 == 1


def edges(ring):
    """Return each edge of a closed ring."""
    return tuple(zip(ring, [*ring[1:], ring[0]], strict=True))


RINGS = [edges(load(COARSE).ring(arcs)) for arcs in load(COARSE).coast]
GRID = [(lon, lat) for lat in range(-84, 90, 12) for lon in range(-176, 180, 16)]


def settled(lon, lat):
    """Tell land or sea; None near a coast."""
    around = {is_land(*gone((lon, lat), turn, NEIGHBOURHOOD)) for turn in range(0, 360, 45)}
    told = {is_land(lon, lat)} | around
    return told.pop() if len(told) == 1 else None


KNOWN = [(place, land) for place in GRID if (land := settled(*place)) is not None]


def drawn_rings(path):
    """Read an SVG path of whole, relative steps as closed rings."""
    rings = []
    for part in path.split("M")[1:]:
        start, _, steps = part.partition("l")
        x, y = map(int, start.split())
        numbers = list(map(int, steps.replace("-", " -").split()))
        points = [(x, y)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
        rings.append(edges(points))
    return rings


def is_filled(rings, x, y):
    """Return whether the even-odd rule fills a point."""
    met = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in ring:
            if (y1 > y) != (y2 > y) and x1 + (y - y1) * (x2 - x1) / (y2 - y1) > x:
                met += 1
    return met % 2 == 1


def shown(found, middle, angle):
    """Yield each known place that a locator shows: its pixel, and whether it is land."""
    apart = hypot(found.there[0] - found.here[0], found.there[1] - found.here[1])
    scale = apart / (4 * sin(angle / 4))
    for place, land in KNOWN:
        bearing, far = way(middle, place)
        rho = 2 * sin(far / 2) * scale
        x, y = ACROSS / 2 + rho * sin(bearing), HIGH / 2 - rho * cos(bearing)
        if 0 <= x <= ACROSS and 0 <= y <= HIGH and rho <= (found.disc or ACROSS):
            yield place, (x, y), land


@pytest.mark.parametrize("home", HOMES)
def test_land_is_land_and_sea_is_sea_however_far_the_partner(home, tmp_path):
    """In any direction and at any distance, what is filled is what the atlas says is land."""
    wrong, judged = [], 0
    for km in KM:
        angle = km / RADIUS_KM
        for bearing in BEARINGS:
            there = gone(HOMES[home], bearing, degrees(angle))
            middle = gone(HOMES[home], bearing, degrees(angle) / 2)
            found = locate(Store(tmp_path), (HOMES[home], there), (home, "Far"), Borders.NONE)
            rings = drawn_rings(found.ground.land)
            for place, (x, y), land in shown(found, middle, angle):
                judged += 1
                if is_filled(rings, x / found.scale, y / found.scale) != land:
                    wrong.append((km, bearing, place, land))
    assert judged > 1000
    assert not wrong, (len(wrong), wrong[:5])


@pytest.mark.parametrize("km", [9000, 14000, 18240, 19990, pi * RADIUS_KM])
def test_both_places_stand_on_the_globe(km, tmp_path):
    """Far apart, even at antipodes, both places and the line between lie on the disc."""
    there = gone(HOMES["Chambéry"], 10, degrees(km / RADIUS_KM))
    found = locate(Store(tmp_path), (HOMES["Chambéry"], there), ("Ici", "Là"), Borders.NONE)
    assert found.disc
    assert found.disc < HIGH / 2
    for x, y in (found.here, found.there):
        assert hypot(x - ACROSS / 2, y - HIGH / 2) < found.disc
