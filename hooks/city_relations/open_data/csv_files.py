"""A table as CSV (RFC 4180) beside its Table Schema, and the package of all tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from city_relations.language.words import say
from city_relations.open_data.columns import Column
from city_relations.open_data.distributions import title_of_all
from city_relations.open_data.tables import VERSION, Row, Table, described
from city_relations.published import Asset, json_asset
from city_relations.rendering.context import Context
from city_relations.schema.law import Licence

SEPARATOR = "|"
# A cell that begins so would be run by a spreadsheet as a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")
PROFILE = "https://specs.frictionlessdata.io/schemas/table-schema.json"
KINDS = {"array": "string", "date": "date", "date-time": "datetime", "uri": "string"}


def csv_files(context: Context, table: Table, rows: Iterable[Row]) -> tuple[Asset, Asset]:
    """Return a table's rows, and their schema."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([cell(value) for value in row.values()] for row in rows)
    schema = json_asset(table.file("tableschema.json"), _table_schema(context, table))
    return Asset(table.file("csv"), text.getvalue().encode()), schema


def cell(value: object) -> str:
    """Return a value as a cell that no spreadsheet runs; several values stand between bars."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{value:.15g}"
    text = SEPARATOR.join(value) if isinstance(value, list) else str(value)
    text = " ".join(text.split()) if "\n" not in text else text.strip()
    return f"'{text}" if text.startswith(FORMULA) else text


def _table_schema(context: Context, table: Table) -> dict[str, Any]:
    return {
        "$schema": PROFILE,
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "version": VERSION,
        "path": context.absolute(table.file("tableschema.json")),
        "fields": [_field(context, column) for column in table.columns],
        "primaryKey": "id",
        "missingValues": [""],
    }


def _field(context: Context, column: Column) -> dict[str, Any]:
    kind = str(column.schema["type"])
    form = str(column.schema.get("format", kind))
    said = column.explanation(context.words)
    if column.is_list:
        said += " " + context.words(say("Several values stand between bars (|)."))
    limits: dict[str, Any] = {"required": True} if column.required or column.name == "id" else {}
    if column.choices and not column.is_list:
        limits["enum"] = list(column.choices)
    field = {
        "name": column.name,
        "title": column.title(context.words),
        "description": said,
        "type": KINDS.get(form, kind),
        **({"format": "uri"} if form == "uri" else {}),
        **({"constraints": limits} if limits else {}),
    }
    return field | ({"format": "any"} if field["type"] == "datetime" else {})


def package_path(context: Context) -> str:
    """Return where the package lives."""
    return f"{context.addresses.data}datapackage.json"


def package(context: Context) -> Asset:
    """Return the data package (Frictionless) that names every table."""
    return json_asset(package_path(context), _package(context))


def _package(context: Context) -> dict[str, Any]:
    city = context.catalog.city
    licence = city.licence
    return {
        "name": context.addresses.data.strip("/"),
        "title": title_of_all(context),
        "version": VERSION,
        "homepage": context.absolute(context.addresses.data),
        **({"licenses": [_licence(licence)]} if licence else {}),
        "contributors": [{"title": context.plain(city.publisher.name), "role": "publisher"}],
        "resources": [_resource(context, table) for table in described(context)],
    }


def _licence(licence: Licence) -> dict[str, str]:
    code = {"name": licence.code} if licence.code else {}
    return {**code, "title": licence.name, "path": licence.url}


def _resource(context: Context, table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _table_schema(context, table),
    }
