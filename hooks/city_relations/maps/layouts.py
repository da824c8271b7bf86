"""Where marks and names stand in a view at each width, and the stylesheet that says so.

The policy of the site forbids style attributes, so every position is a rule of a stylesheet. A
layout is made for the least width it serves: on a wider picture its marks only drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from city_relations.geography.labels import labelled, room_for, separated, width_of
from city_relations.geography.projections import Point
from city_relations.geography.views import WIDTH

# Phone, half a page, column, page; the last serves a picture that a reader has enlarged.
DESIGNS = (288, 430, 680, 960, 1900)
LEAD = 5.0  # pixels a mark may stand off its point before a line leads back to it


@dataclass(frozen=True)
class Item:
    """Something to place: its class in the stylesheet, its name, its point in the view's units."""

    key: str
    name: str
    point: Point
    fixed: bool = False


@dataclass(frozen=True)
class Layout:
    """Where the items stand from `least` pixels on: in the view's units, a position for names."""

    least: int
    spots: tuple[Point, ...]
    names: tuple[str | None, ...]
    leads: tuple[tuple[Point, Point], ...]


def layouts(items: Sequence[Item], height: int) -> tuple[Layout, ...]:
    """Lay items out for each width; where the least is too small for the targets, for a larger."""
    ratio = height / WIDTH
    floor = max(DESIGNS[0], int(room_for(len(items), ratio)) + 1)
    widths = [floor, *(width for width in DESIGNS[1:] if width > floor)]
    return tuple(_layout(items, width, ratio, named=i > 0) for i, width in enumerate(widths))


def _layout(items: Sequence[Item], width: int, ratio: float, *, named: bool) -> Layout:
    scale, size = width / WIDTH, (float(width), width * ratio)
    points = [(item.point[0] * scale, item.point[1] * scale) for item in items]
    fixed = [p for p, item in zip(points, items, strict=True) if item.fixed]
    free = iter(
        separated([p for p, i in zip(points, items, strict=True) if not i.fixed], size, fixed)
    )
    spots = [p if item.fixed else next(free) for p, item in zip(points, items, strict=True)]
    names: Sequence[str | None] = [None] * len(items)
    if named:
        widths = [width_of(item.name) for item in items]
        names = labelled(spots, widths, size, first=sum(item.fixed for item in items))
    pairs = zip(points, spots, strict=True)
    leads = [(a, b) for a, b in pairs if abs(a[0] - b[0]) + abs(a[1] - b[1]) > LEAD]
    return Layout(
        width,
        tuple((x / scale, y / scale) for x, y in spots),
        tuple(names),
        tuple(((a / scale, b / scale), (c / scale, d / scale)) for (a, b), (c, d) in leads),
    )


def stylesheet(name: str, items: Sequence[Item], height: int, plans: Sequence[Layout]) -> str:
    """Write the rules of one view: what stands where, from each width on."""
    view = f".rel-view--{name}"
    shape = f"{view}{{--ratio:{WIDTH / height:.3f}}}"
    least = f"{view} .rel-stage{{aspect-ratio:{WIDTH}/{height};min-width:{plans[0].least}px}}"
    rules = [shape, least]
    before: dict[str, str] = {}
    for i, plan in enumerate(plans):
        inner = list(_rules(view, items, plan, height, before))
        others = ",".join(f"{view} .l{j}" for j in range(len(plans)) if j != i)
        inner += [f"{others}{{display:none}}"] if others else []
        inner += [f"{view} .l{i}{{display:inline}}"]
        body = "".join(inner)
        rules.append(
            body if i == 0 else f"@container rel-stage (min-width:{plan.least}px){{{body}}}"
        )
    return "\n".join(rules)


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
    if lost and any(plan.names):
        yield f"{view} :is({','.join(f'.{key}' for key in lost)}){{{UNNAMED}}}"


# A named mark is small and without its number; these variables are read by map.css.
_SHOWN = "--s:.9rem;--n:none;--c:none;"
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
