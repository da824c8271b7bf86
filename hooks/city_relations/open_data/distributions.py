"""The files of the open data, as a catalogue lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from city_relations.language.words import say
from city_relations.open_data.tables import Table, described
from city_relations.rendering.context import Context

MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "geojson": "application/geo+json",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
FOR_PEOPLE = ("ods", "xlsx")


@dataclass(frozen=True)
class Distribution:
    """One file: its path, what it holds, its form, and the schema it keeps to."""

    path: str
    title: str
    form: str
    schema: str = ""

    @property
    def media_type(self) -> str:
        """Return the media type (IANA)."""
        return MEDIA[self.form]


def title_of_all(context: Context) -> str:
    """Return the title of all the tables together."""
    told = say("Ties of {city} abroad", city=context.catalog.city.name)
    return context.naming_city(context.title(told))


def description_of_all(context: Context) -> str:
    """Say what all the tables together hold."""
    told = say(
        "Partners of {city} abroad, ties and acts, milestones, projects and press releases.",
        city=context.catalog.city.name,
    )
    return context.naming_city(context.title(told))


def distributions(context: Context) -> Iterator[Distribution]:
    """Yield every file of the data, table by table."""
    for table in described(context):
        yield from of_table(table)


def of_table(table: Table) -> Iterator[Distribution]:
    """Yield the files of a table, for people first.

    The one whose lines have a place is a map layer too.
    """
    for form in FOR_PEOPLE:
        yield Distribution(table.file(form), table.title, form)
    yield Distribution(table.file("csv"), table.title, "csv", table.file("tableschema.json"))
    yield Distribution(table.file("json"), table.title, "json", table.file("schema.json"))
    if any(column.name == "coordinates_lat" for column in table.columns):
        yield Distribution(table.file("geojson"), table.title, "geojson")
