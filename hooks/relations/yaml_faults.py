"""What authors get wrong in YAML, and the line they meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from relations.words import Text, say

FIELD = re.compile(
    r"^(?P<head>\s*(?:- +)*(?P<name>(?!- )[^\s:#{\[\"'][^:#]*?)\s*:[ \t]+)(?P<value>\S.*?)\s*$"
)
ITEM = re.compile(r"^(?P<head>\s*(?:- +)+)(?P<value>\S.*?)\s*$")
GLUED = re.compile(r"^(?P<head>\s*(?:- +)*(?P<name>[a-z_]+):)(?P<value>[^\s/].*)$")
GLUED_DASH = re.compile(r"^(?P<indent>\s*)-(?P<rest>[a-z_]+:.*)$")
IN_BRACES = re.compile(
    r"[{,]\s*[a-z_]+: (?P<value>[^\s,\[\]{}\"'][^,\[\]{}]*?:(?: [^,\[\]{}]*?)?)(?=\s*[,}])"
)
PAIRS = {"[": "]", "{": "}"}
KEPT_SIGNS = "@`%&*!,]}"


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
    above = _above(lines, index)
    if "escape" in str(error.problem):
        return _backslash(index, column, lines[index])
    if mended := _tab(index, lines[index], lines[above]):
        return mended
    for mend, suspects in (
        (_glued, [index, above]),
        (_quotes, [index, *_open_quotes(lines, index)]),
        (_bare_value, [index]),
        (_bracket, [index]),
        (_in_braces, [index]),
    ):
        for suspect in suspects:
            if mended := mend(suspect, lines[suspect]):
                return mended
    return _loose_text(lines, index, error) or _slipped(lines, index, error) or _torn(lines, index, column, error)


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


def _open_quotes(lines: Sequence[str], index: int) -> list[int]:
    """Find the lines above whose quotation mark is left open; the parser only trips further on."""
    return [i for i in range(index - 1, -1, -1) if _quoted_value(lines[i]) and _is_open(lines[i])]


def _tab(index: int, line: str, above: str) -> Repair | None:
    """Turn tabs into spaces, so that a field stands under the one above it."""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return None
    message = say("a tab indents this line: use spaces.")
    spaces = indent.replace("\t", "  ")
    below_item = above.startswith(f"{spaces}- ") and not line.lstrip().startswith("- ")
    mended = spaces + ("  " if below_item else "") + line.lstrip()
    return Repair(index, indent.index("\t") + 1, message, mended)


def _glued(index: int, line: str) -> Repair | None:
    """Part a colon from its value, or a hyphen from its field."""
    if found := GLUED.match(line):
        message = say("a space is missing after the colon.")
        mended = f"{found['head']} {found['value']}"
        return Repair(index, found.end("head") + 1, message, mended, found["name"])
    if found := GLUED_DASH.match(line):
        message = say("a space is missing after the hyphen.")
        mended = f"{found['indent']}- {found['rest']}"
        return Repair(index, found.start("rest") + 1, message, mended)
    return None


def _backslash(index: int, column: int, line: str) -> Repair:
    """Make a backslash an ordinary sign, which it is not between double quotes."""
    message = say("a “\\” stands inside double quotes: use single quotes.")
    mended = re.sub(r'"(.*)"', lambda value: "'" + value[1].replace("'", "''") + "'", line)
    return Repair(index, column, message, mended if mended != line else "", torn=mended == line)


def _quoted_value(line: str) -> re.Match[str] | None:
    found = FIELD.match(line) or ITEM.match(line)
    return found if found and found["value"][0] in "\"'" else None


def _is_open(line: str) -> bool:
    found = _quoted_value(line)
    return bool(found) and found["value"].count(found["value"][0]) % 2 == 1  # type: ignore[index]


def _quotes(index: int, line: str) -> Repair | None:
    """Close a quotation mark, or turn those inside a quoted value into « »."""
    found = _quoted_value(line)
    if not found or _is_whole(found["value"]):
        return None
    sign, inside = found["value"][0], found["value"][1:]
    if sign not in inside:
        message = say("a quotation mark is opened here and never closed.")
        told = inside
    else:
        message = say("the quotation mark closes the value too early: write « … » inside.")
        told = inside[:-1] if inside.endswith(sign) else found["value"]
    column = found.start("value") + 1
    return Repair(index, column, message, found["head"] + quoted(_french(told, sign)), _name(found))


def _is_whole(value: str) -> bool:
    """Tell whether a quoted value opens and closes as YAML wants it."""
    sign = value[0]
    inner = r'(?:[^"\\]|\\.)*' if sign == '"' else "(?:[^']|'')*"
    return bool(re.fullmatch(f"{sign}{inner}{sign}(?:\\s+#.*)?", value))


def _french(text: str, sign: str) -> str:
    """Turn pairs of straight double quotes into French ones; an apostrophe stays as it is."""
    return re.sub(r'"([^"]*)"?', r"« \1 »", text) if sign == '"' else text


def _name(found: re.Match[str]) -> str:
    return found.groupdict().get("name") or ""


def _bare_value(index: int, line: str) -> Repair | None:
    """Quote a value that holds a colon or begins with a sign YAML keeps for itself."""
    found = FIELD.match(line) or ITEM.match(line)
    if not found or found["value"][0] in "\"'[{":
        return None
    value = found["value"]
    if value[0] not in "|>" and re.search(r":(\s|$)", value):
        message = _COLON
    elif value[0] in KEPT_SIGNS or re.match(r"[|>][^-+\d#\s]|[|>] +[^#\s]|[-?] ", value):
        message = say("a value cannot begin with “{sign}”: put it between quotes.", sign=value[0])
    else:
        return None
    return Repair(index, found.start("value") + 1, message, found["head"] + quoted(value), _name(found))


def _bracket(index: int, line: str) -> Repair | None:
    """Close the list or the braces a line leaves open."""
    found = FIELD.match(line) or ITEM.match(line)
    sign = found["value"][0] if found else ""
    if not found or sign not in PAIRS or line.count(sign) <= line.count(PAIRS[sign]):
        return None
    message = say(
        "“{sign}” is opened here and never closed: add “{end}”.", sign=sign, end=PAIRS[sign]
    )
    mended = line.rstrip().rstrip(",") + PAIRS[sign]
    return Repair(index, found.start("value") + 1, message, mended, _name(found))


def _in_braces(index: int, line: str) -> Repair | None:
    """Quote a value with a colon that stands between braces."""
    found = IN_BRACES.search(line)
    if not found:
        return None
    start, end = found.span("value")
    mended = line[:start] + quoted(line[start:end]) + line[end:]
    return Repair(index, start + 1, _COLON, mended)


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
    return next((i for i, line in enumerate(lines) if line.startswith(" ") and line.strip()), len(lines))


def _moved(lines: Sequence[str], index: int, column: int) -> Repair | None:
    mended = " " * column + lines[index].strip()
    start = len(lines[index]) - len(lines[index].lstrip()) + 1
    return Repair(index, start, _INDENT, mended) if mended != lines[index] else None


def _torn(
    lines: Sequence[str], index: int, column: int, error: yaml.MarkedYAMLError
) -> Repair:
    """Give up a line, with the sentence that fits what the parser stumbled on."""
    above = _above(lines, index)
    if "mapping values" in str(error.problem) and ":" not in lines[above]:
        return Repair(above, 1, _NO_COLON, "", torn=True)
    if lines[index].startswith(("---", "...")):
        return Repair(index, 1, _SECOND, "", torn=True)
    told = f"{error.context} {error.problem}"
    message = next((text for sign, text in _SENTENCES if sign in told), _UNKNOWN)
    return Repair(index, column, message, "", torn=True)


_COLON = say("a colon inside the value: put the value between quotes.")
_NO_COLON = say("a field needs a colon and a space: “field: value”.")
_SECOND = say("“---” begins a second document: remove it.")
_INDENT = say("this line is not indented like the lines around it.")
_UNKNOWN = say("this line cannot be read: expected is “field: value”, indented by spaces.")
_SENTENCES = (
    ("flow", say("a colon or a quotation mark stands inside a value: put the value between quotes.")),
    ("expected ':'", _NO_COLON),
    ("block collection", say("this line is not in the list above it: begin it with “- ”.")),
    ("expected key", _INDENT),
    ("mapping values", _INDENT),
    ("document start", _INDENT),
)


def quoted(value: str) -> str:
    """Write a value between quotes as YAML wants it."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
