"""What bounds a period or a set in EDTF where a point is a set of days itself."""

from __future__ import annotations


def first_day(point: str) -> str:
    """Return a point, of a part of a month its first day."""
    return point[1:11] if point.startswith("[") else point


def last_day(point: str) -> str:
    """Return a point, of a part of a month its last day."""
    return point[13:23] if point.startswith("[") else point


def side(point: str) -> str:
    """Return a point that may bound a period in EDTF: of a part of a month the month."""
    return point[1:8] if point.startswith("[") else point
