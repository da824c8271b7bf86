"""A table for people, as OpenDocument and as Office Open XML; each is written once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from city_relations.open_data.ods import document
from city_relations.open_data.sheets import Sheet, sheets_of
from city_relations.open_data.tables import Table, Values
from city_relations.open_data.xlsx import workbook
from city_relations.published import Copy
from city_relations.rendering.context import Context
from city_relations.store import key_of, recipe_of


def spreadsheets(context: Context, table: Table, values: Values) -> tuple[Copy, Copy]:
    """Return a table as free software keeps it, and as most offices do."""
    sheets, store = sheets_of(context, table, values), context.store
    told = key_of("sheets", _recipe(), sheets)  # by what they say, which other catalogs may tell

    def file(ending: str, write: Callable[[Sequence[Sheet]], bytes]) -> Copy:
        key = f"{told}.{ending}"
        return Copy(table.file(ending), store.find(key) or store.put(key, write(sheets)))

    return file("ods", document), file("xlsx", workbook)


@cache
def _recipe() -> str:
    return recipe_of(sorted(Path(__file__).parent.glob("*.py")), "xlsxwriter")
