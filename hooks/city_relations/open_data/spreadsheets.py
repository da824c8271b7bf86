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
from city_relations.store import Store, key_of, recipe_of


def spreadsheets(context: Context, table: Table, values: Values) -> tuple[Copy, Copy]:
    """Return a table as free software keeps it, and as most offices do."""
    sheets = sheets_of(context, table, values)
    return (
        Copy(table.file("ods"), _file(context.store, sheets, ".ods", document)),
        Copy(table.file("xlsx"), _file(context.store, sheets, ".xlsx", workbook)),
    )


def _file(
    store: Store, sheets: Sequence[Sheet], ending: str, write: Callable[[Sequence[Sheet]], bytes]
) -> Path:
    """Return the file of some sheets: what they say is told by many catalogs that differ."""
    key = key_of("sheets", _recipe(), sheets, ending=ending)
    return store.find(key) or store.put(key, write(sheets))


@cache
def _recipe() -> str:
    return recipe_of(sorted(Path(__file__).parent.glob("*.py")), "xlsxwriter")
