"""A view with everything drawn on it: ground, arcs, marks, clusters, and their layouts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from math import hypot

from city_relations.geography.atlas import FINE
from city_relations.geography.borders import Borders
from city_relations.geography.country_spots import spots
from city_relations.geography.ground import Ground
from city_relations.geography.projections import Point
from city_relations.geography.subregions import subregion
from city_relations.geography.views import WIDTH, View, close, globe_edge, world
from city_relations.maps.clusters import CROWD, Cluster, clusters
from city_relations.maps.country_names import Land
from city_relations.maps.grounds import ground
from city_relations.maps.layouts import ENLARGED, SPACING, Frame, Item, Plan, layouts
from city_relations.maps.marks import Mark
from city_relations.maps.windows import TALL, WIDE, Window, window
from city_relations.store import Store

DETAIL = {"world": (2.0, 18.0), "close": (1.5, 8.0)}  # tolerance, least area, in units
DISC = 34.0  # pixels between marks where some are the discs of clusters
BOW = 0.13  # how far an arc swells, for a length of one
APART = ".is-apart"  # the class of a picture so enlarged that clusters have come apart


@dataclass(frozen=True)
class Arc:
    """The curve from the city to a partner, or between two partners: an SVG path."""

    numbers: tuple[int, ...]
    kind: str
    look: str
    path: str


@dataclass(frozen=True)
class Picture:
    """One drawn view; paths are SVG in units of a box `WIDTH` by `height`.

    `windows` is what it opens on, wide and on a phone; None where it opens on all it shows. `sea`
    is the Earth's edge, "" where the sea fills the frame. `apart` is how the marks stand when the
    clusters have come apart.
    """

    name: str
    height: int
    title: str
    ground: Ground
    sea: str
    marks: tuple[Mark, ...]
    clusters: tuple[Cluster, ...]
    arcs: tuple[Arc, ...]
    allies: tuple[Arc, ...]
    home: Point
    windows: tuple[Window, Window] | None
    plan: Plan
    apart: Plan | None

    @property
    def singles(self) -> tuple[Mark, ...]:
        """Return the marks that stand by themselves."""
        held = {mark.number for cluster in self.clusters for mark in cluster.members}
        return tuple(mark for mark in self.marks if mark.number not in held)

    @property
    def lands(self) -> tuple[Land, ...]:
        """Return the countries whose name is written at some width."""
        written = zip(*(layout.lands for layout in self.plan.layouts), strict=True)
        return tuple(
            land for land, places in zip(self.plan.lands, written, strict=True) if any(places)
        )

    def is_named(self, width: int) -> bool:
        """Return whether every mark has its name in a picture so wide, and in any wider one."""
        across = width * WIDTH / self.windows[0].width if self.windows else width
        plans = [plan for plan in self.plan.layouts if plan.least <= across]
        wider = [plan for plan in self.plan.layouts if plan.least > across]
        return bool(plans) and all(all(plan.names) for plan in (plans[-1], *wider))

    @property
    def leads(self) -> tuple[tuple[str, str, str], ...]:
        """Return the lines from marks that were moved to their true points, and these points.

        Each with its class, by the width at which it is drawn.
        """
        plans = [self.plan, self.apart] if self.apart else [self.plan]
        return tuple(
            (f"{plan.lead}{i}", "".join(_line(a, b) for a, b in layout.leads), _feet(layout.leads))
            for plan in plans
            for i, layout in enumerate(plan.layouts)
            if layout.leads
        )


@dataclass(frozen=True)
class Scene:
    """What there is to draw: the marks, the city and its name, the words for a close view.

    `names` are those of countries and of sub-regions, by their codes.
    """

    marks: tuple[Mark, ...]
    home: Point
    city: str
    around: str
    nearer: str
    names: tuple[tuple[str, str], ...]
    borders: Borders
    store: Store

    def title(self, view: View) -> str:
        """Name a close view, by the city when it shows it."""
        return self.around if view.shows(*self.home) else self.nearer

    def name(self, code: str) -> str:
        """Return the name of a country or of a sub-region; "" for none."""
        return next((name for known, name in self.names if known == code), "")


@lru_cache(maxsize=8)
def pictures(scene: Scene) -> tuple[Picture, ...]:
    """Draw what the map opens on, then the other view where partners crowd: world and close.

    It opens near when everyone is there.
    """
    first, far, near = opening(scene), *_views(scene)
    if near is None:
        return (first,)
    if first.name == near.name:
        return (first, _picture(scene, far, _shown(scene)))
    return (first, _picture(scene, near, _inner(scene, near)))


@lru_cache(maxsize=2)
def opening(scene: Scene) -> Picture:
    """Draw what the map opens on alone."""
    far, near = _views(scene)
    if near and len(_inner(scene, near)) == len(_shown(scene)) and near.shows(*scene.home):
        return _picture(scene, near, _inner(scene, near))
    return _picture(scene, far, _shown(scene), windowed=True)


def _views(scene: Scene) -> tuple[View, View | None]:
    points = [scene.home, *(mark.point for mark in scene.marks if mark.point)]
    return world(points), close(points)


def _shown(scene: Scene) -> tuple[Mark, ...]:
    return tuple(mark for mark in scene.marks if mark.point)


def _inner(scene: Scene, near: View) -> tuple[Mark, ...]:
    return tuple(mark for mark in scene.marks if mark.point and near.shows(*mark.point))


def _picture(
    scene: Scene, view: View, marks: tuple[Mark, ...], *, windowed: bool = False
) -> Picture:
    start = view.place(*scene.home)
    places = {m.number: view.place(*m.point) for m in marks if m.point}
    windows = _windows([start, *places.values()], view.height) if windowed else None
    gathered = _clusters(scene, view, marks, places)
    home = tuple(_home(scene, view, start))
    every = tuple(Item(f"m{m.number}", m.name, places[m.number]) for m in marks)
    held = {f"m{m.number}" for one in gathered for m in one.members}
    some = (*(item for item in every if item.key not in held), *map(_item, gathered))
    told = {one.code for one in gathered}
    lands = tuple(_lands(scene, view, [m for m in marks if m.country not in told]))
    shown = windows and windows[0].meet(windows[1])
    frame = Frame(view.height, shown, DISC if gathered else SPACING)
    laid = layouts((*home, *some), frame, lands)
    return Picture(
        name=view.name,
        height=view.height,
        title="" if view.name == "world" else scene.title(view),
        ground=ground(scene.store, view, FINE, scene.borders, DETAIL[view.name]),
        sea=_closed(globe_edge(view)),
        marks=marks,
        clusters=gathered,
        arcs=tuple(_arc(m, start, places[m.number]) for m in marks),
        allies=tuple(_allies(marks, places)),
        home=start,
        windows=windows,
        plan=Plan((*home, *some), lands, laid),
        apart=_apart((*home, *every), view.height) if gathered else None,
    )


def _windows(points: Sequence[Point], height: int) -> tuple[Window, Window] | None:
    """Frame the partners' extent for a page and for a phone."""
    wide, tall = window(points, height, WIDE), window(points, height, TALL)
    if not (wide or tall):
        return None
    whole = Window(0, 0, WIDTH, height)
    return wide or whole, tall or whole


