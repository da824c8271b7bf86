"""Tabs that indent a line, as the spaces they were meant for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from city_relations.documents.yaml_menders import TAB, Repair


def untab(index: int, lines: Sequence[str]) -> Repair | None:
    """Turn tabs into spaces, so that a field stands under one above it, an entry in its list."""
    line = lines[index]
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return None
    is_entry = line.lstrip().startswith("- ")
    columns = _columns(lines[:index], is_entry=is_entry)
    widths = [len(indent.replace("\t", " " * n)) for n in (2, 4, 8)]
    if not any(above.strip() for above in lines[:index]):
        width = 0
    elif columns and not _opens(lines[:index]):
        width = min(columns, key=lambda column: min(abs(column - w) for w in widths))
    else:
        width = next((width for width in widths if width in columns), widths[0])
        width = next_entry(lines, index, width) if is_entry else width
    return Repair(index, indent.index("\t") + 1, TAB, " " * width + line.lstrip())


def next_entry(lines: Sequence[str], index: int, column: int) -> int:
    """Return the column of the next entry below a line, where it may be one of the same list."""
    above = next((line for line in reversed(lines[:index]) if line.strip()), "")
    least = len(above) - len(above.lstrip(" -"))
    for line in lines[index + 1 :]:
        start = len(line) - len(line.lstrip(" "))
        if line[start : start + 1] == "\t":
            continue
        if line.strip() and start < least:
            return column
        if line.startswith(" " * start + "- "):
            return start
    return column


def _opens(lines: Sequence[str]) -> bool:
    """Return whether the last of these lines is a field without a value: more stands below it."""
    last = next((line for line in reversed(lines) if line.strip()), "")
    return bool(re.search(r":\s*(?:[|>][-+\d]*\s*)?(?:#.*)?$", last))


def _columns(lines: Sequence[str], *, is_entry: bool) -> list[int]:
    """Return the columns of the fields, or of the lists, open at the end of these lines."""
    columns: list[int] = []
    open_above = float("inf")
    for line in reversed(lines):
        column = len(line) - len(line.lstrip(" -" if not is_entry else " "))
        if line.strip() and column < open_above:
            open_above = column
            if not is_entry or line.lstrip().startswith("- "):
                columns.append(column)
    return columns
