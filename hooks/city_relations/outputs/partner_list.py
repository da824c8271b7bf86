"""All partners as a table: the ties of today first, then those in preparation, then those past."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from city_relations.published import Later, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.facets import facets, values
from city_relations.schema.partner import Partner
from city_relations.schema.tie import Tie
from city_relations.ties import Standing


@dataclass(frozen=True)
class Row:
    """One tie of one partner; `values` are the slugs that the filters look for."""

    partner: Partner
    tie: Tie
    standing: Standing
    values: dict[str, str]


def outputs(edition: Edition) -> Iterator[Page | Later]:
    """Yield the list of partners."""
    here = edition.addresses.partners
    yield edition.page_in_time(here, "partners", partial(_page, edition, here))


def _page(edition: Edition, here: str) -> Page:
    rows = _rows(edition)
    body = edition.render(
        "partner_list.html",
        here=here,
        facets=facets(edition, edition.catalog.partners),
        living=[row for row in rows if not _apart(row)],
        prospective=[row for row in rows if row.standing.state.prospective],
        past=[row for row in rows if row.standing.state.past],
    )
    return Page(
        address=here,
        title=edition.words.gettext("Partners"),
        body=body,
        language=edition.language,
        kind="list",
        trail=(edition.home_link(),),
        search_text=Markup(),  # the partners are found themselves
    )


def _apart(row: Row) -> bool:
    return row.standing.state.past or row.standing.state.prospective


def _rows(edition: Edition) -> list[Row]:
    """Return every tie with its partner and where it stands, by the partner's name."""
    return [
        Row(partner, tie, standing, values(edition, partner, [(tie, standing)]))
        for partner in edition.partners
        for tie, standing in edition.catalog.ties_with_standing(partner.slug)
    ]
