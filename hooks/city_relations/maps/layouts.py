"""Where marks and names stand in a view at each width, and the stylesheet that says so.

The policy of the site forbids style attributes, so every position is a rule of a stylesheet. A
layout is made for the least width it serves: on a wider picture its marks only drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from city_relations.geography.country_spots import Spot
from city_relations.geography.labels import labelled, room_for, separated, width_of
from city_relations.geography.projections import Point
from city_relations.geography.views import WIDTH
from city_relations.maps.country_names import Land, named_lands
from city_relations.maps.windows import Window

# Phone, half a page, column, page; the last two serve a picture that is enlarged.
DESIGNS = (288, 430, 680, 960, 1400, 1900)
ENLARGED = (680, 1400)  # of the marks of clusters, which stand apart on enlarged pictures alone
# Pixels between marks: their squares of 24 keep off one another's circles, aslant too (WCAG 2.5.8).
SPACING = 30.0
NARROWEST = 180  # pixels of a frame a layout is made for: a narrower one no phone shows at rest
LONGEST = 300.0  # pixels of a name: a longer one gives way to its number
LEAD = 5.0  # pixels a mark may stand off its point before a line leads back to it


@dataclass(frozen=True)
class Item:
    """Something to place: its class in the stylesheet, its name, its point in the view's units."""

    key: str
    name: str
    point: Point
    fixed: bool = False


@dataclass(frozen=True)
class Frame:
    """What is laid out: a view so high, the window of it that is shown at rest, the widths.

    `gap` is how far marks stand apart, in pixels.
    """

    height: int
    shown: Window | None = None
    gap: float = SPACING
    designs: tuple[int, ...] = DESIGNS


