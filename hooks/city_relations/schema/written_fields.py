"""The fields of a model by the names that authors write them by."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from pydantic import BaseModel
from pydantic.fields import FieldInfo


@cache
def written_fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """Return the fields of a model by what a file calls them, in the order of declaration."""
    fields = model.model_fields.items()
    return MappingProxyType({field.alias or name: field for name, field in fields})
