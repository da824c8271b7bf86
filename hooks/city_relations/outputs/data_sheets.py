"""The open data for people: each table as a spreadsheet, OpenDocument and Office Open XML."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.open_data.ods import document
from city_relations.open_data.sheets import sheets_of
from city_relations.open_data.tables import table_paths, tables
from city_relations.open_data.xlsx import workbook
from city_relations.published import Asset, Copy, Later
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_files import kept_files


def outputs(edition: Edition) -> Iterator[Asset | Copy | Later]:
    """Yield each table twice: as free software keeps it, and as most offices do."""
    paths = table_paths(edition, "ods", "xlsx")
    yield from edition.files_in_time(paths, lambda: tuple(_files(edition)))


def _files(edition: Edition) -> Iterator[Asset | Copy]:
    for table in tables(edition):
        yield from _both(edition, table.file("ods"), table.name)


@kept_files
def _both(edition: Edition, _path: str, name: str) -> tuple[Asset, ...]:
    (table,) = (one for one in tables(edition) if one.name == name)
    sheets = sheets_of(edition, table)
    return (
        Asset(table.file("ods"), document(sheets)),
        Asset(table.file("xlsx"), workbook(sheets)),
    )
