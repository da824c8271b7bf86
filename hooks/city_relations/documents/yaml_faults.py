"""What the parser stumbled on, which line it means, and what to read and to write instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import yaml

from city_relations.documents.shapes import Shapes
from city_relations.documents.yaml_menders import (
    FIELD,
    ITEM,
    NO_COLON,
    Repair,
    is_open,
    lower_block,
    mend_backslash,
    mend_bracket,
    mend_commas,
    mend_quotes,
    part,
    quote_after_bracket,
    quote_in_braces,
    quote_value,
    undress,
)
from city_relations.documents.yaml_nesting import brace, nest
from city_relations.documents.yaml_stumbles import Stumble, stumbles
from city_relations.documents.yaml_tabs import untab
from city_relations.language.words import say
from city_relations.problems import Fault


def repair(lines: list[str], error: yaml.MarkedYAMLError, shapes: Shapes) -> Repair:
    """Find the line an error speaks of, what to say of it, and how it was meant."""
    index, column = _where(lines, error)
    above = _above(lines, index)
    met = stumbles(error)
    if Stumble.ESCAPE in met:
        return mend_backslash(index, column, lines[index])
    squeezed = nest(index, lines, shapes) or brace(index, lines[index], shapes)
    if mended := untab(index, lines) or squeezed:
        return mended
    for mend, suspects in (
        (undress, [index]),
        (part, [index, above]),
        (lower_block, [index]),
        (mend_quotes, [index, *_left_open(lines, index)]),
        (quote_value, [index]),
        (quote_after_bracket, [index]),
        (mend_commas, [index]),
        (mend_bracket, [index]),
        (quote_in_braces, [index]),
    ):
        for suspect in suspects:
            if mended := mend(suspect, lines[suspect]):
                return mended
    if mended := _lost_colon(lines, index, met, shapes):
        return mended
    for mend_here in (_loose_text, _lost_hyphen, _slipped):
        if mended := mend_here(lines, index, met):
            return mended
    return _torn(lines, index, column, met)


_OPENED = {Stumble.IN_QUOTES, Stumble.IN_BRACKETS, Stumble.IN_KEY}


def _where(lines: list[str], error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Return the line (from 0) and column (from 1) where the fault begins, not where it shows."""
    opened = not stumbles(error).isdisjoint(_OPENED)
    mark = error.context_mark if opened and error.context_mark else error.problem_mark
    mark = mark or error.context_mark
    if mark is None:
        return 0, 1
    index = min(mark.line, len(lines) - 1)
    while index > 0 and not lines[index].strip():
        index -= 1
    return index, (mark.column + 1 if index == mark.line else 1)


def _above(lines: Sequence[str], index: int) -> int:
    """Return the nearest line above that is not blank."""
    return next((i for i in range(index - 1, -1, -1) if lines[i].strip()), index)


def _left_open(lines: Sequence[str], index: int) -> list[int]:
    """Find the lines above whose quotation mark is left open; the parser only trips further on."""
    return [i for i in range(index - 1, -1, -1) if is_open(lines[i])]


def _lost_colon(
    lines: Sequence[str], index: int, met: AbstractSet[Stumble], shapes: Shapes
) -> Repair | None:
    """Part a field from its value where the colon was forgotten; `shapes` knows the fields.

    Below a long line, words are rather the rest of its text.
    """
    above = _above(lines, index)
    if Stumble.FIELD_INSIDE in met and ":" not in lines[above]:
        index = above
    elif Stumble.NO_COLON not in met or not SHORT_FIELD.match(lines[above]):
        return None
    found = COLONLESS.match(lines[index])
    if not found or (shapes and found["name"] not in shapes):
        return None
    mended = f"{found['head']}{found['name']}: {found['value']}"
    return Repair(index, found.end("name") + 1, NO_COLON, mended, found["name"])


def _loose_text(lines: Sequence[str], index: int, met: AbstractSet[Stumble]) -> Repair | None:
    """Indent a line that goes on with the text above it."""
    above = _above(lines, index)
    line, head = lines[index], FIELD.match(lines[above])
    if Stumble.NO_COLON not in met or not head or line.startswith(("---", "%")):
        return None
    if head["value"][0] in "\"'[{" or TAKES_NO_LINE.match(line):
        return None  # what is closed takes no line more
    indent = " " * (len(lines[above]) - len(lines[above].lstrip(" -")) + 2)
    return Repair(index, 1, _LOOSE, indent + line.strip())


