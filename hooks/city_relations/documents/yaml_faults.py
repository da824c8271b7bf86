"""What the parser stumbled on, which line it means, and what to read and to write instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from city_relations.documents.yaml_menders import (
    FIELD,
    ITEM,
    NO_COLON,
    Repair,
    is_open,
    lower_block,
    mend_backslash,
    mend_bracket,
    mend_quotes,
    part,
    quote_in_braces,
    quote_value,
    untab,
)
from city_relations.language.words import say


def repair(lines: list[str], error: yaml.MarkedYAMLError) -> Repair:
    """Find the line an error speaks of, what to say of it, and how it was meant."""
    index, column = _where(lines, error)
    above = _above(lines, index)
    if "escape" in str(error.problem):
        return mend_backslash(index, column, lines[index])
    if mended := untab(index, lines):
        return mended
    for mend, suspects in (
        (part, [index, above]),
        (lower_block, [index]),
        (mend_quotes, [index, *_left_open(lines, index)]),
        (quote_value, [index]),
        (mend_bracket, [index]),
        (quote_in_braces, [index]),
    ):
        for suspect in suspects:
            if mended := mend(suspect, lines[suspect]):
                return mended
    for mend_here in (_lost_colon, _loose_text, _lost_hyphen, _slipped):
        if mended := mend_here(lines, index, error):
            return mended
    return _torn(lines, index, column, error)


def _where(lines: list[str], error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Give the line (from 0) and column (from 1) where the fault begins, not where it shows."""
    opened = any(word in str(error.context) for word in ("quoted scalar", "flow", "simple key"))
    mark = error.context_mark if opened and error.context_mark else error.problem_mark
    mark = mark or error.context_mark
    if mark is None:
        return 0, 1
    index = min(mark.line, len(lines) - 1)
    while index > 0 and not lines[index].strip():
        index -= 1
    return index, (mark.column + 1 if index == mark.line else 1)


def _above(lines: Sequence[str], index: int) -> int:
    """Give the nearest line above that is not blank."""
    return next((i for i in range(index - 1, -1, -1) if lines[i].strip()), index)


def _left_open(lines: Sequence[str], index: int) -> list[int]:
    """Find the lines above whose quotation mark is left open; the parser only trips further on."""
    return [i for i in range(index - 1, -1, -1) if is_open(lines[i])]


def _lost_colon(lines: Sequence[str], index: int, error: yaml.MarkedYAMLError) -> Repair | None:
    """Part a field from its value where the colon was forgotten.

    Below a long line, words are rather the rest of its text.
    """
    above = _above(lines, index)
    if "mapping values" in str(error.problem) and ":" not in lines[above]:
        index = above
    elif "expected ':'" not in str(error.problem) or not SHORT_FIELD.match(lines[above]):
        return None
    if not (found := COLONLESS.match(lines[index])):
        return None
    mended = f"{found['head']}{found['name']}: {found['value']}"
    return Repair(index, found.end("name") + 1, NO_COLON, mended, found["name"])


def _loose_text(lines: Sequence[str], index: int, error: yaml.MarkedYAMLError) -> Repair | None:
    """Indent a line that goes on with the text above it."""
    above = _above(lines, index)
    line, head = lines[index], FIELD.match(lines[above])
    if "expected ':'" not in str(error.problem) or not head or line.startswith(("---", "%")):
        return None
    message = say(
        "this line is not a field; if it goes on with the text above, begin it with spaces."
    )
    indent = " " * (len(lines[above]) - len(lines[above].lstrip(" -")) + 2)
    return Repair(index, 1, message, indent + line.strip())


def _lost_hyphen(lines: Sequence[str], index: int, error: yaml.MarkedYAMLError) -> Repair | None:
    """Make a line of its own an entry of the list above it."""
    above, line = lines[_above(lines, index)], lines[index]
    indent = len(line) - len(line.lstrip())
    inside = ITEM.match(above) and not FIELD.match(above) and above.startswith(" " * indent + "- ")
    if "expected ':'" not in str(error.problem) or not inside:
        return None
    message = say("this line is not in the list above it: begin it with “- ”.")
    return Repair(index, indent + 1, message, " " * indent + "- " + line.strip())


def _slipped(lines: Sequence[str], index: int, error: yaml.MarkedYAMLError) -> Repair | None:
    """Put a field back under the one above it, where it stands a little to the left or right."""
    if "document start" in str(error.problem) and (first := _first(lines)) < index:
        return _moved(lines, first, 0)
    column = len(lines[(above := _above(lines, index))]) - len(lines[above].lstrip(" -"))
    indent = len(lines[index]) - len(lines[index].lstrip(" "))
    deeper = "mapping values" in str(error.problem) and FIELD.match(lines[above])
    near = "expected" in str(error.problem) and abs(indent - column) == 1
    plain = re.match(r"\s*[a-z_]+:(\s|$)", lines[index])
    return _moved(lines, index, column) if plain and above < index and (deeper or near) else None


def _first(lines: Sequence[str]) -> int:
    return next(
        (i for i, line in enumerate(lines) if line.startswith(" ") and line.strip()), len(lines)
    )


def _moved(lines: Sequence[str], index: int, column: int) -> Repair | None:
    mended = " " * column + lines[index].strip()
    start = len(lines[index]) - len(lines[index].lstrip()) + 1
    return Repair(index, start, _INDENT, mended) if mended != lines[index] else None


def _torn(lines: Sequence[str], index: int, column: int, error: yaml.MarkedYAMLError) -> Repair:
    """Give up a line, with the sentence that fits what the parser stumbled on."""
    above = _above(lines, index)
    if "mapping values" in str(error.problem) and ":" not in lines[above]:
        return Repair(above, 1, NO_COLON, "", incomplete=True)
    if lines[index].startswith(("---", "...")):
        return Repair(index, 1, _SECOND, "")
    told = f"{error.context} {error.problem}"
    message = next((text for sign, text in _SENTENCES if sign in told), _UNKNOWN)
    return Repair(index, column, message, "", incomplete=True)


# A field on a line longer than this may go on below, where an editor or an author broke it.
SHORT_FIELD = re.compile(rf"(?=.{{1,30}}$){FIELD.pattern}")
COLONLESS = re.compile(r"(?P<head>\s*(?:- +)*)(?P<name>[a-z][a-z_]+) +(?P<value>[^\s:].*)")
_SECOND = say("“---” begins a second document: remove it.")
_INDENT = say("this line is not indented like the lines around it.")
_UNKNOWN = say("this line cannot be read: expected is “field: value”, indented by spaces.")
_SENTENCES = (
    (
        "flow",
        say("a colon or a quotation mark stands inside a value: put the value between quotes."),
    ),
    ("expected ':'", NO_COLON),
    ("block collection", _INDENT),
    ("expected key", _INDENT),
    ("mapping values", _INDENT),
    ("document start", _INDENT),
)
