"""Two equal-area projections of the sphere, both ways, and distances on it.

Longitudes and latitudes are in degrees (WGS 84); projected coordinates are in radii of the sphere,
x to the east and y to the north.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import Protocol

Point = tuple[float, float]

MEAN_RADIUS_KM = 6371.0088  # IUGG mean radius R1
# Central meridians of a world: the first opens it at 168.6° W in the Bering Strait, where no land
# lies; the second at 30° W, which parts only Greenland, for cities that look over the Pacific.
ATLANTIC, PACIFIC = 11.4, 150.0
FARTHEST = 1e-9  # below this the point is the antipode of the centre, which has no image

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796  # Šavrič, Patterson and Jenny (2018)
HALF_ROOT_3 = sqrt(3) / 2


class Projection(Protocol):
    """A way to lay the sphere flat."""

    @property
    def lon(self) -> float:
        """Return the central meridian, in degrees."""

    def project(self, lon: float, lat: float) -> Point:
        """Lay a point flat; always finite."""


def turned(lon: float, centre: float = 0.0) -> float:
    """Return the same meridian within half a turn of `centre`: in [centre - 180, centre + 180)."""
    return (lon - centre + 180.0) % 360.0 - 180.0 + centre


@dataclass(frozen=True)
class EqualEarth:
    """Equal Earth, after Šavrič, Patterson and Jenny (2018), doi:10.1080/13658816.2018.1504949."""

    lon: float = ATLANTIC

    def project(self, lon: float, lat: float) -> Point:
        """Lay a point flat; a longitude beyond the cut is brought back beside the centre."""
        return self.project_offset(turned(lon, self.lon) - self.lon, lat)

    def project_offset(self, offset: float, lat: float) -> Point:
        """Lay flat a point given by its degrees east of the centre, -180 and 180 told apart."""
        theta = asin(HALF_ROOT_3 * sin(radians(lat)))
        t2 = theta * theta
        t6 = t2 * t2 * t2
        slope = A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)
        x = radians(offset) * cos(theta) / (HALF_ROOT_3 * slope)
        return x, theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))


@dataclass(frozen=True)
class Lambert:
    """Lambert azimuthal equal-area on the sphere (Snyder 1987, pages 182 to 190).

    Straight lines through the centre are great circles.
    """

    lon: float
    lat: float

    @cached_property
    def _tilt(self) -> tuple[float, float]:
        return sin(radians(self.lat)), cos(radians(self.lat))

    def project(self, lon: float, lat: float) -> Point:
        """Lay a point flat; the antipode of the centre falls on the rim, due north."""
        s0, c0 = self._tilt
        phi, dlon = radians(lat), radians(lon - self.lon)
        s, c = sin(phi), cos(phi)
        nearness = 1 + s0 * s + c0 * c * cos(dlon)
        if nearness < FARTHEST:
            return 0.0, 2.0
        k = sqrt(2 / nearness)
        return k * c * sin(dlon), k * (c0 * s - s0 * c * cos(dlon))

    def unproject(self, x: float, y: float) -> Point:
        """Return the longitude, within half a turn of the centre, and latitude drawn at a point."""
        rho = min(hypot(x, y), 2.0)
        if rho == 0:
            return self.lon, self.lat
        s0, c0 = self._tilt
        angle = 2 * asin(rho / 2)
        lat = asin(max(-1.0, min(1.0, cos(angle) * s0 + y * sin(angle) * c0 / rho)))
        dlon = atan2(x * sin(angle), rho * c0 * cos(angle) - y * s0 * sin(angle))
        return self.lon + degrees(dlon), degrees(lat)


def distance_km(a: Point, b: Point) -> float:
    """Measure the great circle between two (longitude, latitude) points (haversine)."""
    (lon1, lat1), (lon2, lat2) = a, b
    h = (
        sin(radians(lat2 - lat1) / 2) ** 2
        + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    )
    return 2 * MEAN_RADIUS_KM * asin(min(1.0, sqrt(h)))
