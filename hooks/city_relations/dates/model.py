"""A date as a value: its EDTF text, the first and last day it may mean, its order among others."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import total_ordering

from city_relations.dates import errors
from city_relations.dates.french import UNKNOWN, to_edtf

LAST_YEAR = 2999
SPRING, WINTER = 21, 24

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_POINT = re.compile(r"(?P<year>\d+)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)")
_YEARS = re.compile(r"(?P<digits>\d{2,3})(?P<open>X{1,2})(?P<mark>[~?%]?)")
_LATEST = re.compile(r"\[\.\.(?P<end>[^\]]+)\]")


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    INTERVAL = "interval"
    DECADE = "decade"
    CENTURY = "century"
    LATEST = "latest"
    UNKNOWN = "unknown"


@total_ordering
@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date of the EDTF subset (ISO 8601-2:2019): a day, month, season, year or period.

    A fact may also be dated to a decade (198X), to a century (19XX), to « at the latest »
    (`[..2012]`, its `end` being 2012), or not at all (XXXX).

    `lower` and `upper` are the first and last day it may mean, None on an open side. Dates sort by
    first day, then the wider before the narrower (the year 2023 before January, January before its
    first day), then by text.
    """

    text: str
    lower: date | None = field(compare=False)
    upper: date | None = field(compare=False)
    precision: Precision = field(compare=False)
    approximate: bool = field(default=False, compare=False)
    uncertain: bool = field(default=False, compare=False)
    start: EdtfDate | None = field(default=None, compare=False)
    end: EdtfDate | None = field(default=None, compare=False)

    @property
    def is_day(self) -> bool:
        """Return whether the very day is known, without a doubt."""
        return self.precision is Precision.DAY and not (self.approximate or self.uncertain)

    @property
    def is_unknown(self) -> bool:
        """Return whether nothing at all is known of it."""
        return self.precision is Precision.UNKNOWN

    @property
    def is_wide(self) -> bool:
        """Return whether not even the year is known."""
        return self.precision in _WIDE

    @property
    def year(self) -> int | None:
        """Return the year it is in, or begins in; None where that is not known."""
        return None if self.is_wide or not self.lower else self.lower.year

    @property
    def first(self) -> date:
        """Return the first day it may mean, the first of all days when open."""
        return self.lower or date.min

    @property
    def last(self) -> date:
        """Return the last day it may mean, the last of all days when open."""
        return self.upper or date.max

    def __lt__(self, other: EdtfDate) -> bool:
        return self._key() < other._key()

    def _key(self) -> tuple[date, int, str]:
        return self.first, -self.last.toordinal(), self.text

    def __str__(self) -> str:
        return self.text


_WIDE = frozenset({Precision.DECADE, Precision.CENTURY, Precision.LATEST, Precision.UNKNOWN})


def parse_date(text: str) -> EdtfDate:
    """Read EDTF or what French staff write; a DateError says what is wrong and what to write."""
    edtf = text if _DAY.fullmatch(text) else to_edtf(text)  # most dates, read at once
    if edtf == UNKNOWN:
        return EdtfDate(edtf, None, None, Precision.UNKNOWN)
    if latest := _LATEST.fullmatch(edtf):
        return _latest(_point(latest["end"], text))
    first, slash, last = edtf.partition("/")
    return _interval(first, last, text) if slash else _point(first, text)


def as_moment(found: EdtfDate) -> EdtfDate:
    """Return a date as one moment: « until 2012 » is 2012 at the latest, « since 2012 » is 2012."""
    if found.precision is not Precision.INTERVAL or (found.start and found.end):
        return found
    return _latest(found.end) if found.end else found.start or found


def _latest(end: EdtfDate) -> EdtfDate:
    """Return a date that is known by its last day; EDTF's sets hold neither seasons nor doubts."""
    if end.precision is Precision.SEASON:
        return parse_date(f"[..{end.last:%Y-%m}]")
    if end.is_wide:
        return parse_date(f"[..{end.last.year:04}]")
    if end.approximate or end.uncertain:
        end = parse_date(end.text.rstrip("~?%"))
    return EdtfDate(f"[..{end}]", None, end.upper, Precision.LATEST, end=end)


def _interval(first: str, last: str, given: str) -> EdtfDate:
    start = None if first == ".." else _point(first, given)
    end = None if last == ".." else _point(last, given)
    if start and end and end.last < start.first:
        raise errors.reversed_interval(given, f"{end}/{start}")
    if start and start == end and start.precision is Precision.DAY:
        return start
    sides = [side for side in (start, end) if side]
    return EdtfDate(
        text=f"{first}/{last}",
        lower=start.lower if start else None,
        upper=end.upper if end else None,
        precision=Precision.INTERVAL,
        approximate=any(side.approximate for side in sides),
        uncertain=any(side.uncertain for side in sides),
        start=start,
        end=end,
    )


def _point(text: str, given: str) -> EdtfDate:
    if years := _YEARS.fullmatch(text):
        return _some_year(years, given)
    match = _POINT.fullmatch(text)
    if not match:
        raise errors.unreadable(given)
    lower, upper, precision = _bounds(match, given)
    mark = match["mark"]
    return EdtfDate(text, lower, upper, precision, mark in {"~", "%"}, mark in {"?", "%"})


def _some_year(match: re.Match[str], given: str) -> EdtfDate:
    """Read a decade or a century, of which the last digits are open."""
    zeros, nines = (match["digits"] + digit * len(match["open"]) for digit in "09")
    precision = Precision.DECADE if len(match["open"]) == 1 else Precision.CENTURY
    lower, upper = date(_year(zeros, given), 1, 1), date(_year(nines, given), 12, 31)
    mark = match["mark"]
    return EdtfDate(match[0], lower, upper, precision, mark in {"~", "%"}, mark in {"?", "%"})


def _bounds(match: re.Match[str], given: str) -> tuple[date, date, Precision]:
    """Return the first and last day a point may mean."""
    year = _year(match["year"], given)
    if not match["month"]:
        return date(year, 1, 1), date(year, 12, 31), Precision.YEAR
    month = int(match["month"])
    if match["day"]:
        day = _day(year, month, int(match["day"]), given)
        return day, day, Precision.DAY
    if SPRING <= month <= WINTER:
        first = 3 * (month - SPRING) + 3
        return date(year, first, 1), _month_end(year, first + 2), Precision.SEASON
    if not 1 <= month <= 12:  # noqa: PLR2004 - the months of a year
        raise errors.bad_season(given, match["month"])
    return date(year, month, 1), _month_end(year, month), Precision.MONTH


def _year(year: str, given: str) -> int:
    if len(year) != 4:  # noqa: PLR2004 - EDTF's width of a year
        raise errors.bad_year(given, year)
    if not 1 <= int(year) <= LAST_YEAR:
        raise errors.far_year(given, LAST_YEAR)
    return int(year)


def _day(year: int, month: int, day: int, given: str) -> date:
    if not 1 <= month <= 12:  # noqa: PLR2004 - the months of a year
        if month > 12 and 1 <= day <= 12:  # noqa: PLR2004 - the months of a year
            raise errors.month_first(given, f"{year:04}-{day:02}-{month:02}")
        raise errors.bad_month(given, f"{month:02}")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise errors.bad_day(given, last)
    return date(year, month, day)


def _month_end(year: int, month: int) -> date:
    """Return the last day of a month; month 13 and 14 are the next year's."""
    year, month = (year, month) if month <= 12 else (year + 1, month - 12)  # noqa: PLR2004
    return date(year, month, calendar.monthrange(year, month)[1])
