"""Lines in the plane: unwrapped, clipped to a box, simplified, and written as SVG paths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from city_relations.geography.atlas import Box
from city_relations.geography.projections import Point, turned

Edge = tuple[int, float, int]  # axis (0 or 1), limit, and the side kept: +1 above it, -1 below


def unwrapped(ring: Sequence[Point], centre: float) -> list[Point]:
    """Let longitudes run on past 180° so that no step is over half a turn, around `centre`."""
    points = list(ring)
    lons = [lon for lon, _ in points]
    if not points:
        return points
    if max(lons) - min(lons) >= 180:  # noqa: PLR2004 - else there is nothing to unwrap
        lons = _running(lons)
        points = [(lon, lat) for lon, (_, lat) in zip(lons, points, strict=True)]
    middle = (min(lons) + max(lons)) / 2
    shift = turned(middle, centre) - middle
    return [(x + shift, y) for x, y in points] if abs(shift) > 1 else points


def _running(lons: Sequence[float]) -> list[float]:
    """Return the ring with each longitude within half a turn of the one before."""
    run = [lons[0]]
    for lon in lons[1:]:
        run.append(turned(lon, run[-1]) if abs(lon - run[-1]) >= 180 else lon)  # noqa: PLR2004
    return run


def clipped(ring: Sequence[Point], box: Box) -> list[Point]:
    """Keep what a box shows of a filled ring (Sutherland and Hodgman)."""
    west, south, east, north = box
    points = list(ring)
    for edge in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        points = _cut(points, edge)
    return points


def _cut(points: list[Point], edge: Edge) -> list[Point]:
    axis, limit, side = edge
    kept = [(p[axis] - limit) * side >= 0 for p in points]
    if all(kept):
        return points
    out: list[Point] = []
    for i, point in enumerate(points):
        if kept[i] != kept[i - 1]:
            out.append(_crossing(points[i - 1], point, axis, limit))
        if kept[i]:
            out.append(point)
    return out


def _crossing(a: Point, b: Point, axis: int, limit: float) -> Point:
    t = (limit - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + t * (b[1 - axis] - a[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def runs(points: Iterable[Point], keep: Callable[[Point], bool]) -> Iterator[list[Point]]:
    """Cut an open line into the stretches kept."""
    run: list[Point] = []
    for point in points:
        if keep(point):
            run.append(point)
        elif run:
            yield run
            run = []
    if run:
        yield run


def densified(points: Sequence[Point], step: float) -> list[Point]:
    """Break edges longer than `step`, so that they bend with the projection."""
    out: list[Point] = []
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        pieces = int(max(abs(x2 - x1), abs(y2 - y1)) / step) + 1
        out += [(x1 + (x2 - x1) * i / pieces, y1 + (y2 - y1) * i / pieces) for i in range(pieces)]
    return out


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Drop the points that move an open line by less than `tolerance` (Douglas and Peucker)."""
    line = thinned(points, tolerance * 0.7)
    if len(line) < 3:  # noqa: PLR2004
        return line
    kept = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        middle, offset = _farthest(line, first, last)
        if offset > tolerance * tolerance:
            kept.add(middle)
            spans += [(first, middle), (middle, last)]
    return [line[i] for i in sorted(kept)]


def thinned(points: Sequence[Point], step: float) -> list[Point]:
    """Drop the points that follow another within `step`."""
    out = list(points[:1])
    for point in points[1:]:
        if abs(point[0] - out[-1][0]) > step or abs(point[1] - out[-1][1]) > step:
            out.append(point)
    if points and out[-1] != points[-1]:
        out.append(points[-1])
    return out


def _farthest(line: list[Point], first: int, last: int) -> tuple[int, float]:
    """Find the point farthest from the segment, and its distance squared."""
    (ax, ay), (bx, by) = line[first], line[last]
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    best, worst = first, -1.0
    for i in range(first + 1, last):
        px, py = line[i][0] - ax, line[i][1] - ay
        t = (px * dx + py * dy) / length if length else 0.0
        t = 0.0 if t < 0 else min(t, 1.0)
        off = (px - t * dx) ** 2 + (py - t * dy) ** 2
        if off > worst:
            best, worst = i, off
    return best, worst


def area(ring: Sequence[Point]) -> float:
    """Measure a ring, whatever its direction."""
    return abs(turning(ring)) / 2


def turning(ring: Sequence[Point]) -> float:
    """Return twice the area of a ring: above nought when it runs against the clock."""
    turns = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in turns)


def path(lines: Iterable[Sequence[Point]]) -> str:
    """Write open lines as an SVG path of whole, relative steps."""
    parts: list[str] = []
    for line in lines:
        grid = [(round(x), round(y)) for x, y in line]
        x, y = grid[0]
        steps: list[str] = []
        for u, v in grid[1:]:
            if (u, v) != (x, y):
                steps.append(f"{u - x}{'' if v < y else ' '}{v - y}")
                x, y = u, v
        if steps:
            body = "".join(s if s[0] == "-" or not i else f" {s}" for i, s in enumerate(steps))
            parts.append(f"M{grid[0][0]} {grid[0][1]}l{body}")
    return "".join(parts)
