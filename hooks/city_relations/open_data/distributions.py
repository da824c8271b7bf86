"""The files of the open data, as a catalogue lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from city_relations.language.words import say
from city_relations.open_data.tables import Table, tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from city_relations.rendering.edition import Edition

MEDIA = {"csv": "text/csv", "json": "application/json", "geojson": "application/geo+json"}


@dataclass(frozen=True)
class Distribution:
    """One file: its path, what it holds, its form, and the schema it keeps to."""

    path: str
    title: str
    form: str
    schema: str = ""

    @property
    def media_type(self) -> str:
        """Give the media type (IANA)."""
        return MEDIA[self.form]


def title_of_all(edition: Edition) -> str:
    """Give the title of all the tables together."""
    return edition.title(say("Ties of {city} abroad", city=edition.catalog.city.name))


def description_of_all(edition: Edition) -> str:
    """Say what all the tables together hold."""
    told = say(
        "Partners of {city} abroad, ties and acts, milestones, projects and press releases.",
        city=edition.catalog.city.name,
    )
    return edition.title(told)


def distributions(edition: Edition) -> Iterator[Distribution]:
    """Give every file of the data, table by table."""
    for table in tables(edition):
        yield from of_table(table)


def of_table(table: Table) -> Iterator[Distribution]:
    """Give the files of a table; the one whose lines have a place is a map layer too."""
    yield Distribution(table.file("csv"), table.title, "csv", table.file("tableschema.json"))
    yield Distribution(table.file("json"), table.title, "json", table.file("schema.json"))
    if any(column.name == "coordinates_lat" for column in table.columns):
        yield Distribution(table.file("geojson"), table.title, "geojson")
