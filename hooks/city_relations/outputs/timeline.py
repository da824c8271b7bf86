"""The city's whole timeline: the overview of lanes, then every fact by decade and year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from city_relations.language.words import say
from city_relations.published import Heading, Later, Page
from city_relations.rendering.crowds import LANES
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page
from city_relations.schema.choices import Theme
from city_relations.timeline.lanes import overview
from city_relations.timeline.milestones import (
    Milestone,
    MilestoneKind,
    Years,
    brief,
    by_decade,
    in_calendars,
    news_left_out,
    unfolded,
)

Decades = dict[int | None, Years]


def outputs(edition: Edition) -> Iterator[Page | Later]:
    """Yield the timeline's page."""
    here = edition.addresses.timeline
    yield edition.page_in_time(here, "timeline", partial(_page, edition, here))


@kept_page
def _page(edition: Edition, here: str) -> Page:
    told = edition.catalog.milestones
    title, lede = edition.words.gettext("Timeline"), _lede(edition, told)
    decades = by_decade(brief(told))
    return Page(
        address=here,
        title=title,
        body=_body(edition, title, lede, decades),
        language=edition.language,
        kind="timeline",
        description=lede,
        trail=(edition.home_link(),),
        headings=tuple(_headings(edition, list(decades))),
        search_text=Markup(),  # each fact is found where it is told in full
    )


def _body(edition: Edition, title: str, lede: str, decades: Decades) -> Markup:
    catalog = edition.catalog
    told, shown = catalog.milestones, brief(catalog.milestones)
    themes = {theme for milestone in told for theme in milestone.themes}
    return edition.render(
        "timeline.html",
        here=edition.addresses.timeline,
        title=title,
        lede=lede,
        overview=overview(catalog.partners_now, shown, catalog.this_month),
        decades=decades,
        unfolded=unfolded(decades),
        lanes_shown=LANES,
        news=news_left_out(told),
        partners=edition.partners,
        kinds=[kind for kind in MilestoneKind if any(m.kind is kind for m in shown)],
        themes=[theme for theme in Theme if theme in themes],
        has_calendar=bool(in_calendars(told)),
    )


def _lede(edition: Edition, told: tuple[Milestone, ...]) -> str:
    """Say what the page tells, and since when; a partner's ties with others do not count."""
    years = [m.year for m in told if m.year and m.kind is not MilestoneKind.ELSEWHERE]
    if not years:
        return ""
    said = say(
        "What was signed, done and announced with the partners of {city}, since {year}.",
        city=edition.catalog.city.name,
        year=min(years),
    )
    return edition.naming_city(edition.words(said))


def _headings(edition: Edition, decades: list[int | None]) -> Iterator[Heading]:
    pattern = edition.words.gettext("The %(decade)ss")
    for decade in decades:
        if decade is not None:
            yield Heading(f"d{decade}", pattern % {"decade": decade}, 2)
        else:
            yield Heading("undated", edition.words.gettext("Dates not known"), 2)
