"""The small map of one partner's page: the partner, the city, and the great circle between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import asin, hypot, sin

from markupsafe import Markup

from city_relations.geography.atlas import COARSE, FINE, Box
from city_relations.geography.borders import Borders
from city_relations.geography.ground import Ground
from city_relations.geography.labels import LINE, POSITIONS, labelled, width_of
from city_relations.geography.projections import Lambert, Point, distance_km
from city_relations.geography.views import WIDTH, around, globe
from city_relations.maps.grounds import ground
from city_relations.maps.marks import home, look, point
from city_relations.rendering.edition import Edition
from city_relations.rendering.numbers import kilometres
from city_relations.schema.partner import Partner
from city_relations.store import Store

ACROSS, HIGH = 320, 224  # pixels, in which its names are set
LEAST_KM = 1500.0  # a frame narrower than this shows too little coast to be known by
ROOM = 2.0  # the frame, for a distance of one
MOST_KM = 18000.0  # a wider frame stretches the far side of the Earth out of knowledge: a globe
FINE_KM = 2500.0  # frames narrower than this show the fine atlas
DETAIL = (5.0, 60.0)  # tolerance, least area, in units
GLOBE_DETAIL = (3.0, 30.0)  # the same: a globe is the smallest picture of its coasts


@dataclass(frozen=True)
class Label:
    """A name and where it is written."""

    text: str
    x: int
    y: int
    anchor: str


@dataclass(frozen=True)
class Locator:
    """A drawn locator, in pixels of a box `ACROSS` by `HIGH`; `line` is a great circle.

    `disc` is the radius of the globe in the box's middle, for places far apart.
    """

    ground: Ground
    scale: float
    here: Point
    there: Point
    line: str
    labels: tuple[Label, ...]
    disc: float | None


def locator(edition: Edition, partner: Partner, here: str) -> Markup:
    """Return the small map for a partner's page; nothing for a partner without a point."""
    place, km = point(partner), edition.catalog.distance(partner)
    if place is None or km is None:
        return edition.render("map_locator.html", here=here, locator=None)
    city = edition.catalog.city
    names = (city.name, edition.plain(partner.name))
    tie, stand = edition.catalog.main_tie(partner.slug)
    return edition.render(
        "map_locator.html",
        here=here,
        locator=locate(edition.store, (home(edition), place), names, Borders(str(city.borders))),
        partner=partner,
        tie=tie,
        look=look(stand),
        km=kilometres(km, edition.language),
    )


@lru_cache(maxsize=256)
def locate(
    store: Store, places: tuple[Point, Point], names: tuple[str, str], borders: Borders
) -> Locator:
    """Draw two places on a Lambert map centred between them, where their line is straight."""
    start, end = places
    km = distance_km(start, end)
    first = Lambert(*start)
    x, y = first.project(*end)
    middle = first.unproject(*_halfway(x, y))
    across = max(LEAST_KM, km * ROOM)
    view = (
        around(middle, across, HIGH / ACROSS) if across < MOST_KM else globe(middle, HIGH / ACROSS)
    )
    resolution = FINE if across < FINE_KM else COARSE
    scale = ACROSS / WIDTH
    a, b = ((px * scale, py * scale) for px, py in (view.place(*start), view.place(*end)))
    return Locator(
        ground=ground(store, view, resolution, borders, GLOBE_DETAIL if view.disc else DETAIL),
        scale=scale,
        here=a,
        there=b,
        line=f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}",
        labels=tuple(_labels((a, b), names)),
        disc=view.disc and round(view.disc * view.scale * scale, 1),
    )


def _halfway(x: float, y: float) -> Point:
    """Return the projected middle of the arc from the centre of a Lambert map to a point of it."""
    # What this projection draws is twice the sine of half the angle at the Earth's centre.
    rho = min(hypot(x, y), 2.0)
    share = 2 * sin(asin(rho / 2) / 2) / rho if rho else 0.0
    return x * share, y * share


def _beads(a: Point, b: Point) -> Iterator[Box]:
    """Yield small boxes along the line, for names to keep off."""
    for i in range(2, 9):
        x, y = (u + (v - u) * i / 10 for u, v in zip(a, b, strict=True))
        yield x - 3, y - 3, x + 3, y + 3


def _labels(points: tuple[Point, Point], names: tuple[str, str]) -> list[Label]:
    widths = [width_of(name) for name in names]
    chosen = labelled(points, widths, (ACROSS, HIGH), list(_beads(*points)))
    labels = []
    for name, (x, y), position in zip(names, points, chosen, strict=True):
        dx, share, dy = POSITIONS[position or ("se" if x < ACROSS / 2 else "sw")]
        anchor = {0.0: "start", 0.5: "middle"}.get(share, "end")
        labels.append(Label(name, round(x + dx), round(y + dy + LINE * 0.72), anchor))
    return labels
