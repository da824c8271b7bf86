"""Which pictures of the Earth show some points well, and what each of them frames."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import hypot, radians, sin
from statistics import median

from city_relations.geography.atlas import Box
from city_relations.geography.projections import (
    ATLANTIC,
    MEAN_RADIUS_KM,
    PACIFIC,
    EqualEarth,
    Lambert,
    Point,
    Projection,
    distance_km,
    turned,
)

WIDTH = 2000  # a view's own units across; whole steps of it stay under half a pixel
DESIGN_WIDTH = 1000  # pixels a view is judged at
CROWDED = 16  # pixels between points under which pushing marks apart no longer tells the truth
APART = 28  # pixels a close view wants between the points that crowded
WIDEST_KM, NARROWEST_KM = 5600.0, 900.0  # across a close view
TALLEST, FLATTEST = 0.8, 0.6  # height for a width of one
MARGIN = 0.09  # of the frame's width, left around its points
SOUTH, NORTH = -56.5, 84.5  # the world's usual frame: without Antarctica, with all of Greenland
POLAR_STEP = 4.0  # degrees of sea left beyond the southernmost point
STEPS = 24  # pieces the edge of the Earth is drawn in, on each side
DISC = 2 * sin(radians(100) / 2)  # radius of a globe's disc: a little more than half the Earth
DISC_SHARE = 0.97  # of the frame's height


@dataclass(frozen=True)
class View:
    """A projection and the box of it that is shown; `place` gives units from the top left.

    Of a globe only a disc is shown, of radius `disc` in radii of the Earth, in the box's middle.
    """

    name: str
    projection: Projection
    box: Box
    disc: float | None = None

    @cached_property
    def scale(self) -> float:
        """Return the units a radius of the Earth takes."""
        return WIDTH / (self.box[2] - self.box[0])

    @cached_property
    def height(self) -> int:
        """Return the units from top to bottom."""
        return round((self.box[3] - self.box[1]) * self.scale)

    def place(self, lon: float, lat: float) -> Point:
        """Return where a point stands in the view, perhaps outside its frame."""
        return self.laid(self.projection.project(lon, lat))

    def laid(self, point: Point) -> Point:
        """Turn projected coordinates into units from the top left."""
        return (point[0] - self.box[0]) * self.scale, (self.box[3] - point[1]) * self.scale

    def shows(self, lon: float, lat: float) -> bool:
        """Return whether a point stands inside the frame."""
        x, y = self.place(lon, lat)
        return -1 <= x <= WIDTH + 1 and -1 <= y <= self.height + 1


def world(points: Sequence[Point]) -> View:
    """Return the view of the whole Earth, down to Antarctica only when a point is there.

    The first point is the city's: the map opens where its arcs need not go round the Earth.
    """
    projection = EqualEarth(_meridian(points))
    south = max(-90.0, min([SOUTH, *(lat - POLAR_STEP for _, lat in points)]))
    north = min(90.0, max([NORTH, *(lat + 1 for _, lat in points)]))
    half = projection.project_offset(180, 0)[0]
    bottom, top = (projection.project_offset(0, lat)[1] for lat in (south, north))
    return View("world", projection, (-half, bottom, half, top))


def _meridian(points: Sequence[Point]) -> float:
    """Choose the middle of the world that leaves fewer arcs from the first point the long way."""
    return min((ATLANTIC, PACIFIC), key=lambda centre: _long_ways(points, centre))


def _long_ways(points: Sequence[Point], centre: float) -> int:
    start, *others = [turned(lon, centre) for lon, _ in points] or [0.0]
    return sum(abs(other - start) > 180 for other in others)  # noqa: PLR2004


def close(points: Sequence[Point]) -> View | None:
    """Return the close view of where points crowd on the world; none when it reads well alone."""
    crowd = _crowd(points)
    if len(crowd) < 2:  # noqa: PLR2004
        return None
    spread = median(_nearest(a, crowd) for a in crowd)
    width = max(NARROWEST_KM, min(WIDEST_KM, spread * DESIGN_WIDTH / APART))
    return _fitted(_most_shown(points, crowd, width))


def around(centre: Point, width_km: float, ratio: float) -> View:
    """Return a view centred on a point, so that straight lines from it are great circles."""
    half = width_km / MEAN_RADIUS_KM / 2
    return View("near", Lambert(*centre), (-half, -half * ratio, half, half * ratio))


def globe(centre: Point, ratio: float) -> View:
    """Return the side of the Earth around a point, whole: two places it lies between are on it."""
    high = DISC / DISC_SHARE
    return View("near", Lambert(*centre), (-high / ratio, -high, high / ratio, high), DISC)


def globe_edge(view: View) -> list[Point]:
    """Trace the edge of the Earth on a view of the whole of it, in its units; else nothing."""
    projection = view.projection
    if not isinstance(projection, EqualEarth):
        return []
    lats = [180.0 * i / STEPS - 90 for i in range(STEPS + 1)]
    west = [view.laid(projection.project_offset(-180, lat)) for lat in lats]
    east = [view.laid(projection.project_offset(180, lat)) for lat in reversed(lats)]
    return [*west, *east]


def _nearest(point: Point, crowd: Sequence[Point]) -> float:
    """Return the km to the next point that is elsewhere."""
    return min((distance_km(point, other) for other in crowd if other != point), default=0.0)


def _crowd(points: Sequence[Point]) -> list[Point]:
    """List the points that stand too near another on the world."""
    view = world(points)
    placed = [(point, view.place(*point)) for point in points]
    near = CROWDED * WIDTH / DESIGN_WIDTH
    crowd = {
        one
        for a, b in combinations(placed, 2)
        if hypot(a[1][0] - b[1][0], a[1][1] - b[1][1]) < near
        for one in (a[0], b[0])
    }
    return [point for point in points if point in crowd]


def _most_shown(points: Sequence[Point], crowd: Sequence[Point], width: float) -> list[Point]:
    """List what a frame of a width can show at most: of the crowd first, then of all points.

    Some best frame touches a point on its left and one at its foot, so only those are tried.
    """
    laid = sorted(_laid_around(points, crowd), key=lambda one: one[1])
    across = width / MEAN_RADIUS_KM * (1 - 2 * MARGIN)
    counted = set(crowd)
    best: tuple[int, int, float] = (0, 0, 0.0)
    shown: list[Point] = []
    for left in sorted({x for x, _, _ in laid}):
        column = [one for one in laid if left <= one[0] <= left + across]
        feet = [y for _, y, _ in column]
        for first, foot in enumerate(feet):
            held = column[first : bisect_right(feet, foot + across * FLATTEST)]
            if len(held) < best[0]:
                continue
            inner = sum(point in counted for _, _, point in held)
            score = (inner, len(held), left - max(x for x, _, _ in held))
            if score > best:
                best, shown = score, [point for _, _, point in held]
    return shown


def _laid_around(
    points: Sequence[Point],
    crowd: Sequence[Point],
) -> list[tuple[float, float, Point]]:
    """Lay points flat around the one of the crowd that has most of the crowd at hand."""
    middle = min(crowd, key=lambda a: (median(distance_km(a, b) for b in crowd), a))
    frame = Lambert(*middle)
    near = [p for p in points if distance_km(p, middle) < WIDEST_KM]
    return [(*frame.project(*p), p) for p in near]


def _fitted(points: Sequence[Point]) -> View:
    """Frame points closely, in a pleasing shape."""
    first = Lambert(*points[0])
    middle = _middle([first.project(*p) for p in points])
    projection = Lambert(*first.unproject(*middle))
    laid = [projection.project(*p) for p in points]
    x, y = _middle(laid)
    wide, high = (max(v) - min(v) for v in zip(*laid, strict=True))
    across = max(wide, high / TALLEST, NARROWEST_KM / MEAN_RADIUS_KM) / (1 - 2 * MARGIN)
    tall = min(max(high / (1 - 2 * MARGIN), across * FLATTEST), across * TALLEST)
    box = (x - across / 2, y - tall / 2, x + across / 2, y + tall / 2)
    return View("close", projection, box)


def _middle(laid: Sequence[Point]) -> Point:
    xs, ys = [x for x, _ in laid], [y for _, y in laid]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
