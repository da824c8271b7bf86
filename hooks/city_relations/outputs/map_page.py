"""The map of the partners: its page, with the table that is its equal, and its positions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from city_relations.catalog.themes import themes_of
from city_relations.dates import EdtfDate
from city_relations.language.words import say
from city_relations.maps import maps
from city_relations.maps.legend import legend
from city_relations.maps.marks import Mark
from city_relations.published import Asset, Copy, Heading, Later, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.facets import facets, values
from city_relations.rendering.kept_files import kept_files
from city_relations.rendering.kept_pages import kept_page
from city_relations.rendering.numbers import kilometres
from city_relations.rendering.photographs import PublishedPhoto
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.ties import TieNow
from city_relations.timeline.milestones import Milestone


@dataclass(frozen=True)
class Row:
    """Everything the table tells of a partner; `values` are the slugs that filters look for."""

    mark: Mark
    partner: Partner
    ties: tuple[TieNow, ...]
    since: EdtfDate | None
    km: int | None
    distance: str
    themes: tuple[str, ...]
    values: dict[str, str]
    next: Milestone | None
    latest: PressRelease | None
    allies: tuple[Partner, ...]
    photo: PublishedPhoto | None


def outputs(edition: Edition) -> Iterator[Page | Asset | Copy | Later]:
    """Yield the page of the map and the stylesheet of its positions."""
    here = edition.addresses.map
    yield edition.page_in_time(here, "map", partial(_page, edition, here))
    yield from _sheet(edition, maps.sheet_path(edition))


@kept_files
def _sheet(edition: Edition, path: str) -> tuple[Asset, ...]:
    return (Asset(path, maps.sheet(edition).encode()),)


@kept_page
def _page(edition: Edition, here: str) -> Page:
    words, found = edition.words, maps.scene(edition)
    rows = tuple(_rows(edition, found.marks))
    body = edition.render(
        "map.html",
        here=here,
        pictures=maps.maps(edition),
        scene=found,
        rows=rows,
        legend=legend(edition, found.marks),
        facets=facets(edition, (row.partner for row in rows)),
        sheet=maps.sheet_path(edition),
        missing=[row.partner for row in rows if not row.mark.point],
    )
    return Page(
        address=here,
        title=words.gettext("Map of partners"),
        body=body,
        language=edition.language,
        kind="map",
        description=edition.naming_city(
            words.gettext("Where the partners of {city} are.").format(
                city=edition.catalog.city.name
            )
        ),
        trail=(edition.home_link(),),
        headings=(Heading("partners", words.gettext("All partners")),),
    )


def _rows(edition: Edition, marks: Sequence[Mark]) -> Iterator[Row]:
    for mark, partner in zip(marks, edition.partners, strict=True):
        catalog = edition.catalog
        (_, stand), km = catalog.main_tie(partner.slug), catalog.distance(partner)
        ties = catalog.ties_main_first(partner.slug)
        coming = (m for m in catalog.coming if partner.slug in m.partners)
        releases = catalog.releases_of(partner.slug)
        yield Row(
            mark=mark,
            partner=partner,
            ties=ties,
            since=stand.founded,
            km=None if km is None else round(km),
            distance=_distance(edition, km),
            themes=tuple(edition.words(theme.label) for theme in themes_of(partner)),
            values=values(edition, partner, ties),
            next=next(coming, None),
            latest=releases[0] if releases else None,
            allies=tuple(edition.partners[n - 1] for n in mark.allies),
            photo=next(iter(edition.photos(partner)), None),
        )


def _distance(edition: Edition, km: float | None) -> str:
    told = say("{km} km", km=kilometres(km or 0, edition.language))
    return "" if km is None else edition.words(told)
