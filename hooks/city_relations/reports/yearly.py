"""The report of a year as HTML, for its page and for paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from city_relations.catalog.yearly import Review
from city_relations.language.direction import direction
from city_relations.maps.legend import legend
from city_relations.maps.maps import WIDE, scene_of
from city_relations.maps.pictures import Picture, Scene, opening
from city_relations.maps.sheets import sheet_of
from city_relations.rendering.context import derived_once
from city_relations.rendering.crowds import LANES
from city_relations.rendering.edition import Edition
from city_relations.rendering.numbers import money
from city_relations.reports.drawings import Drawing, lanes_of, map_of
from city_relations.reports.paper import Paper, Setting
from city_relations.reports.sentences import (
    left_out,
    partners_beside,
    place_beside,
    seen,
    summary,
    sums,
)
from city_relations.schema.partner import Partner
from city_relations.timeline.lanes import Overview, overview
from city_relations.timeline.milestones import MilestoneKind

POSITIONS = "map-positions.css"
DRAWN = frozenset(kind for kind in MilestoneKind if kind is not MilestoneKind.RELEASE)


@dataclass(frozen=True)
class Drawn:
    """What is drawn of a year: the partners known by then, numbered, their map and their lanes."""

    partners: tuple[Partner, ...]
    scene: Scene
    picture: Picture
    lanes: Overview | None


def title(edition: Edition, year: int) -> str:
    """Return what a report is called."""
    return edition.words.gettext("Yearly report {year}").format(year=year)


@derived_once
def drawn(edition: Edition) -> Drawn:
    """Return what is drawn of the year that an edition is seen from."""
    catalog = edition.catalog
    year = catalog.review
    known = {partner.slug for partner in year.known}
    partners = tuple(partner for partner in edition.partners if partner.slug in known)
    scene = scene_of(edition, partners)
    told = [(p, catalog.ties_with_standing(p.slug)) for p in partners]
    past = [m for m in catalog.milestones if m.kind in DRAWN and m.anchor <= year.day]
    lanes = overview(told, past, catalog.this_month) if partners else None
    return Drawn(partners, scene, opening(scene), lanes)


def sheet(edition: Edition) -> str:
    """Return the stylesheet of the map's positions."""
    return sheet_of(drawn(edition).picture) + "\n"


def body(edition: Edition, here: str) -> Markup:
    """Return the report of the year an edition is seen from, for its page."""
    year, found = edition.catalog.review, drawn(edition)
    return edition.render(
        "report.html",
        here=here,
        **_telling(edition, year),
        pdf=pdf_address(edition),
        picture=found.picture,
        needs_key=not found.picture.is_named(WIDE),
        scene=found.scene,
        overview=found.lanes,
        lanes_shown=LANES,
        legend=legend(edition, found.scene.marks),
        sheet=f"{here}{POSITIONS}",
    )


def paper(edition: Edition) -> Paper:
    """Return the report of the year an edition is seen from, for its PDF."""
    year, found = edition.catalog.review, drawn(edition)
    drawings = _drawings(edition, found)
    return Paper(
        title=title(edition, year.year),
        kicker=edition.words.gettext("Yearly report"),
        above=(edition.plain(edition.catalog.city.publisher.name), edition.words(seen(year))),
        summary=" ".join(map(edition.words, summary(edition, year))),
        body=edition.render(
            "report_paper.html",
            here="",
            **_telling(edition, year),
            drawings=drawings,
            overview=found.lanes,
        ),
        address=edition.addresses.report(year.year),
        day=year.day,
        drawings=drawings,
    )


@derived_once
def setting(edition: Edition) -> Setting:
    """Return the report on its way to be a PDF; its page and its files ask for it."""
    return Setting(edition, paper(edition))


def _drawings(edition: Edition, found: Drawn) -> Mapping[str, Drawing]:
    """Draw the map and the lanes of a year, where there is anything to draw."""
    city, told = edition.catalog.city, {}
    if any(mark.point for mark in found.scene.marks):
        told["map"] = map_of(found.picture, city.name, city.accent)
    if found.lanes:
        names = {partner.slug: edition.plain(partner.name) for partner in found.partners}
        rtl = direction(edition.language) == "rtl"
        told["lanes"] = lanes_of(found.lanes, names, city.accent, rtl=rtl)
    return told


def pdf_address(edition: Edition) -> str:
    """Return where the PDF of the report lives; nothing where there is none."""
    has = edition.catalog.city.pdf and not setting(edition).unset
    return edition.addresses.report_pdf(edition.catalog.review.year) if has else ""


def _telling(edition: Edition, year: Review) -> dict[str, object]:
    """Return what both forms of a report are told with."""
    return {
        "title": title(edition, year.year),
        "year": year,
        "seen": seen(year),
        "summary": summary(edition, year),
        "left_out": tuple(left_out(year.spending)),
        "sums": lambda told: sums(edition, told),
        "share": lambda one: money(one.amount, one.currency, edition.language),
        "partners_beside": partial(partners_beside, edition),
        "place_beside": partial(place_beside, edition),
        "partners": drawn(edition).partners,
    }
