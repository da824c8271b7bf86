"""The page on eco-design: what is done to weigh little, and what the pages weigh."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.published import BUDGET, MAP_BUDGET, Page, kilo
from city_relations.rendering.edition import Edition


def outputs(edition: Edition) -> Iterator[Page]:
    """Give the page; its figures follow when every page has been framed."""
    here = edition.addresses.eco_design
    yield Page(
        address=here,
        title=edition.words.gettext("Eco-design"),
        body=edition.render(
            "eco_design.html", here=here, budget=kilo(BUDGET), map_budget=kilo(MAP_BUDGET)
        ),
        language=edition.language,
        kind="eco",
        description=edition.words.gettext("What this site does to weigh little, and its figures."),
        trail=(edition.home_link(),),
    )
