"""The fields of a record in canonical form: each read as its own kind declares it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.functional_validators import BeforeValidator

from city_relations.documents.yaml_rewriting import Several
from city_relations.schema.base import Base
from city_relations.schema.choice import Choice, read_choice
from city_relations.schema.city_facts import CityFacts
from city_relations.schema.nearest import says_nothing
from city_relations.schema.one_form import OneForm
from city_relations.schema.written_fields import written_fields

Read = Callable[[Any], Any]


def canonical(value: Any, kind: Any, city: CityFacts, marks: Sequence[object] = ()) -> Any:
    """Return a sound value, as it is written, in the canonical form of its kind.

    A word of a closed list, a country or a language becomes its value, “yes” becomes true; all
    other words, names of fields and their order stay. An entry that is several is a `Several`.
    `marks` are what stands beside the kind in its annotation.
    """
    if says_nothing(value):
        return value
    form = next((mark for mark in marks if isinstance(mark, OneForm)), None)
    if form:
        return form.write(value, city)
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return canonical(value, parts[0], city, (*parts[1:], *marks))
    if origin in (Union, UnionType):
        inner = next(part for part in parts if part is not type(None))
        return canonical(value, inner, city, marks)
    value = _reshaped(value, [mark.func for mark in marks if isinstance(mark, BeforeValidator)])
    return _of_kind(value, kind, city)


def _of_kind(value: Any, kind: Any, city: CityFacts) -> Any:
    """Return a value in the canonical form of a kind with nothing marked beside it."""
    if get_origin(kind) is tuple and isinstance(value, list):
        return [_entry(entry, get_args(kind)[0], city) for entry in value]
    if isinstance(kind, type) and issubclass(kind, Base):
        return _fields(value, kind, city)
    if isinstance(kind, type) and issubclass(kind, Choice) and isinstance(value, str):
        return str(read_choice(value, kind) or value)
    return value


def _entry(value: Any, kind: Any, city: CityFacts) -> Any:
    if isinstance(value, Several):
        return Several(tuple(canonical(one, kind, city) for one in value.entries))
    return canonical(value, kind, city)


def _reshaped(value: Any, reads: Sequence[Any]) -> Any:
    """Return a value in the shape its kind reads it in, its words untouched."""
    for read in reads:
        if isinstance(value, list):
            value = [_parted(entry, read) for entry in value]
        elif type(shaped := read(value)) is not type(value):
            value = shaped
    return value


def _parted(entry: Any, read: Read) -> Any:
    found = read([entry])
    if len(found) > 1:
        return Several(tuple(found))
    return found[0] if found and type(found[0]) is not type(entry) else entry


def _fields(value: Any, model: type[Base], city: CityFacts) -> Any:
    if isinstance(value, str):
        before = model.__pydantic_decorators__.model_validators.values()
        value = _reshaped(value, [one.func for one in before if one.info.mode == "before"])
    if not isinstance(value, dict):
        return value
    known = written_fields(model)
    written = {name: known.get(model.old_names.get(name, name)) for name in value}
    return {
        name: canonical(inner, field.annotation, city, field.metadata) if field else inner
        for (name, inner), field in zip(value.items(), written.values(), strict=True)
    }
