"""How residents can join: what comes, the ways by partner and by theme, whom to write to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from city_relations.published import Later, Page
from city_relations.rendering.crowds import (
    IN_A_SENTENCE,
    Manner,
    by_country,
    by_region,
    manner_of,
)
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page
from city_relations.schema.choices import Theme
from city_relations.schema.partner import Partner
from city_relations.schema.taking_part import Way


def outputs(edition: Edition) -> Iterator[Page | Later]:
    """Yield the page of ways to take part."""
    here = edition.addresses.take_part
    yield edition.page_in_time(here, "take_part", partial(_page, edition, here))


@kept_page
def _page(edition: Edition, here: str) -> Page:
    title = edition.words.gettext("Take part")
    lede = edition.words.gettext(
        "Associations, school exchanges, host families, events: how to join the ties with "
        "partners abroad, and whom to write to."
    )
    alive = [partner for partner in edition.partners if _lives(edition, partner)]
    joined = [partner for partner in alive if partner.take_part]
    others = [partner for partner in alive if not partner.take_part]
    body = edition.render(
        "take_part.html",
        here=here,
        title=title,
        lede=lede,
        inviting=edition.catalog.inviting,
        whoever=edition.catalog.city.take_part,
        joined=joined,
        regions=by_region(joined) if manner_of(len(joined)) is not Manner.CARDS else [],
        others=others,
        elsewhere=by_country(edition, others) if len(others) > IN_A_SENTENCE else {},
        by_theme=_by_theme(edition, alive),
    )
    return Page(
        address=here,
        title=title,
        body=body,
        language=edition.language,
        kind="take_part",
        description=lede,
        trail=(edition.home_link(),),
    )


def _lives(edition: Edition, partner: Partner) -> bool:
    """Return whether a tie with a partner is not over."""
    ties = edition.catalog.ties_with_standing(partner.slug)
    return any(not standing.state.past for _, standing in ties)


def _by_theme(
    edition: Edition, partners: list[Partner]
) -> Mapping[Theme, list[tuple[Partner | None, int, Way]]]:
    """Group the ways, each with its number among its partner's, under the themes they name.

    The city's own have no partner. A way with a partner that names no theme is found under those
    of the living ties.
    """
    found: dict[Theme, list[tuple[Partner | None, int, Way]]] = {}
    for number, way in enumerate(edition.catalog.city.take_part, 1):
        for theme in way.themes:
            found.setdefault(theme, []).append((None, number, way))
    for partner in partners:
        ties = edition.catalog.ties_with_standing(partner.slug)
        living = tuple(t for tie, standing in ties if standing.state.lives for t in tie.themes)
        for number, way in enumerate(partner.take_part, 1):
            for theme in dict.fromkeys(way.themes or living):
                found.setdefault(theme, []).append((partner, number, way))
    return {theme: found[theme] for theme in Theme if theme in found}
