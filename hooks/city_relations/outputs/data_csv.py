"""The open data as CSV (RFC 4180), each table beside its Table Schema, and the package of all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from city_relations.language.words import say
from city_relations.open_data.columns import Column
from city_relations.open_data.distributions import title_of_all
from city_relations.open_data.tables import VERSION, Table, table_paths, tables
from city_relations.published import Asset, Copy, Later, json_asset
from city_relations.rendering.edition import Edition
from city_relations.schema.law import Licence

SEPARATOR = "|"
# A cell that begins so would be run by a spreadsheet as a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")
PROFILE = "https://specs.frictionlessdata.io/schemas/table-schema.json"
KINDS = {"array": "string", "date": "date", "date-time": "datetime", "uri": "string"}


def outputs(edition: Edition) -> Iterator[Asset | Copy | Later]:
    """Yield each table, its schema, and a data package that names them all."""
    paths = (*table_paths(edition, "csv", "tableschema.json"), _package_path(edition))
    yield from edition.files_in_time(paths, lambda: tuple(_files(edition)))


def _package_path(edition: Edition) -> str:
    return f"{edition.addresses.data}datapackage.json"


def _files(edition: Edition) -> Iterator[Asset]:
    found = tables(edition)
    for table in found:
        yield Asset(table.file("csv"), _csv(table))
        yield json_asset(table.file("tableschema.json"), _table_schema(edition, table))
    yield json_asset(_package_path(edition), _package(edition, found))


def _csv(table: Table) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([[cell(value) for value in row.values()] for row in table.rows])
    return text.getvalue().encode()


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


def _table_schema(edition: Edition, table: Table) -> dict[str, Any]:
    return {
        "$schema": PROFILE,
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "version": VERSION,
        "path": edition.absolute(table.file("tableschema.json")),
        "fields": [_field(edition, column) for column in table.columns],
        "primaryKey": "id",
        "missingValues": [""],
    }


def _field(edition: Edition, column: Column) -> dict[str, Any]:
    kind = str(column.schema["type"])
    form = str(column.schema.get("format", kind))
    said = column.explanation(edition.words)
    if column.is_list:
        said += " " + edition.words(say("Several values stand between bars (|)."))
    limits: dict[str, Any] = {"required": True} if column.required or column.name == "id" else {}
    if column.choices and not column.is_list:
        limits["enum"] = list(column.choices)
    field = {
        "name": column.name,
        "title": column.title(edition.words),
        "description": said,
        "type": KINDS.get(form, kind),
        **({"format": "uri"} if form == "uri" else {}),
        **({"constraints": limits} if limits else {}),
    }
    return field | ({"format": "any"} if field["type"] == "datetime" else {})


def _package(edition: Edition, found: tuple[Table, ...]) -> dict[str, Any]:
    city = edition.catalog.city
    licence = city.licence
    return {
        "name": edition.addresses.data.strip("/"),
        "title": title_of_all(edition),
        "version": VERSION,
        "homepage": edition.absolute(edition.addresses.data),
        **({"licenses": [_licence(licence)]} if licence else {}),
        "contributors": [{"title": edition.plain(city.publisher.name), "role": "publisher"}],
        "resources": [_resource(edition, table) for table in found],
    }


def _licence(licence: Licence) -> dict[str, str]:
    code = {"name": licence.code} if licence.code else {}
    return {**code, "title": licence.name, "path": licence.url}


def _resource(edition: Edition, table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _table_schema(edition, table),
    }
