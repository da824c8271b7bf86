"""All partners as a table: the ties of today first, then those in preparation, then those past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations.published import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relations.edition import Edition
    from relations.schema.partner import Partner
    from relations.schema.tie import Tie
    from relations.ties import Standing

    Row = tuple[Partner, Tie, Standing]


def outputs(edition: Edition) -> Iterator[Page]:
    """Give the list of partners."""
    here = edition.addresses.partners
    rows = _rows(edition)
    yield Page(
        address=here,
        title=edition.words.gettext("Partners"),
        body=edition.render(
            "partner_list.html",
            here=here,
            living=[row for row in rows if not (row[2].state.past or row[2].state.prospective)],
            prospective=[row for row in rows if row[2].state.prospective],
            past=[row for row in rows if row[2].state.past],
        ),
        language=edition.language,
        kind="list",
        trail=(edition.home_link(),),
        searchable=False,
    )


def _rows(edition: Edition) -> list[Row]:
    """Give every tie with its partner and where it stands, by the partner's name."""
    catalog = edition.catalog
    partners = sorted(catalog.partners, key=lambda p: (edition.plain(p.name), p.slug))
    return [
        (partner, tie, standing)
        for partner in partners
        for tie, standing in zip(partner.ties, catalog.standings_of(partner.slug), strict=True)
    ]
