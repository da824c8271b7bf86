"""Sums on dates: how a term moves a date that may be only a month, a season or a year."""

from __future__ import annotations

import calendar
from datetime import date

from city_relations.dates.french import NORTHERN, SOUTHERN
from city_relations.dates.french_parts import QUARTER
from city_relations.dates.model import (
    LAST_YEAR,
    EdtfDate,
    Precision,
    as_moment,
    before,
    parse_date,
)


def add_months(day: date, months: int) -> date:
    """Return the same day of a later (or earlier) month, else that month's last day.

    A term runs « de quantième à quantième » (article 641 of the French code of civil procedure).
    """
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    year = min(max(year, 1), LAST_YEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shifted(when: EdtfDate, months: int) -> EdtfDate:
    """Move a date by months, as exact as before where the calendar allows, its doubts kept.

    A period is moved from its end. A sum beyond the years a date can hold stops at the last.
    """
    if when.is_unknown:
        return when
    if when.before:
        return before(shifted(when.before, months))
    if when.precision is Precision.LATEST and when.end:
        moved = shifted(when.end, months)
        return as_moment(parse_date(f"../{moved.end or moved}"))
    point = when if when.precision is Precision.AMONG else when.end or when.start or when
    sides = _moved(point, months)
    marks = "".join(sign for sign in point.text if sign in "~?%")
    return parse_date("/".join(side + marks for side in sides))


def _moved(point: EdtfDate, months: int) -> list[str]:
    first, last = add_months(point.first, months), add_months(point.last, months)
    if point.precision is Precision.DAY:
        return [first.isoformat()]
    if point.is_wide and months % 12 == 0:
        return [f"{first.year:04}", f"{last.year:04}"]
    if point.precision is Precision.YEAR and months % 12 == 0:
        return [f"{first.year:04}"]
    if point.part and (moved := _moved_part(point.part, first, months)):
        return [moved]
    if point.precision in {Precision.MONTH, Precision.AMONG}:
        return [f"{first:%Y-%m}".zfill(7)]
    return [f"{first:%Y-%m}".zfill(7), f"{last:%Y-%m}".zfill(7)]


def _moved_part(part: int, first: date, months: int) -> str:
    """Name the part of a year that begins on a day, where one does after so many months."""
    if months % 12 == 0:
        return f"{first.year:04}-{part}"
    if part < QUARTER and months % 3 == 0:
        return _season(first, SOUTHERN if part >= SOUTHERN else NORTHERN)
    return ""


def _season(first: date, spring: int) -> str:
    """Name the season that begins with a month; one that begins in December is of that year."""
    after_spring = (first.month // 3 - 1) if spring == NORTHERN else (first.month // 3 - 3) % 4
    return f"{first.year:04}-{spring + after_spring}"
