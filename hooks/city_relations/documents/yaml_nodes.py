"""The nodes of a YAML text as plain data: every scalar as text, what may not stand there told."""

from __future__ import annotations

import re
import sys
from typing import Any

import yaml

from city_relations.documents.reading import Fields, Loc, Reading, dotted
from city_relations.documents.shapes import Shape
from city_relations.documents.signs import without_unfit
from city_relations.documents.yaml_menders import (
    COLON,
    COMMA,
    DRESSED,
    DRESSED_NAME,
    LOST_END,
    NO_SPACE,
    ODD_SPACE,
    POINT_IN_NUMBERS,
    quoted,
)
from city_relations.language.words import Text, say
from city_relations.problems import Fault

INVISIBLE = "\u00a0\u202f\u200b\u200c\u200d\u2060\ufeff"
DEGREES = re.compile(r"(\b(?:lat|lon): *-?\d+), ?(\d+)")
# A name or a type before a value that is no plain text: a block, a list, or in quotes.
CODE = re.compile(r"[&!][^\s,\[\]{}]*\s+(?=[|>\[{\"'])|!![a-z]+\s+")
CODE_ALONE = re.compile(r"[&!][^\s,\[\]{}]*\s*$")
NO_FIELD_INSIDE = Fault(
    "braces-without-fields",
    say("braces hold fields: a list stands between “[” and “]”, a text between quotes."),
)
LIST_AS_NAME = Fault("list-as-field-name", say("a field's name is expected here, not a list."))
NULL = "tag:yaml.org,2002:null"


def fields_of(reading: Reading, node: yaml.MappingNode, loc: Loc) -> Fields:
    """Return a map as plain data, noting where keys and values stand; None is an empty field."""
    fields: Fields = {}
    for key_node, value_node in node.value:
        name = _key(reading, key_node)
        name = name and sys.intern(name)  # thousands of files have the same
        if name is None or _goes_on(reading, fields, (key_node, value_node)):
            continue
        if _is_stray(reading, node, (key_node, value_node), loc):
            continue
        here = (*loc, name)
        if here in reading.keys:
            _tell_twice(reading, key_node, here)
            continue
        reading.keys[here] = reading.place(key_node.start_mark)
        reading.places[here] = reading.place(value_node.start_mark)
        fields[name] = _value(reading, value_node, here)
    return fields


def _tell_twice(reading: Reading, key_node: yaml.Node, here: Loc) -> None:
    message = say(
        "this field was already given on line {line}: keep one.", line=reading.keys[here].line
    )
    fault = Fault("field-given-twice", message)
    reading.fault(reading.place(key_node.start_mark), fault, dotted(here))


def _key(reading: Reading, node: yaml.Node) -> str | None:
    """Return the name of a field, cleaned of the invisible spaces that pasting brings."""
    if not isinstance(node, yaml.ScalarNode):
        reading.fault(reading.place(node.start_mark), LIST_AS_NAME)
        return None
    _refuse_code(reading, node, ())
    name = _decoded(reading, node, ())
    if not name.isascii() and (bare := re.sub(f"[{INVISIBLE}]", "", name).strip()) != name:
        name = bare
        _tell_name(reading, node, ODD_SPACE, name)
    if dressed := DRESSED.fullmatch(name):
        name = dressed["name"]
        _tell_name(reading, node, DRESSED_NAME, name)
    return name


def _tell_name(reading: Reading, node: yaml.ScalarNode, fault: Fault, name: str) -> None:
    """Tell of what stands in or around a field's name, and of the line without it."""
    fix = reading.lines[node.start_mark.line].replace(str(node.value), name, 1)
    reading.fault(reading.place(node.start_mark), fault, name, fix)


def _goes_on(reading: Reading, fields: Fields, pair: tuple[yaml.Node, yaml.Node]) -> bool:
    """Join the degrees that a comma parted, as in `{lat: 40,2112}`; they are told once a line."""
    key, value = pair
    last = next(reversed(fields), "")
    if last not in ("lat", "lon") or value.tag != NULL or not str(key.value).isdecimal():
        return False
    fields[last] = f"{fields[last]}.{key.value}"
    fix = DEGREES.sub(r"\1.\2", reading.lines[key.start_mark.line])
    if fix not in [problem.fix for problem in reading.problems]:
        reading.fault(reading.place(key.start_mark), POINT_IN_NUMBERS, "", fix)
    return True


