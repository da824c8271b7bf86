"""Records of which not everything could be read: what is sound is there, the rest is Unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, NoReturn, TypeVar, Union, get_args, get_origin

from pydantic import ConfigDict, Field, ValidationError, ValidatorFunctionWrapHandler, create_model
from pydantic.fields import FieldInfo
from pydantic.functional_validators import WrapValidator

from city_relations.documents.reading import Fields, Loc
from city_relations.schema.base import Base
from city_relations.schema.city_facts import CityFacts

T = TypeVar("T")
B = TypeVar("B", bound=Base)


class UnknownError(ValueError):
    """Somebody asked for a value that could not be read."""


def _refuse(*_: object) -> NoReturn:
    raise UnknownError


class Unknown:
    """Stands where a value could not be read: whoever looks at it gets an UnknownError.

    So a rule need not know of it, and nothing is said that would hang on the value.
    """


for _name in (
    *("bool", "eq", "ne", "lt", "le", "gt", "ge", "hash", "str", "format", "getattr", "fspath"),
    *("iter", "len", "contains", "getitem", "float", "int", "index", "abs", "neg"),
    *("add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv"),
):
    setattr(Unknown, f"__{_name}__", _refuse)


def known(parts: Sequence[T]) -> Sequence[tuple[int, T]]:
    """Return the entries of a list that could be read, with their numbers."""
    if isinstance(parts, Unknown) or not parts:
        return ()
    return [(i, part) for i, part in enumerate(parts) if not isinstance(part, Unknown)]


def read_partly(
    model: type[B], fields: Fields, incomplete: Iterable[Loc], city: CityFacts | None = None
) -> B:
    """Return a record of what is sound in some fields.

    `incomplete` holds the places of the maps out of which a line was left: what they lack may have
    been written on it, and is Unknown as well.
    """
    record: B = _partial(model).model_validate(fields, context=city)
    for loc in incomplete:
        _tear(record, loc)
    return record


def _tear(part: Any, loc: Loc) -> None:
    for step in loc:
        if isinstance(part, Unknown):
            return
        part = part[step] if isinstance(step, int) else getattr(part, step, Unknown())
    if isinstance(part, Base):
        lacking = type(part).model_fields.keys() - part.model_fields_set
        part.__dict__.update({name: Unknown() for name in lacking})


@cache
def _partial(model: type[B]) -> type[B]:
    """Return a model's twin that refuses nothing: a field it cannot read is Unknown.

    Fields that do not exist are passed over, and its records say that they are not whole.
    """
    tolerant = type(
        model.__name__,
        (model,),
        {
            "__module__": __name__,
            "__annotations__": {"whole": ClassVar[bool]},
            "model_config": ConfigDict(extra="ignore"),
            "whole": False,
        },
    )
    fields = {name: (_tolerant(info), _default(info)) for name, info in model.model_fields.items()}
    return create_model(model.__name__, __base__=tolerant, **fields)  # type: ignore[call-overload, no-any-return]


def _tolerant(info: FieldInfo) -> Any:
    return Annotated[_twin(info.annotation), *info.metadata, WrapValidator(_read)]


def _default(info: FieldInfo) -> Any:
    if info.is_required() or info.default_factory:
        return Field(default_factory=info.default_factory or Unknown, alias=info.alias)
    return Field(default=info.default, alias=info.alias)


def _read(value: Any, read: ValidatorFunctionWrapHandler) -> Any:
    """Read a value, or give an Unknown in its place."""
    try:
        return read(value)
    except ValidationError:
        return Unknown()


def _twin(kind: Any) -> Any:
    """Return a type with every model in it replaced by its twin, every entry of a list tolerant."""
    if isinstance(kind, type) and issubclass(kind, Base):
        return _partial(kind)
    origin, parts = get_origin(kind), get_args(kind)
    if origin is tuple:
        return tuple[Annotated[_twin(parts[0]), WrapValidator(_read)], ...]  # type: ignore[misc]
    if origin is Annotated:
        return Annotated[_twin(parts[0]), *parts[1:]]
    if origin in (Union, UnionType):
        return Union[tuple(_twin(part) for part in parts)]  # noqa: UP007 - made while running
    return kind
