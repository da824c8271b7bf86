"""The city's whole timeline: the overview of lanes, then every fact by decade and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relations.lanes import overview
from relations.milestones import MilestoneKind, by_decade
from relations.published import Heading, Page
from relations.schema.choices import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relations.edition import Edition


def outputs(edition: Edition) -> Iterator[Page]:
    """Give the timeline's page."""
    catalog, words = edition.catalog, edition.words
    told = catalog.milestones
    decades = by_decade(told)
    title = words.gettext("Timeline")
    themes = {theme for milestone in told for theme in milestone.themes}
    here = edition.addresses.timeline
    lede = words.gettext(
        "What was signed, done and announced with the partners of {city}, since {year}."
    )
    body = edition.render(
        "timeline.html",
        here=here,
        title=title,
        lede=lede.format(city=catalog.city.name, year=told[0].year) if told else "",
        overview=overview(catalog.partners, told, catalog.today),
        decades=decades,
        partners=sorted(catalog.partners, key=lambda p: (edition.plain(p.name), p.slug)),
        kinds=[kind for kind in MilestoneKind if any(m.kind is kind for m in told)],
        themes=[theme for theme in Theme if theme in themes],
    )
    yield Page(
        address=here,
        title=title,
        body=body,
        language=edition.language,
        kind="timeline",
        description=lede.format(city=catalog.city.name, year=told[0].year) if told else "",
        trail=(edition.home_link(),),
        headings=tuple(_headings(edition, list(decades))),
        searchable=False,
    )


def _headings(edition: Edition, decades: list[int]) -> Iterator[Heading]:
    pattern = edition.words.gettext("The %(decade)ss")
    for decade in decades:
        yield Heading(f"d{decade}", pattern % {"decade": decade}, 2)
