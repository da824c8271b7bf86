"""A view with everything drawn on it: ground, arcs, frame, marks, and their layouts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot

from city_relations.geography.atlas import FINE
from city_relations.geography.borders import Borders
from city_relations.geography.ground import Ground
from city_relations.geography.projections import Point
from city_relations.geography.views import WIDTH, View, close, outline, world
from city_relations.maps.grounds import ground
from city_relations.maps.layouts import Item, Layout, layouts, stylesheet
from city_relations.maps.marks import Mark
from city_relations.store import Store

DETAIL = {"world": (2.0, 18.0), "close": (1.5, 8.0)}  # tolerance, least area, in units
LIT = "opacity:1;stroke-width:2"
BOW = 0.13  # how far an arc swells, for a length of one


@dataclass(frozen=True)
class Picture:
    """One drawn view; paths are SVG in units of a box `WIDTH` by `height`.

    `marks` are links; `dots` are marks that another picture shows better, inside `frame`.
    """

    name: str
    height: int
    title: str
    ground: Ground
    marks: tuple[Mark, ...]
    dots: tuple[tuple[Mark, Point], ...]
    arcs: tuple[tuple[int, str], ...]
    allies: tuple[tuple[int, int, str], ...]
    home: Point
    frame: str
    items: tuple[Item, ...]
    layouts: tuple[Layout, ...]

    @property
    def stylesheet(self) -> str:
        """Write where everything stands, at each width."""
        placed = stylesheet(self.name, self.items, self.height, self.layouts)
        return "\n".join([placed, *(self._lit(number) for number, _ in self.arcs)])

    def _lit(self, number: int) -> str:
        """Bring out the arc of a mark that has focus or pointer."""
        view = f".rel-view--{self.name}"
        return f"{view}:has(.m{number}>a:is(:hover,:focus-visible)) .a{number}{{{LIT}}}"

    def is_named(self, width: int) -> bool:
        """Return whether every mark has its name in a picture so wide."""
        plans = [plan for plan in self.layouts if plan.least <= width]
        return bool(plans) and all(plans[-1].names)

    @property
    def leads(self) -> tuple[str, ...]:
        """Return, for each layout, the lines from marks that were moved to their true points."""
        return tuple("".join(_line(a, b) for a, b in plan.leads) for plan in self.layouts)


@dataclass(frozen=True)
class Scene:
    """What there is to draw: the marks, the city and its name, the words for a close view."""

    marks: tuple[Mark, ...]
    home: Point
    city: str
    around: str
    nearer: str
    borders: Borders
    store: Store

    def title(self, view: View) -> str:
        """Name a close view, by the city when it shows it."""
        return self.around if view.shows(*self.home) else self.nearer


@lru_cache(maxsize=4)
def pictures(scene: Scene) -> tuple[Picture, ...]:
    """Draw the world and, where partners crowd, the close view."""
    shown = tuple(mark for mark in scene.marks if mark.point)
    points = [scene.home, *(mark.point for mark in shown if mark.point)]
    far, near = world(points), close(points)
    if near is None:
        return (_picture(scene, far, shown),)
    inner = tuple(m for m in shown if m.point and near.shows(*m.point))
    outer = tuple(m for m in shown if m not in inner)
    return (
        _picture(scene, far, outer, inner, near),
        _picture(scene, near, inner),
    )


def _picture(
    scene: Scene,
    view: View,
    marks: tuple[Mark, ...],
    dots: tuple[Mark, ...] = (),
    nearer: View | None = None,
) -> Picture:
    start = view.place(*scene.home)
    frame = outline(nearer, view) if nearer else []
    places = {m.number: view.place(*m.point) for m in (*marks, *dots) if m.point}
    items = tuple(_items(scene, view, start, nearer, frame))
    items += tuple(Item(f"m{m.number}", m.name, places[m.number]) for m in marks)
    return Picture(
        name=view.name,
        height=view.height,
        title="" if view.name == "world" else scene.title(view),
        ground=ground(scene.store, view, FINE, scene.borders, DETAIL[view.name]),
        marks=marks,
        dots=tuple((m, places[m.number]) for m in dots),
        arcs=tuple((m.number, arc(start, places[m.number])) for m in marks),
        allies=tuple(_allies([*marks, *dots], places)),
        home=start,
        frame=_outline(frame),
        items=items,
        layouts=layouts(items, view.height),
    )


def _items(
    scene: Scene, view: View, start: Point, nearer: View | None, frame: Sequence[Point]
) -> Iterator[Item]:
    """List what needs room beside the marks: the city, and the way to the close view."""
    if 0 <= start[0] <= WIDTH and 0 <= start[1] <= view.height:
        named = not (nearer and nearer.shows(*scene.home))
        yield Item("h", scene.city if named else "", start, fixed=True)
    if nearer:
        yield Item("f", scene.title(nearer), frame[len(frame) // 2])  # its lower right corner


def _allies(marks: Sequence[Mark], places: dict[int, Point]) -> list[tuple[int, int, str]]:
    pairs = {(min(m.number, n), max(m.number, n)) for m in marks for n in m.allies if n in places}
    return [(a, b, arc(places[a], places[b])) for a, b in sorted(pairs)]


def arc(start: Point, end: Point) -> str:
    """Draw a curve that swells to the north, whichever way it runs."""
    (x1, y1), (x2, y2) = start, end
    length = hypot(x2 - x1, y2 - y1)
    middle = (x1 + x2) / 2, (y1 + y2) / 2 - length * BOW
    return f"M{x1:.0f} {y1:.0f}Q{middle[0]:.0f} {middle[1]:.0f} {x2:.0f} {y2:.0f}"


def _outline(points: Sequence[Point]) -> str:
    """Draw the frame of the close view; where the edge of the world parts it, in pieces."""
    parts: list[list[Point]] = []
    for point in points:
        if not parts or abs(point[0] - parts[-1][-1][0]) > WIDTH / 2:
            parts.append([])
        parts[-1].append(point)
    drawn = ["M" + " ".join(f"{x:.0f},{y:.0f}" for x, y in part) for part in parts]
    return "".join(drawn) + ("z" if len(drawn) == 1 else "")


def _line(a: Point, b: Point) -> str:
    return f"M{a[0]:.0f} {a[1]:.0f}L{b[0]:.0f} {b[1]:.0f}"
