"""The kind of value that says how often something comes back."""

from __future__ import annotations

from typing import Annotated

from pydantic import WithJsonSchema
from pydantic.functional_validators import PlainValidator

from city_relations.dates import Recurrence, read_recurrence
from city_relations.language.words import say
from city_relations.schema.numbers import single
from city_relations.schema.validation_errors import fault


def _every(value: object) -> Recurrence:
    """Read how often something comes back."""
    written = single(value)
    if found := read_recurrence(written):
        return found
    message = say(
        "“{value}” does not say how often: write year, month, week, 2 years, "
        "or “first saturday of december”.",
        value=written,
    )
    raise fault("how-often", message)


Every = Annotated[Recurrence, PlainValidator(_every), WithJsonSchema({"type": "string"})]
