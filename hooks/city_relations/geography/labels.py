"""Where marks and names go on a small picture, so that none hides or crowds another.

Everything here is in pixels from the top left of the picture at the width it is laid out for; on
a wider one the same places only drift apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import atan2, cos, hypot, pi, sin, sqrt
from types import MappingProxyType

from city_relations.geography.atlas import Box
from city_relations.geography.projections import Point

TARGET = 24.0  # the least size of something to press (WCAG 2.2, 2.5.8)
TURNS = 16  # directions tried round a neighbour
ASTRAY = 0.6  # what a turn by a radian round the centre costs, in gaps
EASE = 2.6  # a picture this many times the area of its targets has room for all of them
LINE = 20.0  # height of a name
EM = 15.0  # size of its type
SIDE, DIAGONAL = 11.0, 7.0  # from the middle of a mark to its name, straight and aslant

# Eight places round a mark, the best read first (after Imhof), as shares of the name's width.
POSITIONS: Mapping[str, tuple[float, float, float]] = MappingProxyType(
    {  # name: (x in px, share of the width moved left, y of the top in px)
        "e": (SIDE, 0.0, -LINE / 2),
        "ne": (DIAGONAL, 0.0, -LINE - 4),
        "se": (DIAGONAL, 0.0, 4.0),
        "w": (-SIDE, 1.0, -LINE / 2),
        "nw": (-DIAGONAL, 1.0, -LINE - 4),
        "sw": (-DIAGONAL, 1.0, 4.0),
        "n": (0.0, 0.5, -LINE - SIDE + 1),
        "s": (0.0, 0.5, SIDE - 1),
    },
)
NARROW = frozenset("iljtfr.,'’ ·-()I1")
BROAD = frozenset("mwMW@%ŒÆ—")


def width_of(text: str) -> float:
    """Estimate how wide a name is set, a little too wide rather than too narrow."""
    return EM * sum(map(_ems, text)) + 4


def _ems(letter: str) -> float:
    if letter in NARROW:
        return 0.36
    if letter in BROAD:
        return 0.95
    if ord(letter) >= 0x2E80:  # noqa: PLR2004 - from here on, East Asian letters fill a square
        return 1.05
    return 0.74 if letter.isupper() else 0.58


def separated(
    points: Sequence[Point],
    size: Point,
    fixed: Sequence[Point] = (),
    gap: float = TARGET,
) -> list[Point]:
    """Move points as little as needed to stand `gap` apart, off `fixed` ones and within `size`.

    Those nearest to the first fixed point settle first, and all stay on their side of it: what
    lies to the east of the city is not shown to its west. Earlier points move less. In a full
    picture (see `room_for`) the last ones may stand nearer.
    """
    crowd = _Crowd(gap, fixed[0] if fixed else None)
    for point in fixed:
        crowd.add(point)
    order = sorted(range(len(points)), key=lambda i: (round(crowd.off_centre(points[i]), 6), i))
    spots = {i: _settled(_held(points[i], size), crowd, size) for i in order}
    return [spots[i] for i in range(len(points))]


def room_for(count: int, ratio: float) -> float:
    """Return the width at which `count` targets fit a picture `ratio` times as high, with ease."""
    return sqrt(count * TARGET * TARGET * EASE / ratio)


class _Crowd:
    """Points already placed, by square of the plane, so that neighbours are found at once."""

    def __init__(self, gap: float, centre: Point | None = None) -> None:
        self.gap = gap
        self.centre = centre
        self.squares: dict[tuple[int, int], list[Point]] = {}

    def add(self, point: Point) -> None:
        self.squares.setdefault(self._square(point), []).append(point)

    def near(self, point: Point, reach: int = 1) -> list[Point]:
        """List the points in the squares around one."""
        i, j = self._square(point)
        span = range(-reach, reach + 1)
        return [q for u in span for v in span for q in self.squares.get((i + u, j + v), ())]

    def is_free(self, point: Point) -> bool:
        """Return whether nothing stands nearer than the gap, to a millionth of a pixel."""
        x, y = point
        return all(hypot(x - u, y - v) >= self.gap - 1e-6 for u, v in self.near(point))

    def off_centre(self, point: Point) -> float:
        """Return how far a point is from the centre; 0 where there is none."""
        return hypot(*self._from_centre(point))

    def cost(self, home: Point, spot: Point) -> float:
        """Return how ill it is to stand somewhere else: how far, and how far round the centre."""
        (x, y), (u, v) = self._from_centre(home), self._from_centre(spot)
        turn = abs(atan2(x * v - y * u, x * u + y * v))
        return hypot(spot[0] - home[0], spot[1] - home[1]) + ASTRAY * self.gap * turn

    def _from_centre(self, point: Point) -> Point:
        return (point[0] - self.centre[0], point[1] - self.centre[1]) if self.centre else (0, 0)

    def _square(self, point: Point) -> tuple[int, int]:
        return int(point[0] // self.gap), int(point[1] // self.gap)


def _settled(home: Point, crowd: _Crowd, size: Point) -> Point:
    """Take the nearest free place to a point: against a neighbour, or on a loose lattice."""
    spot = home
    if not crowd.is_free(home):
        rings = (_beside(home, crowd, reach) for reach in (1, 2, 4))
        tries = (_nearest_free(home, spots, crowd, size) for spots in rings)
        found = next((spot for spot in tries if spot), None)
        spot = found or _nearest_free(home, _lattice(size, crowd.gap), crowd, size) or home
    crowd.add(spot)
    return spot


def _nearest_free(home: Point, spots: list[Point], crowd: _Crowd, size: Point) -> Point | None:
    spots.sort(key=lambda p: (round(crowd.cost(home, p), 6), p))
    return next((p for p in spots if p == _held(p, size) and crowd.is_free(p)), None)


def _beside(home: Point, crowd: _Crowd, reach: int) -> list[Point]:
    """List places touching the neighbours of a point, first straight away from each."""
    spots = []
    for x, y in crowd.near(home, reach):
        away = atan2(home[1] - y, home[0] - x)
        for turn in range(TURNS):
            angle = away + 2 * pi * turn / TURNS
            spots.append((x + crowd.gap * cos(angle), y + crowd.gap * sin(angle)))
    return spots


def _lattice(size: Point, gap: float) -> list[Point]:
    half = TARGET / 2
    columns, rows = int((size[0] - TARGET) // gap) + 1, int((size[1] - TARGET) // gap) + 1
    return [(half + i * gap, half + j * gap) for i in range(columns) for j in range(rows)]


def _held(point: Point, size: Point) -> Point:
    """Keep a whole target inside the picture."""
    half = TARGET / 2
    x, y = (min(max(v, half), max(half, s - half)) for v, s in zip(point, size, strict=True))
    return x, y


def labelled(
    points: Sequence[Point],
    widths: Sequence[float],
    size: Point,
    obstacles: Sequence[Box] = (),
    first: int = 0,
) -> list[str | None]:
    """Choose a position for the name of each point, None where no place is free.

    Names keep off every mark, every obstacle, each other and the edge. The `first` ones choose
    before all others, then those with the fewest free places.
    """
    marks = [_around(point) for point in points]
    free = [
        _free_places(i, widths[i], points[i], [*marks, *obstacles], size)
        for i in range(len(points))
    ]
    chosen: list[str | None] = [None] * len(points)
    taken: list[Box] = []
    for i in sorted(range(len(points)), key=lambda i: (i >= first, len(free[i]), i)):
        for name, box in free[i]:
            if not any(overlap(box, other) for other in taken):
                chosen[i] = name
                taken.append(box)
                break
    return chosen


def label_box(point: Point, width: float, position: str) -> Box:
    """Return the box a name fills at a position round a point."""
    dx, share, dy = POSITIONS[position]
    left, top = point[0] + dx - share * width, point[1] + dy
    return left, top, left + width, top + LINE


def overlap(a: Box, b: Box) -> bool:
    """Return whether two boxes share more than an edge."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _around(point: Point) -> Box:
    half = TARGET / 2
    return point[0] - half, point[1] - half, point[0] + half, point[1] + half


def _free_places(
    own: int,
    width: float,
    point: Point,
    fixed: Sequence[Box],
    size: Point,
) -> list[tuple[str, Box]]:
    places = [(name, label_box(point, width, name)) for name in POSITIONS]
    return [
        (name, box)
        for name, box in places
        if box[0] >= 0
        and box[1] >= 0
        and box[2] <= size[0]
        and box[3] <= size[1]
        and not any(overlap(box, other) for i, other in enumerate(fixed) if i != own)
    ]