def _is_stray(
    reading: Reading, node: yaml.MappingNode, pair: tuple[yaml.ScalarNode, yaml.Node], loc: Loc
) -> bool:
    """Tell of words between braces that a comma or a missing space made a field of its own."""
    key, value = pair
    if not node.flow_style or value.tag != NULL or value.end_mark.column != key.end_mark.column:
        return False
    before = next(
        (v for k, v in reversed(node.value) if k.end_mark.index < key.start_mark.index), None
    )
    line = reading.lines[key.start_mark.line]
    if re.match(r"[a-z_]+:\S", str(key.value)):
        fault = NO_SPACE
        fix = re.sub(r"([{,]\s*[a-z_]+:)(?=[^\s/])", r"\1 ", line)
        reading.incomplete |= {loc}
    else:
        fault = COMMA
        fix = _joined(reading, before, key) if before and before.tag != NULL else ""
    if fix not in [problem.fix for problem in reading.problems] or not fix:
        reading.fault(reading.place(key.start_mark), fault, "", fix)
    return True


def _joined(reading: Reading, before: yaml.Node, key: yaml.Node) -> str:
    """Quote what a comma parted, when it stands on one line."""
    line = reading.lines[key.start_mark.line]
    start, end = before.start_mark, key.end_mark
    first, last = reading.column(start), reading.column(end)
    if start.line != end.line or set(line[first:last]) & set('"[{'):
        return ""
    return line[:first] + quoted(line[first:last]) + line[last:]


def _value(reading: Reading, node: yaml.Node, loc: Loc) -> Any:
    """Return a node as text, list or map; None where nothing is written."""
    if _refuse_code(reading, node, loc):
        if not isinstance(node, yaml.ScalarNode):
            reading.incomplete |= {loc[:-1]}
            return None
        if node.tag == NULL:
            return _rest(reading, node)
    if isinstance(node, yaml.MappingNode):
        return _text_in_braces(reading, node, loc) or fields_of(reading, node, loc)
    if isinstance(node, yaml.SequenceNode):
        return [_item(reading, item, (*loc, i)) for i, item in enumerate(node.value)]
    _tell_lost_end(reading, node, loc)
    if node.tag == NULL:
        return None
    text = _decoded(reading, node, loc)
    return text or ("" if _is_quoted(node) else _source(reading, node))


def _text_in_braces(reading: Reading, node: yaml.MappingNode, loc: Loc) -> Any:
    """Read braces that hold no field as the list they were meant for, or as a text."""
    start, end = node.start_mark, node.end_mark
    words = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
    if not node.flow_style or not words or start.line != end.line:
        return None
    if any(value.tag != NULL for _, value in node.value) or any(":" in word for word in words):
        return None
    if reading.shapes.get(str(loc[-1])) not in (None, Shape.TEXT, Shape.WORDS):
        return None
    line, first, last = reading.lines[start.line], reading.column(start), reading.column(end)
    if line[first : first + 1] != "{" or line[last - 1 : last] != "}":
        return None  # of a line that was mended already
    inside, is_list = line[first + 1 : last - 1], reading.shapes.get(str(loc[-1])) == Shape.WORDS
    meant = f"[{inside}]" if is_list else quoted("{" + inside + "}")
    fix = line[:first] + meant + line[last:]
    reading.fault(reading.place(start), NO_FIELD_INSIDE, dotted(loc), fix)
    return words if is_list else "{" + inside + "}"


def _decoded(reading: Reading, node: yaml.Node, loc: Loc) -> str:
    """Return a value as it is read, told and without them where escapes make signs of no text."""
    text, found = without_unfit(str(node.value))
    for _, fault in found:
        reading.fault(reading.place(node.start_mark), fault, dotted(loc))
    return text


def _item(reading: Reading, node: yaml.Node, loc: Loc) -> Any:
    reading.places[loc] = reading.place(node.start_mark)
    if text := _pair_meant_as_text(reading, node):
        fix = _with_quotes(reading, node, text)
        reading.fault(reading.place(node.start_mark), COLON, dotted(loc), fix)
        return text
    value = _value(reading, node, loc)
    return "" if value is None else value


