"""A table as JSON beside its JSON Schema (2020-12)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from city_relations.open_data.columns import Column
from city_relations.open_data.tables import VERSION, Row, Table
from city_relations.published import Asset, json_asset, json_list
from city_relations.rendering.context import Context

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_files(context: Context, table: Table, rows: Iterable[Row]) -> tuple[Asset, Asset]:
    """Return a table's rows as a list of objects, and their schema.

    A value nobody gave is left out.
    """
    told = ({k: v for k, v in row.items() if v not in (None, [])} for row in rows)
    schema = json_asset(table.file("schema.json"), _schema(context, table))
    return json_list(table.file("json"), told), schema


def _schema(context: Context, table: Table) -> dict[str, Any]:
    return {
        "$schema": DIALECT,
        "$id": context.absolute(table.file("schema.json")),
        "$comment": f"version {VERSION}",
        "title": table.title,
        "description": table.description,
        "type": "array",
        "items": {
            "type": "object",
            "properties": {c.name: _property(context, c) for c in table.columns},
            "required": [c.name for c in table.columns if c.required or c.name == "id"],
            "additionalProperties": False,
        },
    }


def _property(context: Context, column: Column) -> dict[str, Any]:
    title, description = column.title(context.words), column.explanation(context.words)
    return {"title": title, "description": description, **column.schema}
