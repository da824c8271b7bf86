"""The open data as JSON, each table beside its JSON Schema (2020-12)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from city_relations.open_data.columns import Column
from city_relations.open_data.tables import VERSION, Table, table_paths, tables
from city_relations.published import Asset, Copy, Later, json_asset
from city_relations.rendering.edition import Edition

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def outputs(edition: Edition) -> Iterator[Asset | Copy | Later]:
    """Yield each table as a list of objects; a value nobody gave is left out."""
    paths = table_paths(edition, "json", "schema.json")
    yield from edition.files_in_time(paths, lambda: tuple(_files(edition)))


def _files(edition: Edition) -> Iterator[Asset]:
    for table in tables(edition):
        lines = [{k: v for k, v in row.items() if v not in (None, [])} for row in table.rows]
        yield json_asset(table.file("json"), lines)
        yield json_asset(table.file("schema.json"), _schema(edition, table))


def _schema(edition: Edition, table: Table) -> dict[str, Any]:
    return {
        "$schema": DIALECT,
        "$id": edition.absolute(table.file("schema.json")),
        "$comment": f"version {VERSION}",
        "title": table.title,
        "description": table.description,
        "type": "array",
        "items": {
            "type": "object",
            "properties": {c.name: _property(edition, c) for c in table.columns},
            "required": [c.name for c in table.columns if c.required or c.name == "id"],
            "additionalProperties": False,
        },
    }


def _property(edition: Edition, column: Column) -> dict[str, Any]:
    title, description = column.title(edition.words), column.explanation(edition.words)
    return {"title": title, "description": description, **column.schema}