@dataclass(frozen=True)
class Layout:
    """Where the items stand from `least` pixels on: in the view's units, a position for names.

    `lands` is where the names of countries are written, None where there is no room.
    """

    least: int
    spots: tuple[Point, ...]
    names: tuple[str | None, ...]
    leads: tuple[tuple[Point, Point], ...]
    lands: tuple[Point | None, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The items of a picture and where they stand at each width; `scope` is when, in CSS."""

    items: tuple[Item, ...]
    lands: tuple[Land, ...]
    layouts: tuple[Layout, ...]
    scope: str = ""
    lead: str = "l"


def layouts(items: Sequence[Item], frame: Frame, lands: Sequence[Land] = ()) -> tuple[Layout, ...]:
    """Lay items out for each width; where the least is too small for the targets, for a larger.

    Marks and names stay in the window that is shown at rest, where the picture is so wide that it
    can be at rest.
    """
    whole = Window(0, 0, WIDTH, frame.height)
    first, *others = frame.designs
    floor = max(first, int(room_for(len(items), frame.height / WIDTH)) + 1)
    widths = [floor, *(width for width in others if width > floor)]
    at_rest = frame.shown or whole
    windows = [at_rest if at_rest.width * w / WIDTH >= NARROWEST else whole for w in widths]
    return tuple(
        _layout(items, lands, _Room(width, window, frame.gap))
        for width, window in zip(widths, windows, strict=True)
    )


@dataclass(frozen=True)
class _Room:
    """A picture so many pixels wide, its window, and how far marks stand apart in it."""

    width: int
    window: Window
    gap: float

    @property
    def scale(self) -> float:
        return self.width / WIDTH

    @property
    def size(self) -> Point:
        return self.window.width * self.scale, self.window.height * self.scale

    def laid(self, point: Point) -> Point:
        """Turn a view's units into pixels of the window."""
        return (point[0] - self.window.left) * self.scale, (point[1] - self.window.top) * self.scale

    def back(self, point: Point) -> Point:
        """Turn pixels of the window into a view's units."""
        return point[0] / self.scale + self.window.left, point[1] / self.scale + self.window.top


def _layout(items: Sequence[Item], lands: Sequence[Land], room: _Room) -> Layout:
    points = [room.laid(item.point) for item in items]
    fixed = [p for p, item in zip(points, items, strict=True) if item.fixed]
    loose = [p for p, i in zip(points, items, strict=True) if not i.fixed]
    free = iter(separated(loose, room.size, fixed, room.gap))
    spots = [p if item.fixed else next(free) for p, item in zip(points, items, strict=True)]
    widths = [w if (w := width_of(item.name)) <= LONGEST else inf for item in items]
    names = labelled(spots, widths, room.size, first=len(fixed))
    places = [[Spot(room.laid(s.point), s.room * room.scale) for s in land.spots] for land in lands]
    written = named_lands(lands, places, (spots, widths, names), room.size)
    pairs = zip(points, spots, strict=True)
    leads = [(a, b) for a, b in pairs if abs(a[0] - b[0]) + abs(a[1] - b[1]) > LEAD]
    return Layout(
        room.width,
        tuple(map(room.back, spots)),
        tuple(names),
        tuple((room.back(a), room.back(b)) for a, b in leads),
        tuple(spot and room.back(spot) for spot in written),
    )


def stylesheet(name: str, height: int, plan: Plan) -> str:
    """Write the rules of one view: what stands where, from each width on."""
    view = f".rel-view--{name}{plan.scope}"
    rules: list[str] = []
    before: dict[str, str] = {}
    for i, layout in enumerate(plan.layouts):
        inner = list(_rules(view, plan.items, layout, height, before))
        inner += _lands(view, plan.lands, layout, height, before)
        others = [f"{view} .{plan.lead}{j}" for j in range(len(plan.layouts)) if j != i]
        inner += [f"{','.join(others)}{{display:none}}"] if others else []
        inner += [f"{view} .{plan.lead}{i}{{display:inline}}"]
        body = "".join(inner)
        wide = f"@container rel-stage (min-width:{layout.least}px){{{body}}}"
        rules.append(body if i == 0 else wide)
    return "\n".join(rules)


def _lands(
    view: str, lands: Sequence[Land], layout: Layout, height: int, before: dict[str, str]
) -> Iterator[str]:
    """Yield the rules of the names of countries that differ from those of narrower pictures."""
    for land, spot in zip(lands, layout.lands, strict=True):
        rule = "display:none"
        if spot:
            x, y = spot
            rule = f"display:block;left:{x / WIDTH * 100:.1f}%;top:{y / height * 100:.1f}%"
        if before.get(land.key, "display:none") != rule:
            yield f"{view} .{land.key}{{{rule}}}"
        before[land.key] = rule


def _rules(
    view: str, items: Sequence[Item], plan: Layout, height: int, before: dict[str, str]
) -> Iterator[str]:
    """Yield the rules that differ from those of narrower pictures."""
    for item, (x, y) in zip(items, plan.spots, strict=True):
        place = f"left:{x / WIDTH * 100:.2f}%;top:{y / height * 100:.2f}%"
        if before.get(item.key) != place:
            yield f"{view} .{item.key}{{{place}}}"
        before[item.key] = place
    for position in sorted({name for name in plan.names if name}):
        keys = [i.key for i, n in zip(items, plan.names, strict=True) if n == position]
        yield f"{view} :is({','.join(f'.{key}' for key in keys)}){{{NAMED[position]}}}"
    lost = [i.key for i, n in zip(items, plan.names, strict=True) if not n]
    if lost:
        yield f"{view} :is({','.join(f'.{key}' for key in lost)}){{{UNNAMED}}}"


# A named mark is small and without its number; these variables are read by map.css.
_SHOWN = "--s:.95rem;--n:none;--c:none;"
NAMED = {
    "e": _SHOWN + "--x:.7rem;--m:0%;--y:-50%",
    "ne": _SHOWN + "--x:.45rem;--m:0%;--y:-118%",
    "se": _SHOWN + "--x:.45rem;--m:0%;--y:18%",
    "w": _SHOWN + "--x:-.7rem;--m:-100%;--y:-50%",
    "nw": _SHOWN + "--x:-.45rem;--m:-100%;--y:-118%",
    "sw": _SHOWN + "--x:-.45rem;--m:-100%;--y:18%",
    "n": _SHOWN + "--x:0rem;--m:-50%;--y:-148%",
    "s": _SHOWN + "--x:0rem;--m:-50%;--y:48%",
}
UNNAMED = "--s:1.5rem;--n:grid;--c:inset(50%);--x:.85rem;--m:0%;--y:-50%"
