"""What authors get wrong in YAML, and the line they meant."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from relations.words import Text, say

FIELD = re.compile(r"^(?P<head>\s*(?:- +)*(?P<name>[^\s:#][^:#]*?)\s*:[ \t]+)(?P<value>\S.*?)\s*$")
ITEM = re.compile(r"^(?P<head>\s*(?:- +)+)(?P<value>\S.*?)\s*$")


@dataclass(frozen=True)
class Repair:
    """A faulty line and how it is read instead; `index` counts lines from 0, `column` from 1.

    `torn` means that nothing sensible could be read from the line: it is left out.
    """

    index: int
    column: int
    message: Text
    line: str
    field: str = ""
    torn: bool = False


def repair(lines: list[str], error: yaml.MarkedYAMLError) -> Repair:
    """Find the line an error speaks of, what to say of it, and how it was meant."""
    index, column = _where(lines, error)
    line = lines[index]
    return (
        _tab(index, line)
        or _bare_value(index, line)
        or Repair(index, column, _sentence(error), "", torn=True)
    )


def _where(lines: list[str], error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Give the line (from 0) and column (from 1) where the fault begins, not where it shows."""
    opened = "quoted scalar" in str(error.context) or "flow" in str(error.context)
    mark = error.context_mark if opened and error.context_mark else error.problem_mark
    mark = mark or error.context_mark
    if mark is None:
        return 0, 1
    index = min(mark.line, len(lines) - 1)
    while index > 0 and not lines[index].strip():
        index -= 1
    return index, (mark.column + 1 if index == mark.line else 1)


def _tab(index: int, line: str) -> Repair | None:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return None
    message = say("a tab indents this line: use spaces.")
    return Repair(index, indent.index("\t") + 1, message, line.replace("\t", "  "))


def _bare_value(index: int, line: str) -> Repair | None:
    """Quote a value that holds a colon or begins with a sign YAML keeps for itself."""
    found = FIELD.match(line) or ITEM.match(line)
    if not found or found["value"][0] in "\"'[{|>":
        return None
    value = found["value"]
    if re.search(r":(\s|$)", value):
        message = say("a colon inside the value: put the value between quotes.")
    elif value[0] in "@`%&*!,]}":
        message = say("a value cannot begin with “{sign}”: put it between quotes.", sign=value[0])
    else:
        return None
    quoted = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    name = found.groupdict().get("name", "")
    return Repair(index, len(found["head"]) + 1, message, found["head"] + quoted, name)


def _sentence(error: yaml.MarkedYAMLError) -> Text:
    """Say in words what the parser stumbled on."""
    told = f"{error.context} {error.problem}"
    return next((text for sign, text in _SENTENCES if sign in told), _UNKNOWN)


_UNKNOWN = say("this line cannot be read: expected is “field: value”, indented by spaces.")
_SENTENCES = (
    ("quoted scalar", say("a quotation mark is opened here and never closed.")),
    ("flow sequence", say("a list is opened with “[” and not closed, or a comma is missing.")),
    ("flow mapping", say("a brace “{{” is opened and not closed, or a comma is missing.")),
    ("expected ':'", say("a field needs a colon and a space: “field: value”.")),
    ("block collection", say("this line is not in the list above it: begin it with “- ”.")),
    ("expected key", say("this line is not indented like the lines around it.")),
    ("mapping values", say("this line is not indented like the lines around it.")),
    ("expected a single document", say("“---” begins a second document: remove it.")),
    ("document start", say("“---” begins a second document: remove it.")),
    ("cannot start any token", say("this sign cannot begin a value: put the value between quotes.")),
    ("escape", say("a “\\” stands inside double quotes: use single quotes.")),
)
