"""YAML as authors write it: every scalar as text, every field with its place, every fault in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from relations.problems import Problem
from relations.words import Text, say
from relations.yaml_faults import Repair, repair

Loc = tuple[str | int, ...]
Fields = dict[str, Any]

DEEPEST = 40
NESTING = re.compile(r"(?:[-?:][ \t]+){%d,}" % DEEPEST)
INVISIBLE = "\u00a0\u202f\u200b\u200c\u200d\u2060\ufeff"
MOST_REPAIRS = 50


@dataclass(frozen=True)
class Place:
    """A place in a file: line and column, both from 1, in characters."""

    line: int
    column: int


@dataclass
class Reading:
    """What one YAML text says: its fields as text, lists and maps, and where each stands.

    `places` maps the path of a field, shaped like pydantic's `loc`, to the place of its value;
    `keys` to the place of its name. `torn` says that lines were left out to read the rest.
    """

    file: str
    lines: list[str]
    first_line: int = 1
    fields: Fields = field(default_factory=dict)
    places: dict[Loc, Place] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    torn: bool = False

    def fault(self, place: Place, message: Text, name: str = "", fix: str = "") -> None:
        """Note a fault at a place."""
        self.problems.append(Problem(self.file, place.line, place.column, name, message, fix))

    def place(self, mark: Any) -> Place:
        """Turn a mark of the parser into a place in the file."""
        return Place(mark.line + self.first_line, mark.column + 1)


class _Loader(yaml.CSafeLoader):
    """A loader that types nothing but null: `NO`, `0476234567` and `12:30` stay as written."""


_Loader.yaml_implicit_resolvers = {
    first: kept
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    if (kept := [r for r in resolvers if r[0] == "tag:yaml.org,2002:null"])
}


def read_yaml(text: str, file: str, first_line: int = 1) -> Reading:
    """Read one YAML map; `first_line` is where the text begins in its file."""
    reading = Reading(file, text.split("\n"), first_line)
    node = _compose(reading) if not _too_deep(reading, text) else None
    if isinstance(node, yaml.MappingNode):
        reading.fields = _mapping(reading, node, ())
    elif node is not None:
        message = say("fields are expected, one a line, such as “name: Turin”.")
        reading.fault(reading.place(node.start_mark), message)
    return reading


def read_section(text: str, file: str, path: tuple[str, ...]) -> Reading:
    """Read one map inside a larger, trusted YAML file, such as `extra: city:` of mkdocs.yml."""
    reading = Reading(file, text.split("\n"))
    node = _compose(reading)
    for name in path:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for key, value in pairs if key.value == name), None)
    if isinstance(node, yaml.MappingNode):
        reading.places[()] = reading.place(node.start_mark)
        reading.fields = _mapping(reading, node, ())
    return reading


def _too_deep(reading: Reading, text: str) -> bool:
    """Refuse before parsing what would overflow the parser's own stack."""
    depth = 0
    for found in re.finditer(r"[\[\]{}]", text):
        depth = max(0, depth + (1 if found[0] in "[{" else -1))
        if depth > DEEPEST:
            break
    chain = NESTING.search(text)
    if depth <= DEEPEST and not chain:
        return False
    offset = chain.start() if chain else found.start()
    line = text.count("\n", 0, offset)
    message = say("lists stand inside lists more than {n} deep: simplify.", n=DEEPEST)
    reading.fault(Place(line + reading.first_line, 1), message)
    return True


def _compose(reading: Reading) -> yaml.Node | None:
    """Parse; a faulty line is told, mended as its author meant it, and the rest read as well."""
    lines = list(reading.lines)
    for _ in range(MOST_REPAIRS):
        try:
            return _Loader("\n".join(lines) + "\n").get_single_node()
        except yaml.MarkedYAMLError as error:
            mended = repair(lines, error)
        if not (reading.torn and mended.torn):
            _tell_repair(reading, mended)
        elif not mended.line.strip():
            return None
        reading.torn = reading.torn or mended.torn
        if lines[mended.index] == mended.line:
            return None
        lines[mended.index] = mended.line
    return None


def _tell_repair(reading: Reading, mended: Repair) -> None:
    place = Place(mended.index + reading.first_line, mended.column)
    reading.fault(place, mended.message, mended.field, "" if mended.torn else mended.line)


