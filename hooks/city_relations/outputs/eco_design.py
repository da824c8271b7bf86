"""The page on eco-design: what is done to weigh little, and what the pages weigh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from city_relations.published import BUDGET, MAP_BUDGET, Page, kilo
from city_relations.rendering.edition import Edition

KIND = "eco"


def body(
    edition: Edition, rows: Sequence[tuple[str, object]] = (), fonts: tuple[int, int] = (0, 0)
) -> Markup:
    """Return the page's body; `rows` are the weights by kind of page.

    `fonts` are those of every page's fonts, and of those for letters of other scripts. They are
    known, in bytes, when every other page has been framed.
    """
    return edition.render(
        "eco_design.html",
        here=edition.addresses.eco_design,
        budget=kilo(BUDGET),
        map_budget=kilo(MAP_BUDGET),
        figures=figures(edition, rows, fonts) if rows else Markup(),
    )


def figures(
    edition: Edition, rows: Sequence[tuple[str, object]] = (), fonts: tuple[int, int] = (1, 1)
) -> Markup:
    """Return the part of the body that tells the figures, or its words alone."""
    letters, others = map(kilo, fonts)
    return edition.render(
        "eco_figures.html",
        here=edition.addresses.eco_design,
        rows=rows,
        letters=letters,
        other_letters=others,
        kilo=kilo,
    )


def outputs(edition: Edition) -> Iterator[Page]:
    """Yield the page; its figures follow when every page has been framed."""
    here = edition.addresses.eco_design
    yield Page(
        address=here,
        title=edition.words.gettext("Eco-design"),
        body=body(edition),
        language=edition.language,
        kind=KIND,
        description=edition.words.gettext("What this site does to weigh little, and its figures."),
        trail=(edition.home_link(),),
    )
