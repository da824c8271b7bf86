"""Days, hours, seasons and money read where the city is."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from babel.numbers import get_territory_currencies

from city_relations.documents import Document
from city_relations.documents.reading import Fields
from city_relations.language.words import in_country
from city_relations.schema.city import City
from city_relations.schema.city_facts import CityFacts
from city_relations.schema.partial import UnknownError, known
from city_relations.schema.values import language_code

# With seconds or an offset (RFC 3339): an hour without either was written by a person, who is told
# where a date alone is meant.
STAMP = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?|Z|[+-]\d\d:?\d\d)"
)
HOURS = frozenset(("embargo",))  # the fields that hold an hour beside their day


def facts_for(city: City | None, document: Document) -> CityFacts:
    """Return what reading a file has to know of the city, and in which language it is written."""
    facts, name = facts_of(city), document.file.rpartition("/")[2]
    if not name.endswith(".md"):
        return facts
    said = name.removesuffix(".md").partition(".")[2] or document.fields.get("language")
    own = ""
    with suppress(ValueError):  # what is no language is told where the field is read
        own = language_code(str(said)) if said else ""
    return replace(facts, own="" if own == facts.master else own)


def facts_of(city: City | None) -> CityFacts:
    """Return what reading any record has to know of the city, as far as it could be read."""
    southern, languages = False, CityFacts().languages
    with suppress(UnknownError):
        southern = bool(city and city.coordinates.lat < 0)
    spoken = tuple(language for _, language in known(city.languages)) if city else ()
    with suppress(UnknownError):
        languages = in_country(spoken, city.country) if city and spoken else languages
    return CityFacts(southern, spoken[0] if spoken else "", languages, _currency(city))


def _currency(city: City | None) -> str:
    """Return what is paid with in the city's country (CLDR), where that is known."""
    with suppress(UnknownError):
        return currency_of(city.country) if city else CityFacts().currency
    return CityFacts().currency


@cache
def currency_of(country: str) -> str:
    """Return what is paid with in a country (ISO 3166-1) today, as an ISO 4217 code (CLDR)."""
    return next(iter(get_territory_currencies(country)), CityFacts().currency)


def read_in_city(fields: Fields, zone: ZoneInfo) -> None:
    """Put the city's own day, or day and hour, in the place of every stamp of software."""
    for name, value in fields.items():
        fields[name] = _read(value, name, zone)


def _read(value: Any, name: str, zone: ZoneInfo) -> Any:
    if isinstance(value, dict):
        read_in_city(value, zone)
        return value
    if isinstance(value, list):
        return [_read(entry, name, zone) for entry in value]
    if isinstance(value, str) and STAMP.fullmatch(value.strip()):
        return _local(value.strip(), zone, with_hour=name in HOURS)
    return value


def _local(stamp: str, zone: ZoneInfo, *, with_hour: bool) -> str:
    """Return a stamp as the city's clocks show it; one that names no moment is left as it is."""
    try:
        moment = datetime.fromisoformat(stamp.replace(",", "."))
        local = moment.astimezone(zone) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return stamp
    if not with_hour:
        return local.date().isoformat()
    if local.second or local.microsecond:  # an embargo never ends early
        local = local.replace(second=0, microsecond=0) + timedelta(minutes=1)
    return local.strftime("%Y-%m-%dT%H:%M")
