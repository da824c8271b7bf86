"""The map and the lanes of a year for paper: SVG without a letter, and what is written over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from city_relations.geography.labels import EM, LINE, POSITIONS, width_of
from city_relations.geography.views import WIDTH
from city_relations.maps.layouts import Frame, Layout, layouts
from city_relations.maps.locators import ACROSS as SMALL
from city_relations.maps.locators import HIGH, Locator
from city_relations.maps.marks import Look
from city_relations.maps.pictures import Picture
from city_relations.maps.windows import Window
from city_relations.press.passages import Label
from city_relations.schema.choices import TieKind
from city_relations.timeline.lanes import Dot, Lane, Overview, Span
from city_relations.timeline.scales import WIDTH as AXIS

ACROSS = 612  # pixels (CSS) of a drawing: the width of a text on paper
TYPE = 11.0  # pixels of what is written over it
PAPER, SEA, LAND, COAST = "#fff", "#e3ebee", "#f7f3e8", "#a79d8d"
HAIRLINE, MUTED = "#dcd4c6", "#5a534a"
APART = 18.0  # pixels between marks, where names are as large as on a screen
SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}
THIN = f'stroke="{HAIRLINE}" stroke-width=".6"'
NAMES, ROW, HEAD = 150.0, 13.0, 20.0  # the column of names, a row of a lane, the scale above
ROOM = 8.0  # above and below a lane's rows
STROKES = {"lived": (5, ""), "suspended": (5, "2 4"), "unknown": (5, "1.5 4"), "ahead": (1.5, "")}


@dataclass(frozen=True)
class Drawing:
    """A drawing of some size in pixels, and the words over it."""

    svg: str
    height: int
    labels: tuple[Label, ...]
    width: int = ACROSS


def map_of(picture: Picture, city: str, accent: str) -> Drawing:
    """Draw a map: the window it opens on, each mark by its shape with its name beside it."""
    shown = picture.windows[0] if picture.windows else Window(0, 0, WIDTH, picture.height)
    scale = ACROSS / shown.width
    layout = _layout(picture, shown)
    parts = [*_ground(picture), *_lines(picture, layout, scale)]
    labels: list[Label] = []
    for item, spot, side in zip(picture.plan.items, layout.spots, layout.names, strict=True):
        x, y = (spot[0] - shown.left) * scale, (spot[1] - shown.top) * scale
        parts.append(_mark(picture, item.key, spot, (scale, accent)))
        name = city if item.key == "h" else item.name
        if side:
            dx, share, dy = POSITIONS[side]
            top = y + (dy + LINE / 2) * TYPE / EM - TYPE / 2
            labels.append(Label(name, round(x + dx * TYPE / EM, 1), round(top, 1), share, TYPE))
    box = f"{shown.left:.1f} {shown.top:.1f} {shown.width:.1f} {shown.height:.1f}"
    height = round(shown.height * scale)
    return Drawing(_svg(box, height, parts), height, tuple(labels))


def _layout(picture: Picture, shown: Window) -> Layout:
    """Place the marks where nobody points at them: as near each other as they can be told apart."""
    across = round(ACROSS * WIDTH / shown.width * EM / TYPE)  # as large as its names are told
    return layouts(picture.plan.items, Frame(picture.height, shown, APART, (across,)))[0]


def _svg(box: str, height: int, parts: list[str], width: int = ACROSS) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
    return f'{head} viewBox="{box}" fill="none">{"".join(parts)}</svg>'


def _ground(picture: Picture) -> Iterator[str]:
    if picture.sea:
        yield f'<path d="{picture.sea}" fill="{SEA}"/>'
    else:
        yield f'<rect width="{WIDTH}" height="{picture.height}" fill="{SEA}"/>'
    yield f'<path d="{picture.ground.land}" fill="{LAND}" stroke="{COAST}" stroke-width="1"/>'
    for path, dashes in ((picture.ground.borders, ""), (picture.ground.disputed, "6 6")):
        if path:
            yield f'<path d="{path}" stroke="{COAST}" stroke-dasharray="{dashes or "none"}"/>'


def _lines(picture: Picture, layout: Layout, scale: float) -> Iterator[str]:
    """Draw the curves to the partners, and what leads from a moved mark to its point."""
    paint = f'stroke="{MUTED}" stroke-width="{0.5 / scale:.2f}"'
    for arc in picture.arcs:
        yield f'<path d="{arc.path}" {paint} opacity=".6"/>'
    for start, end in layout.leads:
        d = f"M{start[0]:.0f} {start[1]:.0f}L{end[0]:.0f} {end[1]:.0f}"
        yield f'<path d="{d}" {paint}/>'


def _mark(picture: Picture, key: str, spot: tuple[float, float], how: tuple[float, str]) -> str:
    scale, accent = how
    place = f'transform="translate({spot[0]:.1f} {spot[1]:.1f}) scale({0.5 / scale:.4f})"'
    if key == "h":
        return f"<g {place}>{_home(accent)}</g>"
    mark = next((one for one in picture.marks if f"m{one.number}" == key), None)
    if mark is None:
        return f'<g {place}><circle r="12" fill="{MUTED}" stroke="{PAPER}"/></g>'
    return f"<g {place}>{_shape(_kind(mark.kind), mark.look)}</g>"


def _home(accent: str) -> str:
    """Draw the sign of the city."""
    ring = f'<circle r="9" fill="{PAPER}" stroke="{accent}" stroke-width="3"/>'
    return f'{ring}<circle r="3.5" fill="{accent}"/>'


def _kind(value: str) -> TieKind:
    return next(kind for kind in TieKind if kind == value)


def _shape(kind: TieKind, drawn: Look) -> str:
    """Draw the shape of a kind of tie: hollow before it binds, pale when it is over."""
    look = kind.look
    fill = PAPER if drawn is Look.HOLLOW else look.day
    pale = ' opacity=".45"' if drawn is Look.MUTED else ""
    paint = f'fill="{fill}" stroke="{look.day}" stroke-width="2.5"{pale}'
    if look.corners:
        return f'<polygon points="{look.corners}" {paint}/>'
    return f'<circle r="10.5" {paint}/>'


def locator_of(found: Locator, kind: TieKind, drawn: Look, accent: str) -> Drawing:
    """Draw where a partner is, and the city, as the small map of its page does."""
    (hx, hy), (tx, ty) = found.here, found.there
    land = f'<path d="{found.ground.land}" fill="{LAND}" stroke="{COAST}" stroke-width="4"/>'
    borders = f'<path d="{found.ground.borders}" stroke="{COAST}" stroke-width="3"/>'
    ground = (
        f'<g transform="scale({found.scale})">{land}{borders if found.ground.borders else ""}</g>'
    )
    sea = f'<rect width="{SMALL}" height="{HIGH}" fill="{SEA}"/>'
    if found.disc:
        round_ = f'<circle cx="{SMALL / 2}" cy="{HIGH / 2}" r="{found.disc}"'
        sea = f'{round_} fill="{SEA}"/><clipPath id="g">{round_}/></clipPath>'
        ground = f'<g clip-path="url(#g)">{ground}</g>'
    parts = [
        *(sea, ground, f'<path d="{found.line}" stroke="{MUTED}" stroke-width="1"/>'),
        f'<g transform="translate({hx:.1f} {hy:.1f}) scale(.5)">{_home(accent)}</g>',
        f'<g transform="translate({tx:.1f} {ty:.1f}) scale(.55)">{_shape(kind, drawn)}</g>',
    ]
    labels = tuple(
        Label(one.text, one.x, one.y - LINE * 0.72 + 3, SHARES[one.anchor], TYPE + 2)
        for one in found.labels
        if width_of(one.text) < SMALL  # a longer one runs out of the map, and the title says it
    )
    return Drawing(_svg(f"0 0 {SMALL} {HIGH}", HIGH, parts, SMALL), HIGH, labels, SMALL)


def lanes_of(overview: Overview, names: dict[str, str], accent: str, *, rtl: bool) -> Drawing:
    """Draw the lanes of partners, whose names are told by their short names."""
    parts: list[str] = []
    labels = list(_scale(overview))
    top = HEAD
    for lane in overview.lanes:
        high = lane.rows * ROW + ROOM
        parts += [_rule(top), *_lane(lane, top + ROOM / 2)]
        name = names[lane.partner.slug]
        labels.append(Label(name, 0, round(top + (high - TYPE) / 2 - 1, 1), 0, TYPE))
        top += high
    parts = [*_decades(overview, top), *parts, _rule(top)]
    now = _x(overview.today)
    parts.append(f'<path d="M{now} {HEAD}V{top}" stroke="{accent}" stroke-width="1.2"/>')
    height = round(top + 1)
    if rtl:
        parts = [f'<g transform="translate({ACROSS} 0) scale(-1 1)">', *parts, "</g>"]
        labels = [replace(one, x=ACROSS - one.x, share=1 - one.share) for one in labels]
    return Drawing(_svg(f"0 0 {ACROSS} {height}", height, parts), height, tuple(labels))


def _x(at: float) -> float:
    return round(NAMES + at * (ACROSS - NAMES) / AXIS, 1)


def _scale(overview: Overview) -> Iterator[Label]:
    for decade in (decade for part in overview.scale.labels for decade in part):
        yield Label(str(decade), _x(overview.scale.at_year(decade)), 3, 0, TYPE - 2)


def _decades(overview: Overview, bottom: float) -> Iterator[str]:
    scale = overview.scale
    for decade in scale.decades:
        line = f'd="M{_x(scale.at_year(decade))} {HEAD}V{bottom}"'
        broken = decade == scale.broken
        drawn = f'stroke="{MUTED}" stroke-width="2" stroke-dasharray="2 2"' if broken else THIN
        yield f"<path {line} {drawn}/>"


def _rule(y: float) -> str:
    return f'<path d="M0 {y}H{ACROSS}" stroke="{HAIRLINE}" stroke-width=".6"/>'


def _lane(lane: Lane, top: float) -> Iterator[str]:
    for span in lane.spans:
        yield _span(span, top)
    for dot in lane.dots:
        yield _dot(dot, top)


def _colour(kind: str) -> str:
    return _kind(kind).look.day if kind else MUTED


def _span(span: Span, top: float) -> str:
    y = top + span.row * ROW + ROW / 2
    width, dashes = STROKES.get(span.style, (2, "2 3" if span.style == "prospective" else ""))
    line = f"M{_x(span.start)} {y}H{_x(span.end)}"
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<path d="{line}" stroke="{_colour(span.kind)}" stroke-width="{width}"{dashed}/>'


def _dot(dot: Dot, top: float) -> str:
    y, size = top + dot.row * ROW + ROW / 2, 4.6 if dot.style == "act" else 3.0
    colour = _colour(dot.kind)
    fill = colour if dot.filled else PAPER
    inside = f'<circle cx="{_x(dot.at)}" cy="{y}" r="{size}" fill="{fill}" stroke="{colour}"'
    halo = f'<circle cx="{_x(dot.at)}" cy="{y}" r="{size + 1.6}" fill="{PAPER}"/>'
    return f'{halo}{inside} stroke-width="1.8"/>'
