"""The stylesheet of what no sheet of the theme can know: the city's accent, each kind of tie."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.pictures.colour import for_dark
from city_relations.published import Asset
from city_relations.rendering.edition import Edition
from city_relations.schema.choices import TieKind


def outputs(edition: Edition) -> Iterator[Asset]:
    """Yield the one stylesheet that is drawn from settings and from the schema."""
    city = edition.catalog.city
    accents = {"accent": city.accent, "second": city.second_accent}
    lines = [_accent(name, colour) for name, colour in accents.items() if colour]
    lines += map(_kind, TieKind)
    yield Asset("assets/relations/accent.css", "".join(f"{line}\n" for line in lines).encode())


def _accent(name: str, colour: str) -> str:
    """Return a colour of the city's by its name in the theme's sheets."""
    return f":root {{ --rel-{name}: {_both(colour, for_dark(colour))}; }}"


def _both(day: str, night: str) -> str:
    """Return a colour by day and by night, as base.css says colours."""
    return f"var(--day, {day}) var(--night, {night})"


def _kind(kind: TieKind) -> str:
    """Return the colour of a kind of tie, the place of a number on it, and its shape as a mark."""
    look, here = kind.look, f'[data-kind="{kind}"]'
    colour = f"--rel-kind: {_both(look.day, look.night)};"
    number = f"--rel-lower: {look.lower:g}rem; --rel-figure: {look.size:g}rem;"
    mark = f".rel-kind{here}::before {{ clip-path: {_clip(look.corners)}; }}"
    return f"{here} {{ {colour} {number} }}\n{mark}"


def _clip(corners: str) -> str:
    """Return a shape as CSS cuts it out of a box: its edge lies half a unit within."""
    if not corners:
        return "circle(46%)"
    points = (map(float, point.split(",")) for point in corners.split())
    return f"polygon({', '.join(f'{_share(x)} {_share(y)}' for x, y in points)})"


def _share(units: float) -> str:
    return f"{50 + units / 0.23:.3g}%"
