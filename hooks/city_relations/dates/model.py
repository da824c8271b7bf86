"""A date as a value: its EDTF text, the first and last day it may mean, its order among others."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering

from city_relations.dates import errors
from city_relations.dates.french import SOUTHERN, UNKNOWN
from city_relations.dates.french_parts import QUARTER
from city_relations.dates.reading import to_edtf

LAST_YEAR = 2999
DECEMBER = 12
# The parts of a year in EDTF: the first month and how many; a winter, or a southern summer, begins
# in December. Seasons are from 21 in the north and from 29 in the south, then quarters, thirds and
# halves.
PARTS_OF_YEAR = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    29: (9, 3),
    30: (12, 3),
    31: (3, 3),
    32: (6, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    37: (1, 4),
    38: (5, 4),
    39: (9, 4),
    40: (1, 6),
    41: (7, 6),
}

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_POINT = re.compile(r"(?P<year>\d+)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)")
_YEARS = re.compile(r"(?P<digits>\d{2,3})(?P<open>X{1,2})(?P<mark>[~?%]?)")
_LATEST = re.compile(r"\[\.\.(?P<end>[^\]]+)\]")
_AMONG = re.compile(r"\[(?P<start>\d{4}-\d\d-\d\d)\.\.(?P<end>\d{4}-\d\d-\d\d)\]")


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    AMONG = "among"
    INTERVAL = "interval"
    DECADE = "decade"
    CENTURY = "century"
    LATEST = "latest"
    UNKNOWN = "unknown"


@total_ordering
@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date of the EDTF subset (ISO 8601-2:2019): a day, month, season, year or period.

    A season may be any of EDTF's parts of a year, a quarter or a half. A fact may also be dated to
    one day among several (`[2025-06-01..2025-06-10]`), to a decade (198X), to a century (19XX), to
    « at the latest » (`[..2012]`, its `end` being 2012, or `before` 2013 where that is how it was
    told), or not at all (XXXX).

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
    before: EdtfDate | None = None

    @property
    def part(self) -> int:
        """Return EDTF's number of the part of a year, 21 for spring; 0 for any other date."""
        return int(self.text[5:7]) if self.precision is Precision.SEASON else 0

    @property
    def is_over_two_years(self) -> bool:
        """Return whether it is a winter of the north or a summer of the south."""
        return self.part in _OVER_TWO_YEARS

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


_OVER_TWO_YEARS = frozenset(
    n for n, (first, count) in PARTS_OF_YEAR.items() if first + count - 1 > DECEMBER
)
_WIDE = frozenset({Precision.DECADE, Precision.CENTURY, Precision.LATEST, Precision.UNKNOWN})


def parse_date(
    text: str, *, southern: bool = False, languages: Sequence[str] = ("fr",)
) -> EdtfDate:
    """Read EDTF or what staff write in some languages; a DateError says what is wrong.

    Seasons are those of the north, or of the south where `southern`.
    """
    # most dates, read at once
    edtf = text if _DAY.fullmatch(text) else to_edtf(text, languages, southern=southern)
    if edtf == UNKNOWN:
        return EdtfDate(edtf, None, None, Precision.UNKNOWN)
    if edtf.startswith("<"):
        return before(_point(edtf[1:], text))
    if latest := _LATEST.fullmatch(edtf):
        return _latest(_point(latest["end"], text))
    if among := _AMONG.fullmatch(edtf):
        return _among(*(_point(side, text) for side in among.groups()))
    first, slash, last = edtf.partition("/")
    return _interval(first, last, text) if slash else _point(first, text)


def parse_in_city(text: str, *, southern: bool, languages: Sequence[str] = ("fr",)) -> EdtfDate:
    """Read a date whose seasons are the city's own; one of the other half is refused by months."""
    found = parse_date(text, southern=southern, languages=languages)
    for side in (found.start, found.end) if found.start or found.end else (found,):
        if side and 0 < side.part < QUARTER and southern is not (side.part >= SOUTHERN):
            raise errors.other_half(text, f"{side.first:%Y-%m}/{side.last:%Y-%m}")
    return found


def before(point: EdtfDate) -> EdtfDate:
    """Return what was before a point: known by its last day, which EDTF tells as exactly.

    Before 1990 is `[..1989]`, before March 2012 `[..2012-02]`.
    """
    last = point.first - timedelta(1) if point.first > date.min else point.first
    text = last.isoformat()
    if point.precision is not Precision.DAY:
        text = text[:4] if point.precision is Precision.YEAR or point.is_wide else text[:7]
    return replace(_latest(parse_date(text)), before=point)


def _among(start: EdtfDate, end: EdtfDate) -> EdtfDate:
    """Return one day among those from one to another."""
    text = f"[{start}..{end}]"
    return EdtfDate(text, start.lower, end.upper, Precision.AMONG, start=start, end=end)


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
    if part := PARTS_OF_YEAR.get(month):
        first, count = part
        return date(year, first, 1), _month_end(year, first + count - 1), Precision.SEASON
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
