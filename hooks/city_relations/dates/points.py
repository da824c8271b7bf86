"""A point of EDTF as text: what bounds it, and what its author may have got wrong."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from city_relations.dates import errors

SHORT = 2  # digits of « 10.3.26 »


def first_day(point: str) -> str:
    """Return a point, of a part of a month its first day."""
    return point[1:11] if point.startswith("[") else point


def last_day(point: str) -> str:
    """Return a point, of a part of a month its last day."""
    return point[13:23] if point.startswith("[") else point


def side(point: str) -> str:
    """Return a point that may bound a period in EDTF: of a part of a month the month."""
    return point[1:8] if point.startswith("[") else point


def check_year(year: str, rest: Iterable[str], given: str) -> None:
    """Refuse a year of two digits; `rest` is the month and day that were written, as in EDTF."""
    if len(year) == SHORT:
        century = "19" if int(year) > 69 else "20"  # noqa: PLR2004 - only a suggestion
        raise errors.short_year(given, "-".join([century + year, *rest]))


def check_weekday(weekday: int, point: str, given: str) -> None:
    """Refuse « Monday 10 March 2026 », which is a Tuesday; weekdays are counted from Monday."""
    try:
        day = date.fromisoformat(point)
    except ValueError:
        return  # An impossible day has a better sentence of its own.
    if day.weekday() != weekday:
        raise errors.wrong_weekday(given, point)
