"""A point on Earth, as maps, encyclopedias and authors write it."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field, model_validator

from city_relations.documents.yaml_menders import POINT_IN_NUMBERS
from city_relations.language.words import N_
from city_relations.schema.base import Base
from city_relations.schema.numbers import Number, within
from city_relations.schema.validation_errors import fault

TWO_NUMBERS = re.compile(r"\s*\(?\s*(-?\d+[.,]\d+)[,;\s]+(-?\d+[.,]\d+)\s*\)?\s*")


class Coordinates(Base):
    """A point on Earth, in degrees (WGS 84)."""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:
        """Read two bare numbers as maps give them: the latitude, then the longitude."""
        plain = _degrees(value) if isinstance(value, str) else str(value)
        if not (numbers := TWO_NUMBERS.fullmatch(plain)):
            return value
        if "," in "".join(numbers.groups()):
            lat, lon = (number.replace(",", ".") for number in numbers.groups())
            raise fault(POINT_IN_NUMBERS.rule, POINT_IN_NUMBERS.text, f"{{lat: {lat}, lon: {lon}}}")
        return dict(zip(("lat", "lon"), numbers.groups(), strict=True))

    lat: Annotated[Number, within(-90, 90)] = Field(
        title=N_("Latitude"), description=N_("Degrees north, negative in the south.")
    )
    lon: Annotated[Number, within(-180, 180)] = Field(
        title=N_("Longitude"), description=N_("Degrees east, negative in the west.")
    )


DEGREES = re.compile(
    r"(?P<deg>\d+(?:[.,]\d+)?)\s*°\s*(?:(?P<min>\d+(?:[.,]\d+)?)\s*['’′]\s*)?"
    r"(?:(?P<sec>\d+(?:[.,]\d+)?)\s*(?:\"|”|″|''|’’)\s*)?(?P<side>[NSEWO])",
    re.IGNORECASE,
)


def _degrees(value: str) -> str:
    """Read degrees as maps and encyclopedias print them, `51° 3′ N, 3,7° E`, as two numbers."""
    found = list(DEGREES.finditer(value))
    if len(found) != 2 or DEGREES.sub("", value).strip(" ,;"):  # noqa: PLR2004 - north and east
        return value
    numbers = {one["side"].upper() in "NS": _decimal(one) for one in found}
    return f"{numbers[True]}, {numbers[False]}" if len(numbers) == len(found) else value


def _decimal(found: re.Match[str]) -> str:
    parts = [float((found[name] or "0").replace(",", ".")) for name in ("deg", "min", "sec")]
    sign = -1 if found["side"].upper() in "SWO" else 1
    return f"{sign * (parts[0] + parts[1] / 60 + parts[2] / 3600):.5f}"
