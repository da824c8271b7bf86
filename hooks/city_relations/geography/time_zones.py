"""The time zone of a place, from the table of the IANA that comes with `tzdata`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from city_relations.geography.projections import distance_km

POINT = re.compile(r"([+-]\d{4,6})([+-]\d{5,7})")  # ISO 6709: degrees, minutes, seconds


def time_zone(country: str, lon: float, lat: float) -> str:
    """Return the zone of a country whose town is nearest to a point; UTC for one without any.

    `country` is an ISO 3166-1 alpha-2 code; degrees, WGS 84.
    """
    found = [zone for zone in _zones() if zone[0] == country]
    if not found:
        return "Etc/UTC"
    return min(found, key=lambda zone: distance_km((lon, lat), (zone[1], zone[2])))[3]


@cache
def _zones() -> tuple[tuple[str, float, float, str], ...]:
    """Read each zone of zone.tab: country, longitude, latitude, name."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    found = ((row[0], POINT.fullmatch(row[1]), row[2]) for row in rows)
    return tuple((code, _degrees(at[2]), _degrees(at[1]), name) for code, at, name in found if at)


def _degrees(told: str) -> float:
    """Read ±DDMM, ±DDDMM, ±DDMMSS or ±DDDMMSS."""
    digits = told[1:]
    long = len(digits) > 5  # noqa: PLR2004 - with seconds
    seconds = int(digits[-2:]) if long else 0
    minutes = int(digits[-4:-2] if long else digits[-2:])
    degrees = int(digits[:-4] if long else digits[:-2])
    value = degrees + minutes / 60 + seconds / 3600
    return -value if told[0] == "-" else value
