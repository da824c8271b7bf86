"""Tables as they come: CSV, JSON, Wikidata's answers and workbooks, each row with its number."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from city_relations.author_files import MEGABYTE, Refused, read_whole
from city_relations.language.words import Text, say

LARGEST = 50 * MEGABYTE
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
SIGNS = (";", "\t", "|", ",")
READ = "CSV, JSON, XLSX, ODS"
MIDNIGHT = time()
LOOKED_AT = 10  # lines above which no header stands
SEVERAL = "|"


@dataclass(frozen=True)
class Row:
    """A row: its number as its reader counts them, from 1, and its cells by their header."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Table:
    """A table: its file's name, its headers, the rows that say something, and what to know.

    `remarks` tells what was done to read it, or what was not read, each with words of the file.
    """

    name: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    remarks: tuple[tuple[Text, str], ...] = ()


def read_table(path: Path) -> Table:
    """Read a table from a file. Raises Refused, with what to do, for what is none."""
    odd = say("this is not an ordinary file.")
    data = read_whole(path, LARGEST, odd, _heavy)
    if path.suffix.lower() in WORKBOOKS:
        return _of_workbook(path.name, data)
    text = _decoded(data)
    if text.lstrip()[:1] in ("{", "["):
        return _of_json(path.name, text)
    return _of_lines(path.name, text)


def _heavy(megabytes: int) -> Text:
    return say("it weighs {n} MB: a table of ties weighs less than 50.", n=megabytes)


def _decoded(data: bytes) -> str:
    """Return the text of a file saved as UTF-8, as UTF-16 with its mark, or as Windows saves it."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _of_lines(name: str, text: str) -> Table:
    first = [line for line in islice(io.StringIO(text), LOOKED_AT) if line.strip()]
    if "\0" in text[:4000] or not first:
        raise Refused(say("this is no table: save it as CSV, or as a workbook (.xlsx, .ods)."))
    sign = max(SIGNS, key=lambda one: _held_by(first, one))
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        return _table(name, list(enumerate(lines, 1)))
    except csv.Error as error:
        raise Refused(say("this table cannot be read: {why}.", why=str(error))) from None


def _held_by(lines: Sequence[str], sign: str) -> tuple[int, int]:
    """Say how well a sign parts lines: how many into as many cells, and into how many."""
    counts = Counter(count for line in lines if (count := line.count(sign)))
    most, lines_of_it = max(counts.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    return lines_of_it, most


def _of_json(name: str, text: str) -> Table:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused(say("this JSON is cut off or broken: download it again.")) from None
    found = told.get("results", {}).get("bindings") if isinstance(told, dict) else told
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise Refused(
            say("this JSON holds no table: a list of rows is read, and Wikidata's answer.")
        )
    rows = [{str(key): _value(value) for key, value in one.items()} for one in found]
    headers = list(dict.fromkeys(key for row in rows for key in row))
    lines = [headers, *([row.get(key, "") for key in headers] for row in rows)]
    return _table(name, list(enumerate(lines)), has_headers=True)


def _value(value: Any) -> str:
    """Return a value of JSON as a cell; of Wikidata's answers its value, of a list all values."""
    if isinstance(value, dict):
        return _value(value.get("value"))
    if isinstance(value, list):
        return SEVERAL.join(map(_value, value))
    return "" if value is None else _written(value)


def _of_workbook(name: str, data: bytes) -> Table:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(one) for one in book.sheet_names]
        read = [(sheet, sheet.to_python(skip_empty_area=False)) for sheet in sheets]
    except (CalamineError, OSError, ValueError) as error:
        raise Refused(
            say("this workbook cannot be read: open it and save it as .xlsx or as CSV.")
        ) from error
    full = [(sheet, rows) for sheet, rows in read if any(any(map(_written, row)) for row in rows)]
    if not full:
        raise Refused(say("this workbook is empty."))
    sheet, rows = full[0]
    lines = [[_written(cell) for cell in row] for row in rows]
    merged = [(say("another sheet, which is not read"), one.name) for one, _ in full[1:]]
    merged += _filled(lines, getattr(sheet, "merged_cell_ranges", None) or ())
    found = _table(name, list(enumerate(lines, 1)))
    return Table(found.name, found.headers, found.rows, (*merged, *found.remarks))


def _filled(lines: list[list[str]], merged: Iterable[Any]) -> list[tuple[Text, str]]:
    """Write what merged cells say into each cell they cover; say so."""
    told = []
    for (top, left), (bottom, right) in merged:
        value = lines[top][left] if top < len(lines) and left < len(lines[top]) else ""
        for row in lines[top : bottom + 1]:
            row[left : right + 1] = [value] * len(row[left : right + 1])
        if value:
            told.append((say("merged cells, read as if each said so"), value))
    return told


def _written(value: object) -> str:
    """Return a cell as people write it: days as ISO has them, whole numbers without a point."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime) and value.time() == MIDNIGHT:
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.15g}"
    return " ".join(str(value).split())


def _table(
    name: str, lines: Sequence[tuple[int, Sequence[str]]], *, has_headers: bool = False
) -> Table:
    """Make a table of its lines; the headers stand in the fullest of the first lines."""
    told = [(n, [" ".join(cell.split()) for cell in line]) for n, line in lines]
    told = [(n, line) for n, line in told if any(line)]
    if not told:
        raise Refused(say("this table is empty."))
    ahead = 0 if has_headers else _head(told)
    headers = _unique(told[ahead][1])
    remarks = [
        (say("a line above the table"), " ".join(filter(None, one))) for _, one in told[:ahead]
    ]
    again = [n for n, line in told[ahead + 1 :] if line == told[ahead][1]]
    remarks += [(say("the headers once more, row {n}", n=n), headers[0]) for n in again]
    below = [(n, line) for n, line in told[ahead + 1 :] if n not in again]
    rows = [Row(n, _cells(headers, line)) for n, line in below]
    over = [(n, line[len(headers) :]) for n, line in below if any(line[len(headers) :])]
    remarks += [(say("a cell under no header, row {n}", n=n), " ".join(rest)) for n, rest in over]
    return Table(name, tuple(headers), tuple(rows), tuple(remarks))


def _cells(headers: Sequence[str], line: Sequence[str]) -> dict[str, str]:
    return {key: value for key, value in zip(headers, line, strict=False) if value}


def _head(lines: Sequence[tuple[int, Sequence[str]]]) -> int:
    """Return which line holds the headers: the first that fills as many cells as any near it."""
    counts = [sum(map(bool, line)) for _, line in lines[:LOOKED_AT]]
    return counts.index(max(counts))


def _unique(headers: Sequence[str]) -> list[str]:
    """Return headers that differ: one without a word is named by its place, a twin numbered."""
    found: list[str] = []
    for at, written in enumerate(headers, 1):
        name = written or f"({at})"
        again = re.compile(re.escape(name) + r"(?: \(\d+\))?")
        twins = sum(bool(again.fullmatch(one)) for one in found)
        found.append(f"{name} ({twins + 1})" if twins else name)
    return found
