"""Sheets as a workbook of Office Open XML (ISO/IEC 29500), the same bytes for the same sheets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from city_relations.open_data.sheets import Cell, Sheet

# No hour of the making stands in the file, or the same content would give other bytes.
CREATED = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
# The first day that every spreadsheet counts alike: some hold 1900 for a leap year.
FIRST = date(1900, 3, 1)
DAY, MOMENT = 14, 22  # forms of the standard, shown as the reader's country writes days
NAME = 31  # the longest name of a sheet
NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return the workbook; the first row of a sheet stays in sight, and every text is a text."""
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        forms = _Forms(book)
        for sheet in sheets:
            _write(book.add_worksheet(sheet_name(sheet.name)), sheet, forms)
    return out.getvalue()


def sheet_name(title: str) -> str:
    """Return a name that spreadsheets take for a sheet: short, without signs of their own."""
    return title.translate(NOT_IN_NAMES)[:NAME].strip(" '")


class _Forms:
    """How cells look."""

    def __init__(self, book: Workbook) -> None:
        self.head: Format = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
        self.text: Format = book.add_format({"valign": "top", "text_wrap": True})
        self.day: Format = book.add_format({"valign": "top", "num_format": DAY})
        self.moment: Format = book.add_format({"valign": "top", "num_format": MOMENT})


def _write(page: Worksheet, sheet: Sheet, forms: _Forms) -> None:
    page.freeze_panes(1, 0)
    if sheet.from_right:
        page.right_to_left()
    for at, (title, width) in enumerate(zip(sheet.head, sheet.widths, strict=True)):
        page.set_column(at, at, width)
        page.write_string(0, at, title, forms.head)
    for line, row in enumerate(sheet.rows, 1):
        for at, cell in enumerate(row):
            _put(page, (line, at), cell, forms)


def _put(page: Worksheet, at: tuple[int, int], cell: Cell, forms: _Forms) -> None:
    if isinstance(cell, datetime):
        page.write_datetime(*at, cell, forms.moment)
    elif isinstance(cell, date) and cell >= FIRST:
        page.write_datetime(*at, cell, forms.day)
    elif isinstance(cell, int | float):
        page.write_number(*at, cell, forms.text)
    elif cell not in (None, ""):
        page.write_string(*at, str(cell), forms.text)
