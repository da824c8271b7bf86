"""Columns of the open data: taken from the schema's fields, or derived and told here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial, reduce
from operator import attrgetter
from typing import Any

from city_relations.dates import EdtfDate, Hours
from city_relations.language.words import Text, Words, say
from city_relations.schema.base import Base
from city_relations.schema.choice import Choice
from city_relations.schema.localized import Localized
from city_relations.schema.reference import Reference

# What the schema says of a field is a bare message: braces in it show YAML, and name no value.
Said = Text | str
Getter = Callable[[Any], object]
BARE = frozenset((str, int, float, bool, type(None)))  # what JSON has as it is
MANY: Mapping[str, Any] = {"type": "array", "items": {"type": "string"}}  # texts, in any number


@dataclass(frozen=True)
class Declared:
    """What is said of a column: its titles, what it holds, and the JSON Schema of a value.

    Titles are joined when told, since `population.value` is told by both of its fields.
    """

    titles: tuple[Said, ...]
    description: Said
    schema: Mapping[str, Any]


@dataclass(frozen=True)
class Column:
    """One column: its name, how to get a value from a row's source, and what is said of it.

    That is found when it is asked for: most builds ask for no schema.
    """

    name: str
    declare: Callable[[], Declared]
    get: Getter
    required: bool = False

    @cached_property
    def _declared(self) -> Declared:
        return self.declare()

    @property
    def titles(self) -> tuple[Said, ...]:
        """Return its titles, from the outside in."""
        return self._declared.titles

    @property
    def description(self) -> Said:
        """Return what says what it holds."""
        return self._declared.description

    @property
    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of a value."""
        return self._declared.schema

    def title(self, words: Words) -> str:
        """Say what the column is called: « Population : source »."""
        told = [tell(title, words) for title in self.titles]
        return reduce(lambda whole, part: words(_part(whole, part)), told)

    def explanation(self, words: Words) -> str:
        """Say what the column holds."""
        return tell(self.description, words)

    @property
    def is_list(self) -> bool:
        """Return whether a value is several values."""
        return bool(self.schema["type"] == "array")

    @property
    def choices(self) -> tuple[str, ...]:
        """Return the closed list of values, empty where there is none."""
        return tuple(self.schema.get("items", self.schema).get("enum", ()))


def _part(whole: str, part: str) -> Text:
    return say("{whole}: {part}", whole=whole, part=part)


def tell(said: Said, words: Words) -> str:
    """Tell a sentence, or the wording of a field's declaration."""
    return words(said) if isinstance(said, Text) else words.gettext(said)


def column(
    model: type[Base],
    path: str,
    source: str = "",
    *,
    name: str = "",
    required: bool = False,
    **schema: str,
) -> Column:
    """Take a column from a field of a record, or from a field of a part of it (`population.value`).

    `source` is where the record stands in a row, when the row is more than the record; `name`
    is that of the column where it is not the path's; `schema` adds what the field's type does not
    say.
    """
    first, *steps = *filter(None, source.split(".")), *path.split(".")
    get = partial(_walk, first=first, steps=steps) if steps else attrgetter(first)
    name = name or path.replace(".", "_")
    return Column(name, lambda: _declared(model, path, schema), get, required)


def derived(name: str, title: Text, description: Text, get: Getter, **schema: Any) -> Column:
    """Make a column of something no field says."""
    declared = Declared((title,), description, {"type": "string", **schema})
    return Column(name, lambda: declared, get)


def archived(sources: Callable[[Any], Sequence[Reference]]) -> Column:
    """Return the column of the copies that archives keep of a row's sources."""

    def copies(row: object) -> list[str]:
        return [one.archived for one in sources(row) if one.archived]

    told = say("Where archives of the web keep copies of the sources.")
    return derived("archived", say("Archived copies"), told, copies, **MANY)


def _walk(row: object, first: str, steps: list[str]) -> object:
    part = getattr(row, first)
    for step in steps:
        if part is None:
            return None
        part = getattr(part, step)
    return part


def _declared(model: type[Base], path: str, more: Mapping[str, str]) -> Declared:
    """Return what the schema says of a field: titles from the outside in, words and values.

    `more` is what its type does not say of a value.
    """
    whole = _json_schema(model)
    node: Mapping[str, Any] = whole
    titles = []
    for step in path.split("."):
        told = node["properties"][step]
        node = _resolved(told, whole)
        # Pydantic leaves out a title that is the same as the name of what it refers to.
        titles.append(str(told.get("title") or node["title"]))
    values = {**_value_schema(node, whole), **more}
    return Declared(tuple(titles), str(told["description"]), values)


@cache
def _json_schema(model: type[Base]) -> dict[str, Any]:
    return model.model_json_schema()


def _resolved(node: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow a reference, and leave « or nothing » aside."""
    kinds = [kind for kind in node.get("anyOf", ()) if kind.get("type") != "null"]
    lists = [kind for kind in kinds if kind.get("type") == "array"]  # what one may write alone
    node = next(iter(lists or kinds), node)
    name = node.get("$ref", "").rpartition("/")[2]
    return whole["$defs"][name] if name else node


def _value_schema(node: Mapping[str, Any], whole: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a column: a text in several languages or a map becomes plainer."""
    if node.get("title") == Reference.__name__:  # its copy has a column of its own
        return {"type": "string"}
    if True in node.get("enum", ()):
        return {"type": "boolean"}
    kind = node.get("type", "string")
    # Authors may write a number in quotes; a date like 2023 looks like one, and is none.
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "array":
        inner = _value_schema(_resolved(node["items"], whole), whole)
        # A list of maps is told as a map is: an entry a text.
        return {"type": "array", "items": inner["items"] if inner["type"] == "array" else inner}
    if kind == "object":
        return {**MANY}
    kept = {key: node[key] for key in ("enum", "format") if key in node}
    return {"type": kind, **kept}


def plain(value: object, told: Callable[[Localized | Text], str]) -> Any:
    """Return a value as JSON has it: texts in one language, choices and dates as written."""
    if isinstance(value, tuple | list | frozenset):
        return [part if type(part) in BARE else plain(part, told) for part in value]
    if isinstance(value, Localized | Text):
        return told(value)
    if isinstance(value, Reference):
        return value.source
    if isinstance(value, Choice | EdtfDate | Hours):
        return str(value)
    if isinstance(value, Mapping):
        return [f"{key}:{plain(part, told)}" for key, part in value.items()]
    return value
