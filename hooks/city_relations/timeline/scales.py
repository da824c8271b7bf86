"""The scale of the lanes: decades side by side, the last with more room where there are many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

WIDTH = 1000
LABEL = WIDTH / 10  # what a decade's name needs on a phone
# Decades before and after the break of the axis, at most.
BEFORE, AFTER = 10, 5
# With so few decades before the last two, all are alike.
FEW = 2


@dataclass(frozen=True)
class Scale:
    """An axis from one year to another, from 0 to WIDTH.

    Where it is `broken`, at a year, the years before it share one half, those after the other.
    """

    first: int
    last: int
    broken: int | None = None

    @property
    def start(self) -> date:
        """Return the first day that is drawn."""
        return date(max(self.first, 1), 1, 1)

    @property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """Return the stretches that are drawn alike, each from a year to a year."""
        if self.broken is None:
            return ((self.first, self.last),)
        return ((self.first, self.broken), (self.broken, self.last))

    @property
    def decades(self) -> tuple[int, ...]:
        """Return the decades that are drawn."""
        return tuple(range(self.first, self.last, 10))

    @property
    def labels(self) -> tuple[tuple[int, ...], ...]:
        """Return the decades that are named in each part, every other where all have no room."""
        room = WIDTH / len(self.parts) / LABEL
        return tuple(tuple(range(a, b, 10 if b - a <= 10 * room else 20)) for a, b in self.parts)

    def at(self, day: date) -> float:
        """Return where a day stands, the edges for days outside."""
        return self.at_year(day.year + (day.timetuple().tm_yday - 1) / 366)

    def at_year(self, year: float) -> float:
        """Return where a year begins, the edges for years outside."""
        inside, parts = min(max(year, self.first), self.last), self.parts
        half = WIDTH / len(parts)
        n, (a, b) = next((n, part) for n, part in enumerate(parts) if inside <= part[1])
        return round(half * (n + (inside - a) / (b - a)), 1)


def scale_of(first: int, last: int, today: int) -> Scale:
    """Return the scale from a year to another, by decades, as it is drawn in the year `today`.

    The last ten years and what comes are told most of: they have half the axis where more than a
    few decades go before.
    """
    recent = today // 10 * 10 - 10
    end = min(last // 10 * 10 + 10, recent + 10 * AFTER)
    start = first // 10 * 10
    if recent - start <= 10 * FEW:
        return Scale(start, end)
    before = min((recent - start) // 10, BEFORE)
    if before > BEFORE // 2:
        before += before % 2  # every other one is named: they come in pairs
    return Scale(recent - 10 * before, end, recent)
