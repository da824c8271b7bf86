"""The tables of the open data, each a list of columns and the rows they read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from city_relations.catalog import Catalog
from city_relations.language.words import Text, say, say_in
from city_relations.open_data import rows
from city_relations.open_data.columns import BARE, Column, plain
from city_relations.open_data.partner_columns import partner_columns
from city_relations.open_data.release_columns import milestone_columns, release_columns
from city_relations.open_data.tie_columns import (
    act_columns,
    funding_columns,
    interval_columns,
    project_columns,
    tie_columns,
)
from city_relations.rendering.context import Context, derived_once
from city_relations.schema.localized import Localized

# Raised when a column goes or changes its meaning; a new column raises the second number.
# The columns of each version are written down in tests/open_data/, which nothing rewrites.
VERSION = "1.7.0"


Row = Mapping[str, Any]
Values = tuple[list[object], ...]


@dataclass(frozen=True)
class Table:
    """One table: where its files live, what it is called, and its columns.

    `sources` are what each row is read from, in order; `tell` tells a text in them.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    folder: str
    tell: Callable[[Localized | Text], str]
    sources: tuple[object, ...] = ()

    def file(self, ending: str) -> str:
        """Return the path of one of the table's files: `file("csv")`."""
        return f"{self.folder}{self.name}.{ending}"

    @property
    def values(self) -> Values:
        """Return what each column holds, from top to bottom; it is read anew, and never held."""
        return tuple([column.get(one) for one in self.sources] for column in self.columns)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return a value for each column, row by row, as JSON has it; they are never held."""
        return tuple(self.rows_of(self.plain(self.values)))

    def plain(self, values: Values) -> Values:
        """Return what the columns hold, as JSON has it."""
        return tuple(
            [one if type(one) in BARE else plain(one, self.tell) for one in column]
            for column in values
        )

    def rows_of(self, told: Values) -> Iterator[Row]:
        """Yield the rows of what the columns hold: thousands are never held at once."""
        names = [column.name for column in self.columns]
        return (dict(zip(names, row, strict=True)) for row in zip(*told, strict=True))

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the identifier of each row."""
        (column,) = (column for column in self.columns if column.name == "id")
        return tuple(str(column.get(one)) for one in self.sources)


@derived_once
def described(context: Context) -> tuple[Table, ...]:
    """Return every table without its rows, in the order a reader wants them."""
    columns = (  # partners come first: `partner_table` counts on it
        partner_columns(context),
        tie_columns(context),
        interval_columns(),
        act_columns(context),
        milestone_columns(context),
        project_columns(),
        funding_columns(),
        release_columns(context),
    )
    return tuple(_table(context, *one) for one in zip(NAMED, columns, strict=True))


def tables(context: Context) -> tuple[Table, ...]:
    """Return every table with its rows, in the order a reader wants them."""
    return tuple(table_at(context, at) for at in range(len(NAMED)))


@derived_once
def table_at(context: Context, at: int) -> Table:
    """Return one table with its rows, by its place among all."""
    return replace(described(context)[at], sources=tuple(SOURCES[at](context.catalog)))


def table_paths(context: Context, *endings: str) -> tuple[str, ...]:
    """Return the paths of the files of every table, though no table is made yet."""
    return tuple(path for named in NAMED for path in paths_of(context, named, *endings))


def paths_of(context: Context, named: tuple[Text, Text, Text], *endings: str) -> tuple[str, ...]:
    """Return the paths of the files of one table, such as `TIES`, which a site has once."""
    once = context.addresses.first
    return tuple(f"{once.data}{once.words(named[0])}.{ending}" for ending in endings)


def partner_table(context: Context) -> Table:
    """Return the table of partners, a row a partner."""
    return table_at(context, 0)


PARTNERS = (
    say_in("address", "partners"),
    say("Partners"),
    say("The cities, districts and regions the city has ties with."),
)
TIES = (
    say_in("address", "ties"),
    say("Ties"),
    say("The bonds with each partner, and where each stands on the day of publication."),
)
INTERVALS = (
    say_in("address", "intervals"),
    say("Intervals"),
    say("The life of each tie, state by state, up to the day of publication."),
)
ACTS = (
    say_in("address", "acts"),
    say("Acts"),
    say("What founded and changed each tie: announced, done, or both."),
)
MILESTONES = (
    say_in("address", "milestones"),
    say("Milestones"),
    say("Every dated fact, told once: acts, events, projects, releases, dates to come."),
)
PROJECTS = (
    say_in("address", "projects"),
    say("Projects"),
    say("Works done together, limited in theme and time."),
)
FUNDING = (
    say_in("address", "funding"),
    say("Funding"),
    say("Money given to projects, forecast or paid: a line for each sum."),
)
RELEASES = (
    say_in("address", "press-releases"),
    say("Press releases"),
    say("What the city announced; withdrawn releases are not listed."),
)


NAMED = (PARTNERS, TIES, INTERVALS, ACTS, MILESTONES, PROJECTS, FUNDING, RELEASES)


SOURCES: tuple[Callable[[Catalog], Iterable[object]], ...] = (
    attrgetter("partners"),
    rows.ties,
    rows.intervals,
    rows.acts,
    attrgetter("milestones"),
    rows.projects,
    rows.fundings,
    attrgetter("releases"),
)


def _table(context: Context, words: tuple[Text, Text, Text], columns: Sequence[Column]) -> Table:
    name, title, description = words[0], *(context.words(text) for text in words[1:])
    once = context.addresses.first
    columns = tuple(columns)
    return Table(once.words(name), title, description, columns, once.data, context.plain)
