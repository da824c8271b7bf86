"""Where a picture's heart is: what must stay in sight when it is cut to fit."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field, WithJsonSchema, model_validator
from pydantic.functional_validators import PlainValidator

from city_relations.language.words import N_, say
from city_relations.schema.base import Base
from city_relations.schema.city_facts import CityFacts
from city_relations.schema.numbers import SPACES, single
from city_relations.schema.one_form import OneForm
from city_relations.schema.validation_errors import fault

SHARE = re.compile(r"(\d+(?:[.,]\d+)?|[.,]\d+)([%٪％]?)")
TWO_SHARES = re.compile(r"\s*\[?\s*'?([\d.]+\s*%?)'?\s*[,;\s]\s*'?([\d.]+\s*%?)'?\s*\]?\s*")
TWO, HUNDRED = 2, 100  # bare numbers between them were meant in per cent


def _share(value: object) -> float:
    """Read a share as a fraction, or in per cent: `0.3`, `0,3`, `30 %`."""
    written = SPACES.sub("", single(value))
    found = SHARE.fullmatch(written)
    number = float(found[1].replace(",", ".")) if found else -1.0
    share = number / HUNDRED if found and found[2] else number
    if 0 <= share <= 1:
        return share
    message = say(
        "“{value}” is no place on the picture: write a share from 0 to 1, or in per cent, such as "
        "0.3 or 30 %.",
        value=value,
    )
    meant = f"{number:g} %" if found and not found[2] and TWO <= number <= HUNDRED else ""
    raise fault("share-of-a-picture", message, meant)


def _fraction(value: object, _: CityFacts) -> str:
    """Write a share as a fraction, with a point."""
    return f"{_share(value):.4g}"


Share = Annotated[
    float,
    PlainValidator(_share),
    WithJsonSchema({"type": ["number", "string"]}),
    OneForm(_fraction),
]


class Focus(Base):
    """The heart of a picture, told from its upper left corner."""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:
        """Read two bare shares as style sheets give them: across, then down."""
        found = None if isinstance(value, dict) else TWO_SHARES.fullmatch(str(value))
        return dict(zip(("x", "y"), found.groups(), strict=True)) if found else value

    x: Share = Field(
        title=N_("Across"),
        description=N_("How far from the left edge: 0 is the left, 1 the right, 0.5 the middle."),
    )
    y: Share = Field(
        title=N_("Down"),
        description=N_("How far from the upper edge: 0 is the top, 1 the foot, 0.5 the middle."),
    )
