"""Mends what was squeezed into one line: a list begun beside its field, or fields in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from city_relations.documents.shapes import Shape, Shapes
from city_relations.documents.yaml_menders import FIELD, Repair, quoted
from city_relations.language.words import Text, say
from city_relations.problems import Fault

BEGUN_BESIDE = "begun-beside-its-field"
ENTRY_ROW = re.compile(r"(?P<head>\s*- +)(?P<row>[a-z_]+: [^{}]+?)\s*\}?\s*")
PAIR = re.compile(r"(?P<name>[a-z_]+):\s+(?P<value>\S.*)")
PARTINGS = {
    "fields": re.compile(r"\s*[,;]\s*(?=[a-z_]+:\s)"),
    "entries": re.compile(r"\s*[,;]?\s+-\s+"),
}
# What may stand in braces as it is: quoted, in brackets, or a text without a sign of YAML's.
READY = re.compile(
    r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|\[.*\]|\{.*\}"
    r"|(?![-?:] )[^\s\"'\[\]{}&*!@`%|>#,](?:[^:#,\[\]{}]|:(?=\S)|(?<=\S)#)*(?<!:)"
)


def nest(index: int, lines: Sequence[str], shapes: Shapes) -> Repair | None:
    """Put below a field the list or the fields that were begun beside it."""
    found = FIELD.match(lines[index])
    shape = shapes.get(found["name"], Shape.TEXT) if found else Shape.TEXT
    if not found or shape is Shape.TEXT or found["value"][0] in "\"'[{|>":
        return None
    written = re.sub(r"^(?:-\s+)+", "", found["value"])
    is_list = written != found["value"]
    if not is_list and (shape == Shape.WORDS or not PAIR.match(written)):
        return None
    head, column = found["head"].rstrip(), len(lines[index]) - len(lines[index].lstrip(" -"))
    entries = [_entry(part, shape) for part in _parted(written, "entries")]
    below = _column_below(lines, index, column)
    there = max(column, below - 2 * (shape != Shape.FIELDS)) if below else column + 2
    there = there if shape == Shape.FIELDS else _beside(lines, index, column, there)
    read = "" if below else f"{head} {_in_a_row(entries, shape)}"
    fix = f"{head}\n{_beneath(entries, shape, there)}"
    if shape != Shape.ENTRIES and read:
        fix = read
    fault = Fault(BEGUN_BESIDE, _said(found["name"], shape))
    start = found.start("value") + 1
    return Repair(index, start, fault, read, found["name"], incomplete=not read, fix=fix)


def brace(index: int, line: str, shapes: Shapes) -> Repair | None:
    """Put braces around the fields in a row that begin an entry: `- date: 2025, title: x`."""
    found = ENTRY_ROW.fullmatch(line)
    pairs = [PAIR.match(part) for part in _parted(found["row"], "fields")] if found else []
    if not found or len(pairs) < 2 or not all(pair and pair["name"] in shapes for pair in pairs):  # noqa: PLR2004 - a row
        return None
    row = ", ".join(_entry(found["row"], Shape.ENTRIES))
    fault = Fault(BEGUN_BESIDE, say("the fields of an entry in one line stand in braces."))
    return Repair(index, found.start("row") + 1, fault, f"{found['head']}{{{row}}}")


def _said(name: str, shape: Shape) -> Text:
    if shape == Shape.FIELDS:
        return say("“{field}:” holds fields: write them below it, indented.", field=name)
    return say(
        "“{field}:” holds a list: begin it on the line below, each entry with “- ”.", field=name
    )


def _entry(text: str, shape: Shape) -> list[str]:
    """Return the fields of an entry, each `name: value`, or its one word; quoted as need be."""
    if shape == Shape.WORDS:
        return [_ready(text)]
    pairs = [(part, PAIR.match(part)) for part in _parted(text, "fields")]
    return [
        f"{pair['name']}: {_ready(pair['value'].rstrip())}" if pair else _ready(part)
        for part, pair in pairs
    ]


def _ready(value: str) -> str:
    return value if READY.fullmatch(value) else quoted(value)


def _parted(text: str, sign: str) -> Iterator[str]:
    """Part a text at a sign, but not inside its brackets and quotation marks."""
    start = 0
    for found in PARTINGS[sign].finditer(text):
        before = text[start : found.start()]
        if all(before.count(a) == before.count(b) for a, b in ("[]", "{}")) and not (
            before.count('"') % 2
        ):
            yield before
            start = found.end()
    yield text[start:]


def _in_a_row(entries: list[list[str]], shape: Shape) -> str:
    """Write entries on one line, as they are read."""
    rows = [", ".join(entry) for entry in entries]
    if shape == Shape.FIELDS:
        return "{" + ", ".join(rows) + "}"
    if shape == Shape.ENTRIES:
        rows = ["{" + row + "}" if PAIR.match(row) else row for row in rows]
    return "[" + ", ".join(rows) + "]"


def _beneath(entries: list[list[str]], shape: Shape, column: int) -> str:
    """Write entries below their field, from a column on."""
    first, rest = ("", "") if shape == Shape.FIELDS else ("- ", "  ")
    return "\n".join(
        " " * column + (rest if i else first) + field
        for entry in entries
        for i, field in enumerate(entry)
    )


def _beside(lines: Sequence[str], index: int, column: int, there: int) -> int:
    """Return the column of the entries that stand below a line already."""
    below = [lines[i] for i in is_below(lines, index)]
    entries = [len(line) - len(line.lstrip()) for line in below if line.lstrip().startswith("- ")]
    return max(column, entries[0]) if entries else there


def _column_below(lines: Sequence[str], index: int, column: int) -> int:
    """Return the column of what stands deeper below a line, its hyphen aside; 0 for nothing."""
    below = next((line for line in lines[index + 1 :] if line.strip()), "")
    deeper = len(below) - len(below.lstrip(" "))
    return len(below) - len(below.lstrip(" -")) if deeper > column else 0


def is_below(lines: Sequence[str], index: int) -> Iterator[int]:
    """Yield the lines that stand deeper below a line."""
    column = len(lines[index]) - len(lines[index].lstrip(" -"))
    for i in range(index + 1, len(lines)):
        line = lines[i]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
            return
        yield i
