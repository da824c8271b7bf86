"""A table made to fit the page: its columns' widths, smaller letters, the page turned, or parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from city_relations.press.html_tree import Element

# In points: the width of the text on a page upright and turned, and the sizes of its letters.
UPRIGHT, TURNED = 459.0, 705.0
SIZES = (10.0, 9.0, 8.0, 7.0)
SMALLEST = SIZES[-1]
PADDING = 12.0  # of a cell, left and right, at the first size; it shrinks with the letters
LETTER = 0.56  # the width of a letter, as a share of its size: a generous mean
# Compiled when a table is set.
WIDE_LETTER = r"[A-ZÀ-Þ@%€mwMW\u2e80-\u9fff\uf900-\ufaff]"
BREAKS = r"[\s/-]+(?<![\u00a0\u202f])|\u200b|(?<=[\u2e80-\u9fff])"
WORDY = 40  # letters: a column that holds more is as wide as its share, not as its text
ENDINGS = {"rel-number": "end", "rel-centre": "center"}
MOST_SPAN = 1000


@dataclass(frozen=True)
class Cell:
    """One cell at the place it has in the grid."""

    element: Element
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def heads(self) -> bool:
        """Return whether it is a heading of its row or column."""
        return self.element.tag == "th"


@dataclass(frozen=True)
class Table:
    """A table's cells, none over another; the first `head` rows head its columns."""

    cells: tuple[Cell, ...]
    columns: int
    head: int


@dataclass(frozen=True)
class Part:
    """A table as it is set: the size of its letters, its columns' widths, the page turned."""

    table: Table
    size: float
    widths: tuple[float, ...]
    turned: bool


def table_of(element: Element) -> Table:
    """Place the cells of a table's rows: each in the first free place, none over another."""
    head = [row for part in element.elements("thead") for row in part.elements("tr")]
    body = element.elements("tr")
    body += [row for p in element.elements("tbody", "tfoot") for row in p.elements("tr")]
    if not head and body and all(cell.tag == "th" for cell in body[0].elements("th", "td")):
        head, body = body[:1], body[1:]
    cells = (*_placed(head, 0), *_placed(body, len(head)))
    # A column in which no cell begins holds nothing of its own.
    columns = max((cell.column + 1 for cell in cells), default=0)
    held = (replace(c, columns=min(c.columns, columns - c.column)) for c in cells)
    return Table(tuple(held), columns, len(head))


def _placed(rows: Sequence[Element], first: int) -> Iterator[Cell]:
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(rows):
        column = 0
        for element in line.elements("th", "td"):
            while (row, column) in taken:
                column += 1
            height = min(_span(element, "rowspan"), len(rows) - row)
            width = _free(taken, row, column, _span(element, "colspan"))
            taken |= {(row + i, column + j) for i in range(height) for j in range(width)}
            yield Cell(element, first + row, column, height, width)


def _span(element: Element, name: str) -> int:
    told = element.attributes.get(name, "1")
    return min(max(int(told), 1), MOST_SPAN) if told.isdecimal() else 1


def _free(taken: set[tuple[int, int]], row: int, column: int, wanted: int) -> int:
    """Return how many of the wanted columns nothing stands in yet."""
    free = 1
    while free < wanted and (row, column + free) not in taken:
        free += 1
    return free


def fitted(table: Table, room: float = UPRIGHT, *, turnable: bool = True) -> list[Part]:
    """Set a table so that every word of it stands on the page: whole if it can, else in parts.

    `room` is how wide it may be upright; what stands inside something else cannot be turned.
    """
    rooms = ((room, False, SIZES), (TURNED, True, SIZES[1:]))
    for width, turned, sizes in rooms[: 1 + turnable]:
        for size in sizes:
            narrow, wide = _widths(table, size)
            if sum(narrow) <= width:
                return [Part(table, size, _shared(narrow, wide, width), turned)]
    return list(_parted(table, TURNED if turnable else room, turned=turnable))


def _parted(table: Table, room: float, *, turned: bool) -> Iterator[Part]:
    """Set a table in parts of as many columns as fit, the first column in each."""
    narrow, wide = _widths(table, SMALLEST)
    columns = list(range(1, table.columns))
    while columns:
        taken, left = [0], room - narrow[0]
        while columns and (len(taken) == 1 or narrow[columns[0]] <= left):
            left -= narrow[columns[0]]
            taken.append(columns.pop(0))
        widths = _shared([narrow[i] for i in taken], [wide[i] for i in taken], room)
        yield Part(_only(table, taken), SMALLEST, widths, turned)


def _only(table: Table, columns: Sequence[int]) -> Table:
    """Return some columns of a table; a cell over several spans those of them that are left."""
    cells = []
    for cell in table.cells:
        span = range(cell.column, cell.column + cell.columns)
        kept = [i for i, column in enumerate(columns) if column in span]
        if kept:
            cells.append(replace(cell, column=kept[0], columns=len(kept)))
    return Table(tuple(cells), len(columns), table.head)


def _widths(table: Table, size: float) -> tuple[list[float], list[float]]:
    """Return the width of each column's longest word, and of its longest text up to a limit."""
    padding = PADDING * size / SIZES[0]
    narrow, wide = [padding + size] * table.columns, [padding + size] * table.columns
    for cell in table.cells:
        text = cell.element.text
        word = max((_length(word) for word in re.split(BREAKS, text)), default=0.0)
        weight = 1.06 if cell.heads else 1.0
        for i in range(cell.column, cell.column + cell.columns):
            share = size * weight / cell.columns
            narrow[i] = max(narrow[i], padding + share * word)
            wide[i] = max(wide[i], padding + share * min(_length(text), WORDY))
    return narrow, [max(pair) for pair in zip(narrow, wide, strict=True)]


def _length(text: str) -> float:
    """Return a text's width as a multiple of its size."""
    return LETTER * len(text) + 0.34 * len(re.findall(WIDE_LETTER, text))


def _shared(narrow: Sequence[float], wide: Sequence[float], room: float) -> tuple[float, ...]:
    """Return widths: for each column its longest word, and of what is left what it would like."""
    liked = [b - a for a, b in zip(narrow, wide, strict=True)]
    liked = liked if sum(liked) else [1.0] * len(narrow)
    share = max(room - sum(narrow), 0.0) / sum(liked)
    return tuple(round(a + share * b, 1) for a, b in zip(narrow, liked, strict=True))


def told(part: Part, tell: Callable[[Element], Any]) -> dict[str, Any]:
    """Return a part as the template takes it; `tell` tells what a cell holds."""
    cells = [
        {
            "x": cell.column,
            "y": cell.row,
            "w": cell.columns,
            "h": cell.rows,
            "side": ENDINGS.get(cell.element.attributes.get("class", ""), "start"),
            "heads": cell.heads,
            "c": tell(cell.element),
        }
        for cell in part.table.cells
    ]
    head = part.table.head
    return {
        "t": "table",
        "size": part.size,
        "widths": list(part.widths),
        "turned": part.turned,
        "heads": head,
        "head": [cell for cell in cells if cell["y"] < head],
        "body": [cell for cell in cells if cell["y"] >= head],
    }
