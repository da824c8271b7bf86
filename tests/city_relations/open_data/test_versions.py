"""The version of the open data: one file of columns a version, written by hand, never blessed."""

from __future__ import annotations

from itertools import pairwise

import pytest
import yaml

from building import ROOT
from city_relations.open_data.tables import VERSION, tables
from small_city import catalog_of, edition_of

FOLDER = ROOT / "tests" / "open_data"


def number(version):
    """Return a version as numbers, to be compared."""
    return tuple(int(part) for part in version.split("."))


def columns(version):
    """Return the columns a version was published with: (table, column) to its values' type."""
    held = yaml.safe_load((FOLDER / f"{version}.yml").read_text(encoding="utf-8"))
    return {(table, name): kind for table, told in held.items() for name, kind in told.items()}


VERSIONS = sorted((path.stem for path in FOLDER.glob("*.yml")), key=number)


def test_the_columns_are_those_of_the_version(tmp_path):
    """A column added, removed, renamed or of another type is published under a new number only."""
    found = {
        (table.name, column.name): column.schema["type"]
        for table in tables(edition_of(catalog_of(tmp_path), "en"))
        for column in table.columns
    }
    assert found == columns(VERSION), f"raise VERSION and write {FOLDER.name}/<version>.yml"


def test_the_version_is_the_last_one_written_down():
    """The software publishes the newest version of a file, and each number says what changed."""
    assert VERSIONS[-1] == VERSION
    for before, after in pairwise(VERSIONS):
        assert is_enough(columns(before), columns(after), number(before), number(after))


def is_enough(old, new, before, after):
    """Return whether a version number says enough of how the columns changed.

    The first number rises when a column goes or changes, the second when one comes.
    """
    if old == new:
        return before <= after
    kept = old.items() <= new.items()
    return after[0] > before[0] or (kept and after[0] == before[0] and after[1] > before[1])


@pytest.mark.parametrize(
    ("new", "after", "enough"),
    [
        ({"a": "string", "b": "string"}, (1, 0, 0), False),
        ({"a": "string", "b": "string"}, (1, 1, 0), True),
        ({}, (1, 1, 0), False),
        ({}, (2, 0, 0), True),
        ({"b": "string"}, (1, 1, 0), False),
        ({"a": "integer"}, (1, 1, 0), False),
    ],
)
def test_a_number_too_small_is_seen(new, after, enough):
    """A column that comes, goes, is renamed or changes its type needs its number."""
    assert is_enough({"a": "string"}, new, (1, 0, 0), after) is enough
