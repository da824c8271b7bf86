"""The sustainable development goals of a tie or a project: a map, or a list of goal and weight."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import GetJsonSchemaHandler
from pydantic.functional_validators import AfterValidator, BeforeValidator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from city_relations.language.words import say
from city_relations.schema.asked import Asked, By
from city_relations.schema.city_facts import CityFacts
from city_relations.schema.numbers import Integer
from city_relations.schema.one_form import OneForm
from city_relations.schema.validation_errors import fault

LAST_GOAL = 17
GOAL, WEIGHT = "goal", "weight"


def _mapped(value: Any) -> Any:
    """Read a list of goal and weight as a map."""
    if not isinstance(value, list):
        return value
    goals: dict[Any, Any] = {}
    for entry in value:
        if not isinstance(entry, dict) or set(entry) != {GOAL, WEIGHT} or entry[GOAL] in goals:
            raise fault(
                "goal-entry",
                say("each goal stands once, with its weight, such as “goal: 6” and “weight: 2”."),
            )
        goals[entry[GOAL]] = entry[WEIGHT]
    return goals


def _sdgs(goals: dict[int, int]) -> dict[int, int]:
    if any(not 1 <= goal <= LAST_GOAL for goal in goals):
        raise fault(
            "goal-number", say("the sustainable development goals are numbered from 1 to 17.")
        )
    if any(weight not in (1, 2) for weight in goals.values()):
        raise fault(
            "goal-weight", say("a goal is marked 2 (main) or 1 (secondary), such as “6: 2”.")
        )
    return goals


def _listed(value: object, _: CityFacts) -> object:
    """Write a map as a list of goal and weight: programs mistake keys that are numbers."""
    if not isinstance(value, dict):
        return value
    return [{GOAL: goal, WEIGHT: weight} for goal, weight in value.items()]


class _OrListed:
    """Lets editors take a list of goal and weight as well as a map."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        mapped = handler(core)
        numbers = {"type": ["integer", "string"]}
        entry = {
            "type": "object",
            "properties": {GOAL: numbers, WEIGHT: numbers},
            "required": [GOAL, WEIGHT],
            "additionalProperties": False,
        }
        return {"anyOf": [{"type": "array", "items": entry}, mapped]}


Sdgs = Annotated[
    dict[Integer, Integer],
    BeforeValidator(_mapped),
    AfterValidator(_sdgs),
    _OrListed(),
    OneForm(_listed),
    Asked(By.GOALS),
]
