"""The tables as people read them in a spreadsheet: words for codes, and days that can be sorted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from city_relations.dates import EdtfDate
from city_relations.language.direction import direction
from city_relations.language.words import Text, say
from city_relations.open_data.columns import Column
from city_relations.open_data.tables import Table, Values
from city_relations.rendering.context import Context
from city_relations.schema.choice import Choice
from city_relations.schema.localized import Localized

Cell = str | int | float | date | datetime | None
NARROW, WIDE = 8, 48  # letters


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, its first row and the rows below, all of one length.

    `from_right` says that its columns run from the right.
    """

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    from_right: bool = False

    @property
    def widths(self) -> tuple[int, ...]:
        """Return how wide each column is, in letters: as its longest word, within bounds."""
        columns = zip(self.head, *self.rows, strict=True) if self.rows else zip(self.head)
        return tuple(max(NARROW, min(WIDE, 2 + max(map(_length, one)))) for one in columns)


def _length(cell: Cell) -> int:
    return 10 if isinstance(cell, date) else len(str(cell or ""))


def sheets_of(context: Context, table: Table, values: Values) -> tuple[Sheet, Sheet]:
    """Return a table as a sheet of what its columns hold, and another that explains these.

    A date stands as it is known (EDTF), and beside it the first day it may mean, as a day.
    """
    told = [_Told(context, *one) for one in zip(table.columns, values, strict=True)]
    heads = tuple(head for one in told for head in one.heads)
    rows = tuple(zip(*(cells for one in told for cells in one.columns), strict=True))
    explained = tuple(row for one in told for row in one.explanations)
    of_columns = (context.plain(say("Column")), context.plain(say("What it holds")))
    name = context.plain(say("Columns"))
    right = direction(context.language) == "rtl"
    # The names as bare text: a workbook has no element that could say “this is in English”.
    return (
        Sheet(str(table.title), heads, rows, right),
        Sheet(str(name), of_columns, explained, right),
    )


class _Told:
    """A column told for people; where it holds dates, their first days are a second one."""

    def __init__(self, context: Context, column: Column, values: list[object]) -> None:
        self.context, self.column, self.values = context, column, values
        self.dated = any(isinstance(value, EdtfDate) for value in values)
        self.form = str(column.schema.get("format", ""))

    @property
    def title(self) -> str:
        return self.context.title(self.column.title(self.context.words))

    @property
    def heads(self) -> Iterator[str]:
        """Yield the titles."""
        yield self.title
        if self.dated:
            yield self.context.title(say("{whole}: {part}", whole=self.title, part=FIRST_DAY))

    @property
    def columns(self) -> Iterator[list[Cell]]:
        """Yield the cells, from top to bottom."""
        yield [self._cell(value) for value in self.values]
        if self.dated:
            yield [_first_day(value) for value in self.values]

    @property
    def explanations(self) -> Iterator[tuple[str, str]]:
        """Yield what each column is called, and what it holds."""
        said: list[Text | str] = [self.column.explanation(self.context.words)]
        said += [FIRST] if self.dated else []
        yield from zip(self.heads, map(self.context.title, said), strict=True)

    def _cell(self, value: object) -> Cell:
        if isinstance(value, str) and not isinstance(value, Choice):
            return _moment(value, self.form)
        told = (YES if value else NO) if isinstance(value, bool) else value
        told = told.label if isinstance(told, Choice) else told
        if told is None or isinstance(told, int | float):
            return told
        if isinstance(told, tuple | list | frozenset):
            return "; ".join(str(self._cell(part)) for part in told)
        if isinstance(told, Text | Localized):
            return self.context.plain(told)
        if isinstance(told, Mapping):
            return "; ".join(f"{key}: {self._cell(part)}" for key, part in told.items())
        return _moment(str(told), self.form)


YES, NO = say("yes"), say("no")
FIRST_DAY = say("first day")
FIRST = say("The first day it may mean; empty where that is open.")


def _first_day(value: object) -> date | None:
    return value.lower if isinstance(value, EdtfDate) else None


def _moment(text: str, form: str) -> Cell:
    """Read a day, or a moment as the clocks of the city show it."""
    if form == "date" and text:
        return date.fromisoformat(text)
    if form == "date-time" and text:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    return text
