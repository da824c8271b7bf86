"""What comes back: every year, every month, on the first Saturday of a month; RFC 5545's subset."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from city_relations.dates.arithmetic import add_months, shifted
from city_relations.dates.model import LAST_YEAR, EdtfDate, Precision, parse_date

LAST = -1  # of the weekdays of a month
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONGEST_LEAP = 8 * 12  # months from a 29 February to the next, over a century that has none


class Unit(StrEnum):
    """What passes between two times."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class Recurrence:
    """How something comes back: every so many weeks, months or years from its first time.

    It may fall on a weekday, 0 for Monday: each, or the `nth` or LAST of the month; or on a `day`
    of a month. `text` is how it is written plainly: `year`, `2 years`, `saturday`, `14 july`,
    `first saturday of december`, `last sunday of each month`.
    """

    text: str
    unit: Unit
    interval: int = 1
    nth: int = 0
    weekday: int = -1
    month: int = 0
    day: int = 0

    @property
    def by_day(self) -> str:
        """Return the weekday as iCalendar writes it: `1SA`, `-1SU`, `SA`; else nothing."""
        return f"{self.nth or ''}{WEEKDAYS[self.weekday]}" if self.weekday >= 0 else ""

    def rule(self, until: EdtfDate | None = None) -> str:
        """Return the rule of iCalendar (RFC 5545, 3.3.10), to its last day where it has one."""
        parts = {
            "FREQ": f"{self.unit}LY".upper(),
            "INTERVAL": str(self.interval) if self.interval > 1 else "",
            "BYMONTH": str(self.month) if self.nth and self.month else "",
            "BYDAY": self.by_day,
            "UNTIL": until.last.isoformat().replace("-", "") if until and until.upper else "",
        }
        return ";".join(f"{name}={value}" for name, value in parts.items() if value)

    def fits(self, when: EdtfDate) -> bool:
        """Return whether something may come back so from its first time."""
        if self.nth or self.day or self.weekday >= 0:
            return _is_of_days(when) and self.nearest(when) == when.first
        return _is_of_days(when) or (
            self.unit is not Unit.WEEK and when.precision in _MOVED and not when.is_wide
        )

    def nearest(self, when: EdtfDate) -> date | None:
        """Return the first day it falls on from the beginning of a date, where it says a day."""
        day = self._nearest(when.lower) if when.lower else None
        return day if day and day.year <= LAST_YEAR else None

    def _nearest(self, first: date) -> date | None:
        if self.nth or self.day:
            begin = date(first.year, self.month or first.month, 1)
            months = (add_months(begin, self._step * n) for n in range(9))
            return next((d for m in months if (d := self._day_in(m)) and d >= first), None)
        if self.weekday >= 0:
            return first + timedelta((self.weekday - first.weekday()) % 7)
        return None

    def following(self, first: EdtfDate, day: date, until: EdtfDate | None) -> EdtfDate | None:
        """Return the time that is not over on a day, or comes next; None after the last."""
        for when in self._times(first, day):
            if until and when.first > until.last:
                return None
            if when.last >= day:
                return when
        return None

    @property
    def _step(self) -> int:
        """Return the months between two times; 0 for what comes back by weeks."""
        return {Unit.WEEK: 0, Unit.MONTH: 1, Unit.YEAR: 12}[self.unit] * self.interval

    def _times(self, first: EdtfDate, day: date) -> Iterator[EdtfDate]:
        """Yield times in order, from one before a day to the next that a calendar has."""
        if self.unit is Unit.WEEK:
            week = 7 * self.interval
            passed = max((day - first.last).days // week, 0)
            yield from (_on(first, first.first + timedelta(week * n)) for n in (passed, passed + 1))
            return
        months = 12 * (day.year - first.first.year) + day.month - first.first.month
        begin = max(months // self._step - 1, 0)
        for n in range(begin, begin + LONGEST_LEAP // self._step + 4):
            if when := self._time(first, n):
                yield when

    def _time(self, first: EdtfDate, n: int) -> EdtfDate | None:
        """Return a time by its number; None where the month lacks that day."""
        if not _is_of_days(first):
            return shifted(first, self._step * n) if n else first
        if self.nth:
            month = add_months(first.first.replace(day=1), self._step * n)
            day = self._day_in(month)
            return _on(first, day) if day else None
        moved = add_months(first.first, self._step * n)
        return _on(first, moved) if moved.day == first.first.day else None

    def _day_in(self, month: date) -> date | None:
        """Return the day it falls on in the month of a day, or in its own; None without one."""
        year, number = month.year, self.month or month.month
        days = calendar.monthrange(year, number)[1]
        if self.day:
            return date(year, number, self.day) if self.day <= days else None
        found = [
            date(year, number, d)
            for d in range(1, days + 1)
            if date(year, number, d).weekday() == self.weekday
        ]
        return found[self.nth if self.nth == LAST else self.nth - 1]


_MOVED = frozenset({Precision.MONTH, Precision.SEASON, Precision.YEAR})


def _is_of_days(when: EdtfDate) -> bool:
    """Return whether the very days of a time are known."""
    sides = (when.start, when.end) if when.precision is Precision.INTERVAL else (when, when)
    return all(side and side.is_day for side in sides)


def _on(first: EdtfDate, day: date) -> EdtfDate:
    """Return a time that lasts as long as the first, from another day on."""
    last = day + (first.last - first.first)
    return parse_date(f"{day}/{last}" if last > day else day.isoformat())
