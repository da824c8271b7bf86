"""One page a partner: who they are, the ties as chains of acts, projects, releases, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from city_relations.language.words import say
from city_relations.maps.locators import locator
from city_relations.published import Later, Link, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page
from city_relations.reports.sheet import pdf_address
from city_relations.schema.partner import Partner
from city_relations.timeline.milestones import in_calendars


def outputs(edition: Edition) -> Iterator[Page | Later]:
    """Yield every partner's page, each leading to the next by name."""
    partners = edition.partners
    for i, partner in enumerate(partners):
        before, after = _at(edition, partners, i - 1), _at(edition, partners, i + 1)
        here = edition.addresses.partner(partner.slug)
        make = partial(_page, edition, here, partner, before, after)
        yield edition.page_in_time(here, "partner", make)


def _at(edition: Edition, partners: Sequence[Partner], i: int) -> Link | None:
    return edition.partner_link(partners[i]) if 0 <= i < len(partners) else None


@kept_page
def _page(
    edition: Edition, here: str, partner: Partner, before: Link | None, after: Link | None
) -> Page:
    name = edition.plain(partner.name)
    told = {
        "where": locator(edition, partner, here),
        "partner": partner,
        "sheet": pdf_address(edition, partner),
        "has_calendar": bool(in_calendars(edition.catalog.milestones_of(partner.slug))),
    }
    listed = Link(edition.addresses.partners, edition.words.gettext("Partners"))
    return Page(
        address=here,
        title=name,
        body=edition.render("partner.html", here, **told, searched=False),
        search_text=edition.render("partner.html", here, **told, searched=True),
        language=edition.language,
        kind="partner",
        description=_description(edition, partner),
        trail=(edition.home_link(), listed),
        source=partner.file,
        previous=before,
        next=after,
        updated=_updated(partner),
        tags=_tags(edition, partner),
    )


def _updated(partner: Partner) -> date | None:
    """Return the last day on which somebody read the profile over, or put it right."""
    told = [correction.date.first for correction in partner.corrections]
    told += [partner.checked.date.first] if partner.checked else []
    return max(told, default=None)


def _description(edition: Edition, partner: Partner) -> str:
    """Say in a sentence what binds the two, for search engines and those who share the page."""
    pair = {"city": edition.catalog.city.name, "partner": edition.plain(partner.name)}
    tie, standing = edition.catalog.main_tie(partner.slug)
    told = {"kind": tie.kind.label, "state": standing.sentence}
    return edition.words(say("{city} and {partner}: {kind}, {state}.", **pair, **told))


def _tags(edition: Edition, partner: Partner) -> tuple[str, ...]:
    """Return what the search tells of a partner: kind, country, and its names beside the title."""
    names = [*partner.name.values(), *partner.local_name.values(), *partner.also_known_as]
    told = [edition.words.gettext("Partner"), edition.country(partner.country), *names]
    return tuple(tag for tag in dict.fromkeys(told) if tag != edition.plain(partner.name))