def _lost_hyphen(lines: Sequence[str], index: int, met: AbstractSet[Stumble]) -> Repair | None:
    """Make a line of its own an entry of the list above it."""
    above, line = lines[_above(lines, index)], lines[index]
    indent = len(line) - len(line.lstrip())
    inside = ITEM.match(above) and not FIELD.match(above) and above.startswith(" " * indent + "- ")
    if Stumble.NO_COLON not in met or not inside:
        return None
    return Repair(index, indent + 1, _NO_HYPHEN, " " * indent + "- " + line.strip())


def _slipped(lines: Sequence[str], index: int, met: AbstractSet[Stumble]) -> Repair | None:
    """Put a field back under the one above it, where it stands a little to the left or right."""
    if any(line.startswith("%") for line in lines[: index + 1]):
        return None  # no field: what stands above it did not slip
    if Stumble.NO_DOCUMENT in met and (first := _first(lines)) < index:
        return _moved(lines, first, 0)
    column = len(lines[(above := _above(lines, index))]) - len(lines[above].lstrip(" -"))
    indent = len(lines[index]) - len(lines[index].lstrip(" "))
    deeper = Stumble.FIELD_INSIDE in met and FIELD.match(lines[above])
    lost = indent not in _open(lines[:index]) and FIELD.match(lines[above])
    near = Stumble.UNEXPECTED in met and abs(indent - column) <= (2 if lost else 1)
    plain = re.match(r"\s*[a-z_]+:(\s(?!.*: )|$)", lines[index])
    return _moved(lines, index, column) if plain and above < index and (deeper or near) else None


def _open(lines: Sequence[str]) -> set[int]:
    """Return the columns of the fields open at the end of these lines."""
    columns: set[int] = set()
    for line in reversed(lines):
        column = len(line) - len(line.lstrip(" -"))
        if line.strip() and (not columns or column < min(columns)):
            columns.add(column)
    return columns


def _first(lines: Sequence[str]) -> int:
    return next(
        (i for i, line in enumerate(lines) if line.startswith(" ") and line.strip()), len(lines)
    )


def _moved(lines: Sequence[str], index: int, column: int) -> Repair | None:
    mended = " " * column + lines[index].strip()
    start = len(lines[index]) - len(lines[index].lstrip()) + 1
    return Repair(index, start, _INDENT, mended) if mended != lines[index] else None


def _torn(lines: Sequence[str], index: int, column: int, met: AbstractSet[Stumble]) -> Repair:
    """Return up a line, with the sentence that fits what the parser stumbled on."""
    above = _above(lines, index)
    if Stumble.FIELD_INSIDE in met and ":" not in lines[above]:
        return Repair(above, 1, NO_COLON, "", incomplete=True)
    if lines[index].startswith(("---", "...")):
        return Repair(index, 1, _SECOND, "")
    fault = next((fault for stumble, fault in _FAULTS if stumble in met), _UNKNOWN)
    return Repair(index, column, fault, "", incomplete=True)


# What would be read as more than a text, indented or not.
TAKES_NO_LINE = re.compile(r"\s*(?:[-?] |[\[{\"'&*!@`%|>]|[a-z_]+:(?:\s|$))")
# A field on a line longer than this may go on below, where an editor or an author broke it.
SHORT_FIELD = re.compile(rf"(?=.{{1,30}}$){FIELD.pattern}")
COLONLESS = re.compile(r"(?P<head>\s*(?:- +)*)(?P<name>[a-z][a-z_]+) +(?P<value>[^\s:].*)")
_SECOND = Fault("second-document", say("“---” begins a second document: remove it."))
_LOOSE = Fault(
    "text-not-indented",
    say("this line is not a field; if it goes on with the text above, begin it with spaces."),
)
_NO_HYPHEN = Fault(
    "entry-without-hyphen", say("this line is not in the list above it: begin it with “- ”.")
)
_INDENT = Fault("indentation", say("this line is not indented like the lines around it."))
_UNKNOWN = Fault(
    "line-unreadable",
    say("this line cannot be read: expected is “field: value”, indented by spaces."),
)
_LIST = Fault(
    "list-unreadable",
    say("a colon or a quotation mark stands inside a value: put the value between quotes."),
)
_FAULTS = (
    (Stumble.IN_BRACKETS, _LIST),
    (Stumble.NO_COLON, NO_COLON),
    (Stumble.IN_BLOCK, _INDENT),
    (Stumble.NO_KEY, _INDENT),
    (Stumble.FIELD_INSIDE, _INDENT),
    (Stumble.NO_DOCUMENT, _INDENT),
)
