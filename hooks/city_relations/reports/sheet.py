"""The sheet of a partner: what a mayor reads on the plane, on a page or two."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from markupsafe import Markup

from city_relations.geography.borders import Borders
from city_relations.maps.locators import locate
from city_relations.maps.marks import home, look, point
from city_relations.pictures.renditions import on_paper
from city_relations.press.pdf import image_of
from city_relations.rendering.edition import Edition
from city_relations.rendering.photographs import PublishedPhoto
from city_relations.reports.drawings import Drawing, locator_of
from city_relations.reports.paper import Paper, Setting, can_be_set
from city_relations.reports.sentences import place_beside
from city_relations.schema.localized import Localized
from city_relations.schema.partner import Partner
from city_relations.schema.project import Project
from city_relations.timeline.milestones import Milestone, MilestoneKind

PAGES = 2  # of a sheet at the most
COUNT = re.compile(rb"/Type/Pages/Count (\d+)")


@dataclass(frozen=True)
class Length:
    """How many of each a sheet tells: ties, acts of each, projects, dates, ties elsewhere.

    Of the text on the partner it tells so many paragraphs.
    """

    ties: int
    acts: int
    projects: int
    done: int
    coming: int
    elsewhere: int
    paragraphs: int


# What stands in a profile is seldom more than two pages; where it is, less of it is told.
LENGTHS = (
    Length(99, 99, 99, 5, 99, 99, 99),
    Length(4, 5, 5, 5, 6, 5, 2),
    Length(3, 4, 4, 4, 5, 3, 1),
    Length(2, 3, 3, 3, 3, 2, 0),
)


def fitted(edition: Edition, partner: Partner) -> Setting:
    """Return the sheet of a partner, as long as two pages hold, on its way to be a PDF."""
    for length in LENGTHS:
        setting = Setting(edition, paper(edition, partner, length))
        made = setting.pdf()
        if made is None or int(COUNT.findall(made.read_bytes())[0]) <= PAGES:
            break
    return setting


def paper(edition: Edition, partner: Partner, length: Length = LENGTHS[0]) -> Paper:
    """Return the sheet of a partner in the language of an edition."""
    catalog, name = edition.catalog, edition.plain(partner.name)
    drawings = _drawings(edition, partner)
    done, lead = _done(edition, partner), edition.photos_beside(partner)[:1]
    return Paper(
        title=name,
        kicker=edition.words.gettext("Partner’s sheet"),
        above=tuple(_above(edition, partner)),
        summary="",
        body=edition.render(
            "sheet_paper.html",
            here="",
            partner=partner,
            drawings=drawings,
            done=[one for one in done if one.kind is not MilestoneKind.PROJECT][-length.done :],
            coming=catalog.coming_of(partner.slug)[: length.coming],
            projects=_latest(partner.projects, length.projects),
            about=_beginning(partner.about, length.paragraphs),
            length=length,
            is_whole=length is LENGTHS[0],
            photo=_figure(edition, lead),
            place_beside=partial(place_beside, edition),
        ),
        address=edition.addresses.partner(partner.slug),
        day=_day(partner, done),
        drawings=drawings,
        photos={
            _address(edition, one): image_of(edition, one, on_paper(one.picture)) for one in lead
        },
    )


def pdf_address(edition: Edition, partner: Partner) -> str:
    """Return where the public sheet of a partner lives; nothing where there is none."""
    is_public = edition.catalog.city.sheets and can_be_set(edition, paper(edition, partner))
    return edition.addresses.sheet(partner.slug) if is_public else ""


def _figure(edition: Edition, lead: tuple[PublishedPhoto, ...]) -> Markup:
    """Return the photo at the head of the partner's page, where it has one."""
    return Markup().join(edition.figure(one, edition.absolute) for one in lead)


def _address(edition: Edition, photo: PublishedPhoto) -> str:
    return edition.absolute(photo.path(photo.fallback))


def _above(edition: Edition, partner: Partner) -> list[str]:
    """Return who publishes, the country, and the region as it is written."""
    told = [edition.plain(edition.catalog.city.publisher.name), edition.country(partner.country)]
    if partner.region and partner.region.name:
        told.append(edition.plain(partner.region.name))
    return told


def _latest(projects: tuple[Project, ...], most: int) -> tuple[Project, ...]:
    """Return the projects that ended last or run still, in the author's order."""
    by_end = sorted(projects, key=lambda one: one.period.last if one.period else date.min)
    return tuple(one for one in projects if one in by_end[-most:])


def _beginning(about: Localized | None, paragraphs: int) -> Localized | None:
    """Return the first paragraphs of a text; nothing where none are wanted."""
    if about is None or not paragraphs:
        return None
    return Localized(
        {language: "\n\n".join(text.split("\n\n")[:paragraphs]) for language, text in about.items()}
    )


def _done(edition: Edition, partner: Partner) -> list[Milestone]:
    """Return what was done with a partner, the latest last; its ties elsewhere aside."""
    told = edition.catalog.milestones_of(partner.slug)
    return [m for m in told if m.kind.shows_life and not m.status.open and not m.date.is_unknown]


def _day(partner: Partner, done: list[Milestone]) -> date:
    """Return the day a sheet bears: the last on which the record says something of the partner."""
    days = [m.anchor for m in done] + ([partner.checked.date.first] if partner.checked else [])
    return max(days, default=date(1970, 1, 1))


def _drawings(edition: Edition, partner: Partner) -> Mapping[str, Drawing]:
    """Draw where the partner is, and the city; nothing of one without a point."""
    place, city = point(partner), edition.catalog.city
    if place is None:
        return {}
    names = (city.name, edition.plain(partner.name))
    found = locate(edition.store, (home(edition), place), names, Borders(str(city.borders)))
    tie, stand = edition.catalog.main_tie(partner.slug)
    return {"map": locator_of(found, tie.kind, look(stand), city.accent)}
