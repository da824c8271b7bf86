"""What shape each field of a record has, for the reader of its file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from city_relations.documents.shapes import Shape, Shapes
from city_relations.schema.written_fields import written_fields


@cache
def shapes_of(model: type[BaseModel]) -> Shapes:
    """Return the shape of each field of a record and of its parts, by name.

    A name that two parts use for different things counts as a text.
    """
    found: dict[str, set[Shape]] = {}
    for name, shape in _walk(model, set()):
        found.setdefault(name, set()).add(shape)
    return {
        name: shapes.pop() if len(shapes) == 1 else Shape.TEXT for name, shapes in found.items()
    }


def _walk(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[tuple[str, Shape]]:
    seen.add(model)
    for name, field in written_fields(model).items():
        shape, inner = _shape(field.annotation)
        yield name, shape
        if inner and inner not in seen:
            yield from _walk(inner, seen)


def _shape(kind: Any) -> tuple[Shape, type[BaseModel] | None]:
    """Return the shape of a type, and the model its fields are of."""
    origin, parts = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return Shape.FIELDS, kind
    if origin is dict:
        return Shape.FIELDS, None
    if origin is Annotated:
        return _shape(parts[0])
    if origin in (Union, UnionType):
        shapes = [_shape(part) for part in parts if part is not type(None)]
        return shapes[0] if len(shapes) == 1 else (Shape.TEXT, None)
    if origin is tuple:
        _, inner = _shape(parts[0])
        return (Shape.ENTRIES if inner else Shape.WORDS), inner
    return Shape.TEXT, None
