"""The page that explains the open data and offers its files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from city_relations.language.words import say
from city_relations.open_data.distributions import of_table
from city_relations.open_data.tables import VERSION, tables
from city_relations.published import Heading, Later, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page


def outputs(edition: Edition) -> Iterator[Page | Later]:
    """Yield the page, with every column of every table explained."""
    here = edition.addresses.data
    yield edition.page_in_time(here, "data", partial(_page, edition, here))


@kept_page
def _page(edition: Edition, here: str) -> Page:
    found, told = tables(edition), say("The whole record as files, free to reuse.")
    if edition.catalog.city.licence is None:
        told = say("The whole record as files.")
    body = edition.render(
        "data.html",
        here=here,
        tables=[(table, tuple(of_table(table))) for table in found],
        version=VERSION,
    )
    return Page(
        address=here,
        title=edition.words.gettext("Open data"),
        body=body,
        language=edition.language,
        kind="data",
        description=edition.words(told),
        trail=(edition.home_link(),),
        headings=tuple(Heading(f"data-{table.name}", table.title) for table in found),
    )
