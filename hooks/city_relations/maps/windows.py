"""The part of a view a map opens on: as much of the world as its partners need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from city_relations.geography.projections import Point
from city_relations.geography.views import WIDTH

WIDE, TALL = 0.5, 0.8  # height for a width of one: on a page, on a phone
MARGIN = 0.11  # of the extent's width, left on each side for names
SIDE = 70.0  # units left at the least
LEAST = 0.3  # of the view's width: a world enlarged further shows too coarse a coast
WHOLE = 0.9  # of the view's width: from here on the window would save nothing


@dataclass(frozen=True)
class Window:
    """A box of a view, in its units, from its top left."""

    left: float
    top: float
    width: float
    height: float

    def meet(self, other: Window) -> Window:
        """Return what both show; they share a middle, so there is always some."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        right = min(self.left + self.width, other.left + other.width)
        bottom = min(self.top + self.height, other.top + other.height)
        return Window(left, top, right - left, bottom - top)

    def stage(self, height: int) -> str:
        """Write how a stage lies behind this window of a view so high: CSS declarations."""
        wide = WIDTH / self.width * 100
        left, top = -self.left / self.width * 100, -self.top / self.height * 100
        tall = height / self.height * 100
        return f"width:{wide:.2f}%;height:{tall:.2f}%;left:{left:.2f}%;top:{top:.2f}%"

    def shown(self, height: int) -> str:
        """Write which shares of the stage are seen, for what lies over all of it: CSS variables."""
        left, top = self.left / WIDTH * 100, self.top / height * 100
        wide, high = self.width / WIDTH * 100, self.height / height * 100
        return f"--wl:{left:.2f}%;--wt:{top:.2f}%;--ww:{wide:.2f}%;--wh:{high:.2f}%"

    @property
    def shape(self) -> str:
        """Write the window's form: a CSS declaration."""
        return f"aspect-ratio:{self.width:.0f}/{self.height:.0f}"


def window(points: Sequence[Point], height: int, ratio: float) -> Window | None:
    """Frame points of a view so high, with room about them; None where that is nearly all of it.

    The window lies inside the view; its height is `ratio` of its width, unless the view is flatter.
    """
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide, tall = max(xs) - min(xs), max(ys) - min(ys)
    side = max(SIDE, wide * MARGIN)
    across = max(wide + 2 * side, (tall + 2 * side) / ratio, WIDTH * LEAST)
    if across >= WIDTH * WHOLE:
        return None
    high = min(across * ratio, float(height))
    left = _held((max(xs) + min(xs) - across) / 2, WIDTH - across)
    top = _held((max(ys) + min(ys) - high) / 2, height - high)
    return Window(left, top, across, high)


def _held(value: float, most: float) -> float:
    return min(max(value, 0.0), most)
