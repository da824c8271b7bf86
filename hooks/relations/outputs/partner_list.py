"""All partners as cards and a table, those of today first."""

from __future__ import annotations

from collections.abc import Iterator

from relations.edition import Edition
from relations.published import Page


def outputs(edition: Edition) -> Iterator[Page]:
    """Give the list of partners."""
    here = edition.addresses.partners
    yield Page(
        address=here,
        title=edition.words.gettext("Partners"),
        body=edition.render("partner_list.html", here=here),
        language=edition.language,
        kind="list",
        trail=(edition.home_link(),),
        searchable=False,
    )