def _mapping(reading: Reading, node: yaml.MappingNode, loc: Loc) -> Fields:
    """Give a map as plain data, noting the place of each key and value."""
    fields: Fields = {}
    for key_node, value_node in node.value:
        name = _key(reading, key_node)
        if name is None:
            continue
        here = (*loc, name)
        if here in reading.keys:
            _tell_twice(reading, key_node, here)
            continue
        reading.keys[here] = reading.place(key_node.start_mark)
        reading.places[here] = reading.place(value_node.start_mark)
        value = _value(reading, value_node, here)
        if value is not None:
            fields[name] = value
    return fields


def _tell_twice(reading: Reading, key_node: yaml.Node, here: Loc) -> None:
    message = say(
        "this field was already given on line {line}: keep one.", line=reading.keys[here].line
    )
    reading.fault(reading.place(key_node.start_mark), message, dotted(here))


def _key(reading: Reading, node: yaml.Node) -> str | None:
    """Give the name of a field, cleaned of the invisible spaces that pasting brings."""
    if not isinstance(node, yaml.ScalarNode):
        message = say("a field's name is expected here, not a list.")
        reading.fault(reading.place(node.start_mark), message)
        return None
    _refuse_code(reading, node, ())
    name = str(node.value).strip(INVISIBLE + " ")
    if name != node.value:
        message = say("an invisible space stands beside the field's name: delete it, retype the line.")
        line = reading.lines[node.start_mark.line]
        fix = "".join(c for c in line.replace(str(node.value), name, 1))
        reading.fault(reading.place(node.start_mark), message, name, fix)
    return name


def _value(reading: Reading, node: yaml.Node, loc: Loc) -> Any:
    """Give a node as text, list or map; None where nothing is written."""
    if _refuse_code(reading, node, loc):
        return None
    if isinstance(node, yaml.MappingNode):
        return _mapping(reading, node, loc)
    if isinstance(node, yaml.SequenceNode):
        return [_item(reading, item, (*loc, i)) for i, item in enumerate(node.value)]
    if node.tag == "tag:yaml.org,2002:null":
        return None
    _tell_lost_end(reading, node, loc)
    return str(node.value)


def _item(reading: Reading, node: yaml.Node, loc: Loc) -> Any:
    reading.places[loc] = reading.place(node.start_mark)
    value = _value(reading, node, loc)
    return "" if value is None else value


def _refuse_code(reading: Reading, node: yaml.Node, loc: Loc) -> bool:
    """Refuse what makes YAML a language: anchors, aliases and tags."""
    sign = _source(reading, node)[:1]
    if sign not in ("&", "*", "!") or getattr(node, "style", None) in ("'", '"'):
        return False
    reading.fault(
        reading.place(node.start_mark),
        say("“{sign}” begins a special code here: put the whole value between quotes.", sign=sign),
        dotted(loc),
        _quoted_line(reading, node),
    )
    return True


def _source(reading: Reading, node: yaml.Node) -> str:
    """Give the line of a node, from the node on, as its author wrote it."""
    mark = node.start_mark
    return reading.lines[mark.line][mark.column :] if mark.line < len(reading.lines) else ""


def _quoted_line(reading: Reading, node: yaml.Node) -> str:
    mark = node.start_mark
    if mark.line >= len(reading.lines):
        return ""
    line = reading.lines[mark.line]
    return line[: mark.column] + quoted(line[mark.column :].strip())


def _tell_lost_end(reading: Reading, node: yaml.Node, loc: Loc) -> None:
    """Tell of a `#` glued to a word: the reader of YAML takes the rest for a comment."""
    end = node.end_mark
    if getattr(node, "style", None) is not None or end.line >= len(reading.lines):
        return
    rest = reading.lines[end.line][end.column :]
    if re.match(r"\s+#[^\s#]", rest) and end.line == node.start_mark.line:
        message = say("everything after “#” would be lost: put the value between quotes.")
        place = reading.place(node.start_mark)
        reading.fault(place, message, dotted(loc), _quoted_line(reading, node))


def quoted(value: str) -> str:
    """Write a value between quotes as YAML wants it."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def dotted(loc: Loc | Mapping[str, object]) -> str:
    """Write the path of a field as authors read it, list numbers left out: the place tells them."""
    return ".".join(part for part in loc if isinstance(part, str))
