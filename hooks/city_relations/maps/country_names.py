"""The names of countries on a picture: written where nothing else is, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from city_relations.geography.atlas import Box
from city_relations.geography.country_spots import Spot
from city_relations.geography.labels import TARGET, label_box, overlap, width_of
from city_relations.geography.projections import Point

SMALLER = 0.95  # of the type of marks' names, its letters spaced
HIGH = 18.0  # pixels
OVER = 2.4  # times the room in the land: a name that reaches further seems its neighbour's
KEEP_OFF = 4.0  # pixels left between a country's name and anything else

Named = tuple[Sequence[Point], Sequence[float], Sequence[str | None]]


@dataclass(frozen=True)
class Land:
    """A country to name: its class in the stylesheet, its name, its partners, where it may be."""

    key: str
    name: str
    partners: tuple[str, ...]
    spots: tuple[Spot, ...]


def named_lands(
    lands: Sequence[Land], places: Sequence[Sequence[Spot]], marks: Named, size: Point
) -> list[Point | None]:
    """Choose a spot for each country's name, in pixels; None where it has no room.

    `places` are the spots of each country in pixels; `marks` the points, the widths and the
    positions of the names that are set already. The larger country chooses first.
    """
    taken = [*map(_target, marks[0]), *_names(marks)]
    chosen: list[Point | None] = [None] * len(lands)
    rooms = [max((spot.room for spot in found), default=0.0) for found in places]
    order = sorted(range(len(lands)), key=lambda i: (-rooms[i], i))
    for i in order:
        half = width_of(lands[i].name) * SMALLER / 2 + KEEP_OFF
        for spot in places[i]:
            box = _box(spot.point, half, HIGH / 2)
            if half <= spot.room * OVER and _free(box, taken, size):
                chosen[i] = spot.point
                taken.append(box)
                break
    return chosen


def _free(box: Box, taken: Sequence[Box], size: Point) -> bool:
    inside = box[0] >= 0 and box[1] >= 0 and box[2] <= size[0] and box[3] <= size[1]
    return inside and not any(overlap(box, other) for other in taken)


def _target(point: Point) -> Box:
    return _box(point, TARGET / 2, TARGET / 2)


def _box(point: Point, wide: float, high: float) -> Box:
    return point[0] - wide, point[1] - high, point[0] + wide, point[1] + high


def _names(marks: Named) -> list[Box]:
    told = zip(*marks, strict=True)
    return [label_box(point, width, position) for point, width, position in told if position]
