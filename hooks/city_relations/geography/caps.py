"""Rings of land on a round piece of the Earth, whatever they hold of what lies behind it.

A Lambert map shows the point opposite its centre as the whole of its rim. So what lies beyond a cap
is pushed straight out to its edge, and land that holds that opposite point gets the edge as a ring
of its own: filled by the even-odd rule, land stays land and sea stays sea.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import atan2, ceil, cos, hypot, pi, sin, tau

from city_relations.geography.outlines import turning
from city_relations.geography.projections import Lambert, Point

STEP = tau / 72  # of the edge, between two of its points


def capped(ring: Sequence[Point], projection: Lambert, reach: float) -> Iterator[list[Point]]:
    """Yield what a cap shows of a ring of degrees, as rings laid flat; `reach` is in radii.

    The ring is closed by itself and does not cross 180°.
    """
    laid = [projection.project(lon, lat) for lon, lat in ring]
    bearings = [atan2(y, x) for x, y in laid]
    turn = sum(_turned(a, b) for a, b in pairwise([*bearings, bearings[0]]))
    holds_one = abs(turn) > pi  # the centre or the point opposite, never both
    holds_centre = holds_one and (turn > 0) == (turning(ring) > 0)
    if any(hypot(x, y) < reach for x, y in laid):
        yield list(_pushed(laid, bearings, reach))
        if holds_one and not holds_centre:
            yield edge(reach)
    elif holds_centre:
        yield edge(reach)


def edge(reach: float) -> list[Point]:
    """Return the edge of a cap, laid flat."""
    return _arc(-pi, pi, reach)


def _pushed(laid: Sequence[Point], bearings: Sequence[float], reach: float) -> Iterator[Point]:
    """Keep what lies inside; walk along the edge from a point beyond to the next beyond."""
    beyond = [hypot(x, y) >= reach for x, y in laid]
    for i, (point, bearing) in enumerate(zip(laid, bearings, strict=True)):
        if not beyond[i]:
            yield point
        elif beyond[i - 1]:
            start = bearings[i - 1]
            yield from _arc(start, start + _turned(start, bearing), reach)[1:]
        else:
            yield reach * cos(bearing), reach * sin(bearing)


def _arc(start: float, end: float, reach: float) -> list[Point]:
    pieces = max(1, ceil(abs(end - start) / STEP))
    angles = [start + (end - start) * i / pieces for i in range(pieces + 1)]
    return [(reach * cos(a), reach * sin(a)) for a in angles]


def _turned(start: float, end: float) -> float:
    """Return the turn from one bearing to another, the short way."""
    return (end - start + pi) % tau - pi