def _clusters(
    scene: Scene, view: View, marks: Sequence[Mark], places: dict[int, Point]
) -> tuple[Cluster, ...]:
    """Gather the crowd by country in a close view, by sub-region where that leaves a crowd."""
    gathered = partial(clusters, marks, places, name=scene.name)
    found = gathered(lambda m: m.country) if view.name == "close" else ()
    alone = len(marks) - sum(len(one.members) for one in found)
    if found and alone + len(found) < CROWD:
        return found
    return gathered(lambda m: subregion(m.country) or m.country)


def _apart(items: tuple[Item, ...], height: int) -> Plan:
    """Lay out the marks of clusters that have come apart, for enlarged pictures."""
    return Plan(items, (), layouts(items, Frame(height, designs=ENLARGED)), APART, "s")


def _item(cluster: Cluster) -> Item:
    return Item(cluster.key, cluster.name, cluster.point)


def _home(scene: Scene, view: View, start: Point) -> Iterator[Item]:
    """Yield the city, where the view shows it."""
    if 0 <= start[0] <= WIDTH and 0 <= start[1] <= view.height:
        yield Item("h", scene.city, start, fixed=True)


def _lands(scene: Scene, view: View, marks: Sequence[Mark]) -> Iterator[Land]:
    """Yield the countries of partners, with the places where their names may be written."""
    for code in sorted({mark.country for mark in marks if mark.country}):
        found = spots(code, view)
        if found:
            theirs = tuple(mark.slug for mark in marks if mark.country == code)
            yield Land(f"k{code.lower()}", scene.name(code), theirs, found)


def _allies(marks: Sequence[Mark], places: dict[int, Point]) -> Iterator[Arc]:
    pairs = {(min(m.number, n), max(m.number, n)) for m in marks for n in m.allies if n in places}
    for a, b in sorted(pairs):
        yield Arc((a, b), "", "", arc(places[a], places[b]))


def _arc(mark: Mark, start: Point, end: Point) -> Arc:
    return Arc((mark.number,), mark.kind, mark.look, arc(start, end))


def arc(start: Point, end: Point) -> str:
    """Draw a curve that swells to the north, whichever way it runs."""
    (x1, y1), (x2, y2) = start, end
    length = hypot(x2 - x1, y2 - y1)
    middle = (x1 + x2) / 2, (y1 + y2) / 2 - length * BOW
    return f"M{x1:.0f} {y1:.0f}Q{middle[0]:.0f} {middle[1]:.0f} {x2:.0f} {y2:.0f}"


def _closed(points: Sequence[Point]) -> str:
    return "M" + " ".join(f"{x:.0f},{y:.0f}" for x, y in points) + "z" if points else ""


def _line(a: Point, b: Point) -> str:
    return f"M{a[0]:.0f} {a[1]:.0f}L{b[0]:.0f} {b[1]:.0f}"


def _feet(leads: Sequence[tuple[Point, Point]]) -> str:
    """Return the true points as strokes of no length, which a round end makes dots."""
    return "".join(f"M{x:.0f} {y:.0f}h0" for (x, y), _ in leads)
