"""The quiet drawing in place of a photo: a partner's coast, and the way to the city."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from math import hypot

from city_relations.geography.atlas import COARSE, FINE
from city_relations.geography.borders import Borders
from city_relations.geography.projections import Point
from city_relations.geography.views import WIDTH, around
from city_relations.language.scripts import other_letters
from city_relations.maps.grounds import ground
from city_relations.maps.marks import home, point
from city_relations.rendering.edition import Edition
from city_relations.schema.partner import Partner
from city_relations.store import Store

HEIGHT = WIDTH * 2 // 3
# Kilometres across, the closest first: the first frame that shows enough both of land and of sea.
FRAMES = (900.0, 1500.0, 2500.0, 4000.0, 6000.0, 9000.0)
FINE_KM = 4500.0
LEAST, MOST = 0.02, 0.88
DETAIL = (9.0, 2500.0)  # tolerance, least area, in units: it is a small picture
NEAR = 60.0  # kilometres under which the city is too near for a way to be drawn

STRETCH = re.compile(r"M(-?\d+) (-?\d+)l([-\d ]+)")
STEP = re.compile(r"(-?\d+) ?(-?\d+)")


@dataclass(frozen=True)
class Vignette:
    """Land as an SVG path, and the way to the city's side of the frame from the partner's point.

    Units of a box `WIDTH` by `HEIGHT`; the partner stands in its middle. No border is drawn, which
    would need somebody's leave. `names` are those in its own script, each after its language.
    """

    land: str
    way: str
    names: tuple[tuple[str, str], ...] = ()


def own_script(edition: Edition, partner: Partner) -> tuple[tuple[str, str], ...]:
    """Return a partner's names in another script than Latin, each after its language."""
    names = edition.local_names(partner).items()
    return tuple((own, name) for own, name in names if other_letters(name))


def vignette(edition: Edition, partner: Partner) -> Vignette:
    """Return the drawing of a partner; one without a point has no land."""
    place = point(partner)
    found = drawn(edition.store, place, home(edition)) if place else Vignette("", "")
    return replace(found, names=own_script(edition, partner))


@lru_cache(maxsize=512)
def drawn(store: Store, place: Point, city: Point) -> Vignette:
    """Draw the coast around a place, in the closest frame that can be known by it."""
    for across in FRAMES:
        view = around(place, across, HEIGHT / WIDTH)
        land = ground(store, view, FINE if across < FINE_KM else COARSE, Borders.NONE, DETAIL).land
        if LEAST <= land_share(land) <= MOST:
            break
    x, y = view.place(*city)
    return Vignette(land, _way(x - WIDTH / 2, y - HEIGHT / 2))


def _way(x: float, y: float) -> str:
    """Return the line from the middle towards a point, which is a great circle there, as a path."""
    far = hypot(x, y)
    if far < NEAR:
        return ""
    reach = min(1.0, WIDTH / far)
    return f"M{WIDTH // 2} {HEIGHT // 2}l{round(x * reach)} {round(y * reach)}"


def land_share(path: str) -> float:
    """Return how much of the frame a path of rings covers, its bleed around it counted."""
    rings = (_turning(found[3]) for found in STRETCH.finditer(path))
    return abs(sum(rings)) / 2 / (WIDTH * HEIGHT)


def _turning(steps: str) -> float:
    """Return twice the area of a ring of relative steps, lakes turning against land."""
    x = y = total = 0
    for step in STEP.finditer(steps):
        dx, dy = int(step[1]), int(step[2])
        total += x * dy - y * dx
        x, y = x + dx, y + dy
    return total
