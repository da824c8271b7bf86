"""The page that explains the open data and offers its files."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.language.words import say
from city_relations.open_data.distributions import of_table
from city_relations.open_data.tables import VERSION, tables
from city_relations.published import Heading, Page
from city_relations.rendering.edition import Edition


def outputs(edition: Edition) -> Iterator[Page]:
    """Yield the page, with every column of every table explained."""
    here, found = edition.addresses.data, tables(edition)
    told = say("The whole record as files, free to reuse.")
    if edition.catalog.city.licence is None:
        told = say("The whole record as files.")
    body = edition.render(
        "data.html",
        here=here,
        tables=[(table, tuple(of_table(table))) for table in found],
        version=VERSION,
    )
    yield Page(
        address=here,
        title=edition.words.gettext("Open data"),
        body=body,
        language=edition.language,
        kind="data",
        description=edition.words(told),
        trail=(edition.home_link(),),
        headings=tuple(Heading(f"data-{table.name}", table.title) for table in found),
    )
