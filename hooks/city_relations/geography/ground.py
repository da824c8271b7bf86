"""The ground of a view: coast and borders as SVG paths, no finer than the frame shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot, pi, sqrt

from city_relations.geography.atlas import Atlas, Box, Line, Shore, box_of, meets
from city_relations.geography.borders import DOCTRINES, Borders
from city_relations.geography.caps import capped
from city_relations.geography.outlines import (
    area,
    clipped,
    densified,
    path,
    runs,
    simplified,
    thinned,
    unwrapped,
)
from city_relations.geography.projections import EqualEarth, Lambert, Point
from city_relations.geography.views import WIDTH, View

BLEED = 40  # units drawn beyond the frame, so that the cut edge of land stays out of sight
DEGREES = 180 / pi
TURN = 360.0
FARTHEST_REACH = 1.98  # radii: a cap of nearly the whole Earth
BEND = 4.0  # degrees an edge may span before it must bend with the projection


@dataclass(frozen=True)
class Ground:
    """SVG paths in a view's units: land to fill, borders to line, disputed ones to dash."""

    land: str
    borders: str = ""
    disputed: str = ""


def draw(view: View, atlas: Atlas, borders: Borders, tolerance: float, least: float) -> Ground:
    """Draw what a view shows, to `tolerance` units, without islands under `least` square units."""
    window = degrees_shown(view)
    land = path(_coasts(view, atlas.land, window, tolerance, least))
    if borders is Borders.NONE:
        return Ground(land)
    solid, dashed = _borders(atlas, borders)
    return Ground(
        land,
        path(_open(view, solid, window, tolerance)),
        path(_open(view, dashed, window, tolerance)),
    )


def degrees_shown(view: View) -> Box:
    """Return a box of degrees that holds the whole frame, longitudes around the view's centre."""
    centre = view.projection.lon
    if view.disc or not isinstance(view.projection, Lambert):
        return centre - 180, -90.0, centre + 180, 90.0
    west, south, east, north = view.box
    margin = BLEED / view.scale
    rim = [
        (x, y)
        for i in range(25)
        for x, y in (
            (west - margin + (east - west + 2 * margin) * i / 24, south - margin),
            (west - margin + (east - west + 2 * margin) * i / 24, north + margin),
            (west - margin, south - margin + (north - south + 2 * margin) * i / 24),
            (east + margin, south - margin + (north - south + 2 * margin) * i / 24),
        )
    ]
    box = box_of([view.projection.unproject(x, y) for x, y in rim])
    return _with_poles(view, box)


def _with_poles(view: View, box: Box) -> Box:
    """Open the box to every longitude when the frame holds a pole."""
    west, south, east, north = box
    centre = view.projection.lon
    for pole in (-90.0, 90.0):
        if view.shows(centre, pole):
            west, east = centre - 180, centre + 180
            south, north = min(south, pole), max(north, pole)
    return west, south, east, north


def _coasts(
    view: View,
    shores: Sequence[Shore],
    window: Box,
    tolerance: float,
    least: float,
) -> Iterator[list[Point]]:
    frame = (-BLEED, -BLEED, WIDTH + BLEED, view.height + BLEED)
    step = tolerance * 0.8 / view.scale * DEGREES
    speck = sqrt(least) / 2 / view.scale * DEGREES
    for shore in shores:
        if shore.box[3] - shore.box[1] < speck or not _meets(shore.box, window):
            continue
        for shown in _laid(view, thinned(shore.near(window), step), window):
            placed = clipped(shown, frame)
            if len(placed) > 2 and area(placed) >= least:  # noqa: PLR2004
                closing = [] if shore.is_cut else placed[:1]
                yield simplified([*placed, *closing], tolerance)


def _laid(view: View, ring: Sequence[Point], window: Box) -> Iterator[list[Point]]:
    """Yield the parts of a ring a view may show, in its units."""
    projection, reach = view.projection, _reach(view, window)
    if reach is None or not isinstance(projection, Lambert):
        for part in _shown(ring, projection.lon, window):
            yield _placed(view, part)
        return
    for flat in capped(ring, projection, reach):
        yield [view.laid(point) for point in flat]


def _reach(view: View, window: Box) -> float | None:
    """Return how far around a view's centre all meridians matter, in radii; None where none do."""
    bleed = BLEED / view.scale
    if view.disc:
        return view.disc + bleed
    if not isinstance(view.projection, Lambert) or window[2] - window[0] < TURN:
        return None
    west, south, east, north = view.box
    return min(FARTHEST_REACH, hypot(max(-west, east), max(-south, north)) + 2 * bleed)


def _meets(box: Box, window: Box) -> bool:
    """Return whether two boxes of degrees may share a place, their longitudes told either way."""
    west, south, east, north = box
    return any(meets((west + turn, south, east + turn, north), window) for turn in (-360, 0, 360))


def _shown(ring: Sequence[Point], centre: float, window: Box) -> Iterator[list[Point]]:
    """Yield the parts of a ring inside a window of degrees; a world's edge may part it in two."""
    points = unwrapped(ring, centre)
    west, south, east, north = box_of(points)
    if west >= window[0] and east <= window[2] and south >= window[1] and north <= window[3]:
        yield points
        return
    for turn in (-360, 0, 360):
        if east + turn > window[0] and west + turn < window[2]:
            part = clipped([(x + turn, y) for x, y in points], window)
            if part:
                yield densified(part, BEND)


def _placed(view: View, points: Sequence[Point]) -> list[Point]:
    projection = view.projection
    if isinstance(projection, EqualEarth):
        centre = projection.lon
        return [view.laid(projection.project_offset(x - centre, y)) for x, y in points]
    return [view.place(x, y) for x, y in points]


def _borders(atlas: Atlas, borders: Borders) -> tuple[list[Line], list[Line]]:
    """Sort the arcs two countries share into solid and dashed ones."""
    doctrine = DOCTRINES[borders]
    owners: dict[int, set[str]] = {}
    for territory in atlas.territories:
        number = doctrine.merged.get(territory.number, territory.number)
        for arc in territory.arcs():
            owners.setdefault(arc, set()).add(number)
    solid: list[Line] = []
    dashed: list[Line] = []
    for arc, pair in sorted(owners.items(), key=lambda item: item[0]):
        if len(pair) > 1:
            (dashed if frozenset(pair) in doctrine.dashed else solid).append(atlas.arcs[arc])
    return solid, dashed


def _open(
    view: View,
    lines: Sequence[Line],
    window: Box,
    tolerance: float,
) -> Iterator[list[Point]]:
    for line in lines:
        for run in _seen(view, line, window):
            if len(run) > 1:
                yield simplified(run, tolerance)


def _seen(view: View, line: Line, window: Box) -> Iterator[list[Point]]:
    """Yield the stretches of an open line that a view may show, in its units."""
    reach = _reach(view, window)
    if reach is not None:
        flat = [view.projection.project(*point) for point in line]
        for run in runs(flat, lambda p: hypot(*p) < reach):
            yield [view.laid(point) for point in run]
        return
    west, south, east, north = window
    points = unwrapped(line, view.projection.lon)
    for run in runs(points, lambda p: west <= p[0] <= east and south <= p[1] <= north):
        yield _placed(view, run)
