"""The coming twelve months as a page: what is planned, what runs out, what is celebrated."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.dates import Precision, in_words, parse_date
from city_relations.language.untranslated import capital
from city_relations.published import Page
from city_relations.rendering.crowds import IN_A_SENTENCE, by_country
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page
from city_relations.timeline.milestones import Milestone, MilestoneKind, first_few, in_calendars


def outputs(edition: Edition) -> Iterator[Page]:
    """Yield the page of what comes."""
    yield _page(edition, edition.addresses.agenda)


@kept_page
def _page(edition: Edition, here: str) -> Page:
    catalog, words = edition.catalog, edition.words
    title = words.gettext("What comes")
    lede = words.gettext(
        "Events, anniversaries, signatures announced and ends of term in the coming twelve months."
    )
    groups = _groups(edition, catalog.coming_by_choice)
    partners = [p for p in edition.partners if in_calendars(catalog.milestones_of(p.slug))]
    body = edition.render(
        "agenda.html",
        here=here,
        title=title,
        lede=lede,
        groups=groups,
        unfolded=first_few({when: len(found) for when, found in groups.items()}),
        anniversaries=[m for m in catalog.coming if m.kind is MilestoneKind.ANNIVERSARY],
        partners=partners,
        by_country=by_country(edition, partners) if len(partners) > IN_A_SENTENCE else {},
    )
    return Page(
        address=here,
        title=title,
        body=body,
        language=edition.language,
        kind="agenda",
        description=lede,
        trail=(edition.home_link(),),
    )


def _groups(edition: Edition, milestones: tuple[Milestone, ...]) -> dict[str, list[Milestone]]:
    """Group what comes under its month, or under its season or year where no more is known."""
    groups: dict[str, list[Milestone]] = {}
    for milestone in milestones:
        when = milestone.date.start or milestone.date
        text = when.text.rstrip("~?%")
        if when.precision is Precision.DAY:
            text = text[:7]
        said = in_words(parse_date(text), edition.words)
        groups.setdefault(capital(said), []).append(milestone)
    return groups
