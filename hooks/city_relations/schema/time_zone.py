"""A time zone by its name of the IANA, such as Africa/Casablanca."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic.functional_validators import AfterValidator

from city_relations.language.words import say
from city_relations.schema.nearest import closest
from city_relations.schema.validation_errors import fault
from city_relations.schema.values import Line


def _zone(name: str) -> str:
    """Accept a name that the table of zones has; one misspelt is told the nearest."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        message = say("“{name}” is not a time zone, such as Europe/Paris.", name=name)
        raise fault("time-zone", message, closest(name, available_timezones(), 0.75)) from None
    return name


TimeZone = Annotated[Line, AfterValidator(_zone)]
