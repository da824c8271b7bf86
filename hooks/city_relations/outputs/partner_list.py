"""All partners as a table: the ties of today first, then those in preparation, then those past."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from city_relations.maps.vignettes import vignette
from city_relations.open_data.rows import TieRow, ties
from city_relations.open_data.tables import TIES, paths_of
from city_relations.published import Later, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.facets import facets, values
from city_relations.rendering.kept_pages import kept_page
from city_relations.schema.choices import State


@dataclass(frozen=True)
class Row:
    """One tie of one partner; `values` are the slugs that the filters look for."""

    of: TieRow
    values: dict[str, str]

    @property
    def state(self) -> State:
        """Return where the tie stands."""
        return self.of.standing.state


def outputs(edition: Edition) -> Iterator[Page | Later]:
    """Yield the list of partners."""
    here = edition.addresses.partners
    yield edition.page_in_time(here, "partners", partial(_page, edition, here))


@kept_page
def _page(edition: Edition, here: str) -> Page:
    rows = _rows(edition)
    body = edition.render(
        "partner_list.html",
        here=here,
        told_of=told_of,
        drawing=partial(vignette, edition),
        files=paths_of(edition, TIES, "ods", "xlsx", "csv"),
        facets=facets(edition, edition.catalog.partners),
        living=[row for row in rows if not (row.state.past or row.state.prospective)],
        prospective=[row for row in rows if row.state.prospective],
        past=[row for row in rows if row.state.past],
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


def told_of(rows: Iterable[Row]) -> dict[str, bool]:
    """Return which of the columns that few ties fill have something to tell."""
    told = [row.of for row in rows]
    return {
        "next": any(one.next for one in told),
        "money": any(one.money.sums for one in told),
    }


def _rows(edition: Edition) -> list[Row]:
    """Return every tie with its partner and where it stands, by the partner's name."""
    order = {partner.slug: n for n, partner in enumerate(edition.partners)}
    told = sorted(ties(edition.catalog), key=lambda one: order[one.partner.slug])
    return [Row(one, values(edition, one.partner, [(one.tie, one.standing)])) for one in told]
