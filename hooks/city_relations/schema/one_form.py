"""How a kind of value is written in canonical form: said beside the kind, told nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from city_relations.schema.city_facts import CityFacts


@dataclass(frozen=True)
class OneForm:
    """Marks a kind of value with its canonical form.

    `write` takes a value as its author wrote it, in any form that is read, and gives it as text,
    list or map in the one form that every program may count on.
    """

    write: Callable[[Any, CityFacts], Any]
