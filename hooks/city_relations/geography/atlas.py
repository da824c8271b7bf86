"""The land of the Earth and the arcs its borders are made of, read from the TopoJSON beside it.

A border is an arc that two territories share, and a coast an arc that one has alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from city_relations.geography.projections import Point

Line = tuple[Point, ...]
Box = tuple[float, float, float, float]  # west, south, east, north, in degrees
ArcRing = tuple[int, ...]  # TopoJSON: -1 is arc 0 backwards, -2 arc 1 backwards

DATA = Path(__file__).parent / "data"
SEAM = 179.999  # the atlas cuts land here: an edge along it is no coast
STRETCH = 48  # points of coast judged together
COARSE, FINE = "110m", "50m"


@dataclass(frozen=True)
class Territory:
    """One shape of the atlas: its number there, and each polygon by its outer ring first."""

    number: str
    polygons: tuple[tuple[ArcRing, ...], ...]

    def arcs(self) -> set[int]:
        """List the arcs that bound it, whatever their direction."""
        return {a if a >= 0 else ~a for rings in self.polygons for ring in rings for a in ring}


@dataclass(frozen=True)
class Shore:
    """A ring of coast and its box; `is_cut` when left open where the atlas cuts it at 180°."""

    line: Line
    box: Box
    is_cut: bool

    @cached_property
    def _stretches(self) -> tuple[tuple[int, Box], ...]:
        starts = range(0, len(self.line), STRETCH)
        return tuple((i, box_of(self.line[i : i + STRETCH])) for i in starts)

    def near(self, window: Box) -> Sequence[Point]:
        """Return the ring without what is of no account inside a window.

        Of a stretch that lies wholly to one side of it only the ends matter when it is clipped.
        """
        if len(self.line) < 2 * STRETCH or window[0] < -180 or window[2] > 180:  # noqa: PLR2004
            return self.line
        points: list[Point] = []
        for start, box in self._stretches:
            stretch = self.line[start : start + STRETCH]
            points.extend(stretch if meets(box, window) else (stretch[0], stretch[-1]))
        return points


@dataclass(frozen=True)
class Atlas:
    """A world of arcs in degrees, and the shapes that share them."""

    arcs: tuple[Line, ...]
    territories: tuple[Territory, ...]
    coast: tuple[ArcRing, ...]

    @cached_property
    def land(self) -> tuple[Shore, ...]:
        """Return every ring of land and lake, in degrees."""
        return tuple(shore(self.ring(arcs)) for arcs in self.coast)

    def ring(self, arcs: ArcRing) -> Line:
        """Join arcs end to end, their shared points told once."""
        points: list[Point] = []
        for arc in arcs:
            line = self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]
            points.extend(line if not points else line[1:])
        return tuple(points)


def shore(ring: Line) -> Shore:
    """Start a ring that the atlas cuts along 180° after that cut, and end it before.

    Filling closes a path by itself, so the cut shows no coast where there is none.
    """
    box = box_of(ring)
    line = _opened(ring) if box[0] <= -SEAM or box[2] >= SEAM else ring
    return Shore(line, box, is_cut=line is not ring)


def _opened(ring: Line) -> Line:
    on_seam = [abs(lon) >= SEAM for lon, _ in ring[:-1]]
    ends = [i for i, seam in enumerate(on_seam) if seam and not on_seam[(i + 1) % len(on_seam)]]
    if not ends or sum(on_seam) < 2:  # noqa: PLR2004
        return ring
    turned_ring = ring[ends[-1] : -1] + ring[: ends[-1]]
    last = next(i for i in range(1, len(turned_ring)) if abs(turned_ring[i][0]) >= SEAM)
    return turned_ring[: last + 1]


def meets(box: Box, window: Box) -> bool:
    """Return whether two boxes share a place."""
    return (
        box[2] >= window[0] and box[0] <= window[2] and box[3] >= window[1] and box[1] <= window[3]
    )


def box_of(line: Sequence[Point]) -> Box:
    """Return the box around points, in degrees."""
    lons, lats = [p[0] for p in line], [p[1] for p in line]
    return min(lons), min(lats), max(lons), max(lats)


@cache
def load(resolution: str) -> Atlas:
    """Read the atlas at a resolution, COARSE (1:110 million) or FINE (1:50 million)."""
    topology = json.loads((DATA / f"{resolution}.json").read_bytes())
    objects = topology["objects"]
    return Atlas(
        arcs=tuple(_line(arc, topology["transform"]) for arc in topology["arcs"]),
        territories=tuple(
            Territory(str(shape["id"]), _polygons(shape))
            for shape in objects["countries"]["geometries"]
        ),
        coast=tuple(
            ring
            for shape in objects["land"]["geometries"]
            for polygon in _polygons(shape)
            for ring in polygon
        ),
    )


def let_go() -> None:
    """Forget what was read: who draws again reads it again, in a moment."""
    load.cache_clear()


def _line(arc: list[list[int]], transform: dict[str, list[float]]) -> Line:
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    xs, ys = (accumulate(steps) for steps in zip(*arc, strict=True))
    return tuple((x * kx + dx, y * ky + dy) for x, y in zip(xs, ys, strict=True))


def _polygons(shape: dict[str, Any]) -> tuple[tuple[ArcRing, ...], ...]:
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return tuple(tuple(tuple(ring) for ring in polygon) for polygon in polygons)
