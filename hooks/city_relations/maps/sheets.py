"""The stylesheet of a picture: its frame, what it opens on, where all stands, what lights."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.geography.views import WIDTH
from city_relations.maps.layouts import stylesheet
from city_relations.maps.pictures import Picture
from city_relations.maps.windows import Window

OVER = ":is(:hover,:focus-visible)"
LIT = "opacity:1;stroke-width:2.5"
PAGE = "40rem"  # a map so wide opens on its wide window


def sheet_of(picture: Picture) -> str:
    """Write the rules of one picture."""
    rules = [*_frame(picture), stylesheet(picture.name, picture.height, picture.plan)]
    if picture.apart:
        rules.append(stylesheet(picture.name, picture.height, picture.apart))
    return "\n".join([*rules, *_lights(picture)])


def _frame(picture: Picture) -> Iterator[str]:
    """Yield the form of the frame; the page of the map opens on a window with scripts alone.

    Without them nothing could widen it, and the home page leads to the whole world.
    """
    view = f".rel-view--{picture.name}"
    yield f"{view} .rel-port{{aspect-ratio:{WIDTH}/{picture.height}}}"
    if not picture.windows:
        return
    opened = f":is(.js,.rel-map--home) {view}:not(.is-whole)"
    wide, tall = (_opened(opened, one, picture.height) for one in picture.windows)
    yield tall
    yield f"@container rel-map (min-width:{PAGE}){{{wide}}}"


def _opened(what: str, window: Window, height: int) -> str:
    """Write the rules of a frame that shows a window of its stage."""
    stage = f"{window.stage(height)};{window.shown(height)}"
    return f"{what} .rel-port{{{window.shape}}}{what} .rel-stage{{{stage}}}"


def _lights(picture: Picture) -> Iterator[str]:
    """Yield the rules that bring out the arcs of what has focus or pointer."""
    view = f".rel-view--{picture.name}"
    for arc in picture.arcs:
        (number,) = arc.numbers
        yield f"{view}:has(.m{number}>a{OVER}) .a{number}{{{LIT}}}"
    for cluster in picture.clusters:
        theirs = ",".join(f".a{mark.number}" for mark in cluster.members)
        yield f"{view}:has(.{cluster.key}{OVER}) :is({theirs}){{{LIT}}}"
