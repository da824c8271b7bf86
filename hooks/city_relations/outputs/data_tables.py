"""The tables of the open data: each as spreadsheets, CSV and JSON, and the package of all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from city_relations.open_data.csv_files import csv_files, package, package_path
from city_relations.open_data.json_files import json_files
from city_relations.open_data.spreadsheets import spreadsheets
from city_relations.open_data.tables import NAMED, paths_of, table_at
from city_relations.published import Asset, Copy, Later
from city_relations.rendering.edition import Edition, Files
from city_relations.rendering.kept_files import kept_files

FORMS = ("ods", "xlsx", "csv", "tableschema.json", "json", "schema.json")


def outputs(edition: Edition) -> Iterator[Asset | Copy | Later]:
    """Yield each table in every form, its schemas, and a data package that names them all."""
    for at, named in enumerate(NAMED):
        paths = paths_of(edition, named, *FORMS)
        yield from edition.files_in_time(paths, partial(_files, edition, paths[0], at))
    path = package_path(edition)
    yield from edition.files_in_time((path,), lambda: _package(edition, path))


@kept_files
def _package(edition: Edition, _path: str) -> Files:
    return (package(edition),)


@kept_files
def _files(edition: Edition, _path: str, at: int) -> Files:
    table = table_at(edition, at)
    values = table.values
    for_people = spreadsheets(edition, table, values)  # they go before the rows are told
    told = table.plain(values)
    return (
        *for_people,
        *csv_files(edition, table, table.rows_of(told)),
        *json_files(edition, table, table.rows_of(told)),
    )