def _pair_meant_as_text(reading: Reading, node: yaml.Node) -> str:
    """Return the text of a list entry such as `Voir : le rapport`, which YAML takes for a field."""
    if not isinstance(node, yaml.MappingNode) or len(node.value) != 1:
        return ""
    key, value = node.value[0]
    parts = isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)
    if not parts or re.fullmatch("[a-z_]+", key.value) or _source(reading, node)[:1] == "{":
        return ""
    if key.start_mark.line != value.end_mark.line:
        return ""
    start, end = reading.column(node.start_mark), reading.column(value.end_mark)
    return _source(reading, node)[: end - start].strip()


def _with_quotes(reading: Reading, node: yaml.Node, text: str) -> str:
    line, start = reading.lines[node.start_mark.line], reading.column(node.start_mark)
    return line[:start] + quoted(text) + line[start + len(text) :]


def _refuse_code(reading: Reading, node: yaml.Node, loc: Loc) -> bool:
    """Refuse what makes YAML a language: anchors, aliases and tags."""
    mark = node.start_mark
    line = reading.lines[mark.line] if mark.line < len(reading.lines) else ""
    start = reading.column(mark)
    sign = line[start : start + 1]
    if sign not in ("&", "*", "!") or getattr(node, "style", None) in ("'", '"'):
        return False
    place = reading.place(node.start_mark)
    if any((p.line, p.column) == (place.line, place.column) for p in reading.problems):
        return True
    if isinstance(node, yaml.ScalarNode) and not CODE.match(line, start):
        message = say(
            "“{sign}” begins a special code: put the whole value between quotes.", sign=sign
        )
        _fault_at_rest(reading, node, loc, _code(message))
    else:
        message = say("“{sign}” begins a special code: delete it, write the values out.", sign=sign)
        reading.fault(place, _code(message), dotted(loc), _without_code(line, start))
    return True


def _without_code(line: str, start: int) -> str:
    """Return a line without a name given to a value, or a type; nothing where more is meant."""
    found = CODE.match(line, start) or CODE_ALONE.match(line, start)
    return (line[:start] + line[found.end() :]).rstrip() if found else ""


def _code(message: Text) -> Fault:
    return Fault("special-code", message)


def _tell_lost_end(reading: Reading, node: yaml.Node, loc: Loc) -> None:
    """Tell of a `#` glued to a word: the reader of YAML takes the rest for a comment."""
    end = node.end_mark
    if _is_quoted(node) or end.line >= len(reading.lines):
        return
    rest = reading.lines[end.line][reading.column(end) :]
    if re.match(r"\s*#[^\s#]", rest) and end.line == node.start_mark.line:
        _fault_at_rest(reading, node, loc, LOST_END)


def _fault_at_rest(reading: Reading, node: yaml.Node, loc: Loc, fault: Fault) -> None:
    """Note a fault whose cure is to quote what stands from this node on."""
    line, start = reading.lines[node.start_mark.line], reading.column(node.start_mark)
    rest = _rest(reading, node).lstrip()
    start = line.index(rest, start)
    before = line[:start] if line[:start].endswith((" ", "[", "{")) else line[:start] + " "
    fix = before + quoted(rest) + line[start + len(rest) :].rstrip()
    hides_a_field = _is_inside(before) and ": " in rest
    reading.fault(reading.place(node.start_mark), fault, dotted(loc), "" if hides_a_field else fix)


def _rest(reading: Reading, node: yaml.Node) -> str:
    """Return what stands on the line from a node on; in brackets, up to the end of its entry."""
    line, start = _source(reading, node), reading.column(node.start_mark)
    before = reading.lines[node.start_mark.line][:start]
    entry = re.match(r"[^,\[\]{}]*", line) if _is_inside(before) else None
    return (entry[0] if entry else line).rstrip()


def _is_inside(before: str) -> bool:
    """Return whether brackets are open at the end of a text."""
    return any(before.count(a) > before.count(b) for a, b in ("[]", "{}"))


def _is_quoted(node: yaml.Node) -> bool:
    """Return whether a value is in quotes or a block, not bare; the C parser's sign is ""."""
    return bool(getattr(node, "style", None))


def _source(reading: Reading, node: yaml.Node) -> str:
    """Return the line of a node, from the node on, as its author wrote it."""
    mark = node.start_mark
    return (
        reading.lines[mark.line][reading.column(mark) :] if mark.line < len(reading.lines) else ""
    )
