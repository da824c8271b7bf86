"""Partners that a small picture cannot show one by one, gathered by the part of the world."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from city_relations.geography.projections import Point
from city_relations.maps.marks import Mark

CROWD = 25  # marks of one view from which they are told together
MOST = 16  # members of one cluster: more are parted by where they lie


@dataclass(frozen=True)
class Cluster:
    """Partners told as one: its class in the stylesheet, the code and name of what they share."""

    key: str
    code: str
    name: str
    members: tuple[Mark, ...]
    point: Point


def clusters(
    marks: Sequence[Mark],
    places: dict[int, Point],
    shared: Callable[[Mark], str],
    name: Callable[[str], str],
) -> tuple[Cluster, ...]:
    """Gather marks by what they share, where they are a crowd; one alone stays by itself.

    `places` gives the points of the marks in a view's units, by number.
    """
    if len(marks) < CROWD:
        return ()
    kinds = {code: [m for m in marks if shared(m) == code] for code in map(shared, marks)}
    parts = [(code, part) for code, held in kinds.items() for part in _parted(held, places)]
    return tuple(
        Cluster(f"c{i}", code, name(code), tuple(part), _middle([places[m.number] for m in part]))
        for i, (code, part) in enumerate(((c, p) for c, p in parts if len(p) > 1), 1)
    )


def _parted(marks: list[Mark], places: dict[int, Point]) -> Iterator[list[Mark]]:
    """Halve too many marks along the longer side of where they lie, until each part is small."""
    if len(marks) <= MOST:
        yield sorted(marks, key=lambda mark: mark.number)
        return
    wide, tall = (max(v) - min(v) for v in zip(*(places[m.number] for m in marks), strict=True))
    side = 0 if wide >= tall else 1
    ordered = sorted(marks, key=lambda mark: (places[mark.number][side], mark.number))
    for part in (ordered[: len(ordered) // 2], ordered[len(ordered) // 2 :]):
        yield from _parted(part, places)


def _middle(points: Sequence[Point]) -> Point:
    xs, ys = zip(*points, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)
