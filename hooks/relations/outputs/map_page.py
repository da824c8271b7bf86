"""The map of the partners: its page, with the table that is its equal, and its positions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from slugify import slugify

from relations.catalog import themes_of
from relations.drawing import maps
from relations.drawing.marks import Mark, distance, foremost, in_order
from relations.figures import CLOSE_KM, number
from relations.published import Asset, Heading, Page
from relations.words import say, say_in

if TYPE_CHECKING:
    from relations.dates import EdtfDate
    from relations.edition import Edition
    from relations.milestones import Milestone
    from relations.schema.partner import Partner
    from relations.schema.press_release import PressRelease
    from relations.schema.tie import Tie
    from relations.ties import Standing
    from relations.words import Text


@dataclass(frozen=True)
class Facet:
    """One filter: the name it has in the page's address, its label, its values as (slug, words)."""

    key: str
    name: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Row:
    """Everything the table tells of a partner; `values` are the slugs that filters look for."""

    mark: Mark
    partner: Partner
    ties: tuple[tuple[Tie, Standing], ...]
    since: EdtfDate | None
    km: int | None
    distance: str
    themes: tuple[str, ...]
    values: dict[str, str]
    next: Milestone | None
    latest: PressRelease | None
    allies: tuple[Partner, ...]


FACETS: tuple[tuple[str, Text, Text], ...] = (
    ("kind", say_in("address", "kind"), say("Kind of tie")),
    ("country", say_in("address", "country"), say("Country")),
    ("theme", say_in("address", "theme"), say("Theme")),
    ("state", say_in("address", "state"), say("State")),
)


def outputs(edition: Edition) -> Iterator[Page | Asset]:
    """Give the page of the map and the stylesheet of its positions."""
    here, words = edition.addresses.map, edition.words
    found = maps.scene(edition)
    rows = tuple(_rows(edition, found.marks))
    body = edition.render(
        "map.html",
        here=here,
        pictures=maps.maps(edition),
        scene=found,
        rows=rows,
        facets=facets(edition, rows),
        sheet=maps.sheet_path(edition),
        missing=[row.partner for row in rows if not row.mark.point],
    )
    yield Page(
        address=here,
        title=words.gettext("Map of partners"),
        body=body,
        language=edition.language,
        kind="map",
        description=words.gettext("Where the partners of {city} are.").format(
            city=edition.catalog.city.name
        ),
        trail=(edition.home_link(),),
        headings=(Heading("partners", words.gettext("All partners")),),
    )
    yield Asset(maps.sheet_path(edition), maps.sheet(edition).encode())


def _rows(edition: Edition, marks: Sequence[Mark]) -> Iterator[Row]:
    partners = in_order(edition)
    for mark, partner in zip(marks, partners, strict=True):
        stands = edition.catalog.standings_of(partner.slug)
        _, stand = foremost(partner, edition)
        coming = (m for m in edition.catalog.coming if partner.slug in m.partners)
        releases = edition.catalog.releases_of(partner.slug)
        yield Row(
            mark=mark,
            partner=partner,
            ties=tuple(zip(partner.ties, stands, strict=True)),
            since=stand.founded,
            km=distance(edition, partner),
            distance=_distance(edition, partner),
            themes=tuple(edition.words(theme.label) for theme in themes_of(partner)),
            values=_values(edition, partner),
            next=next(coming, None),
            latest=releases[0] if releases else None,
            allies=tuple(partners[n - 1] for n in mark.allies),
        )


def _distance(edition: Edition, partner: Partner) -> str:
    km = distance(edition, partner)
    if km is None:
        return ""
    rounded = km if km < CLOSE_KM else round(km, -1)
    return edition.words(say("{km} km", km=number(rounded, edition.language)))


def _values(edition: Edition, partner: Partner) -> dict[str, str]:
    """Give, for each filter, the slugs a partner answers to."""
    told = _told(edition, partner)
    return {key: " ".join(slug for slug, _ in found) for key, found in told.items()}


def _told(edition: Edition, partner: Partner) -> dict[str, list[tuple[str, str]]]:
    stands = edition.catalog.standings_of(partner.slug)
    words = edition.words
    return {
        "kind": _slugged(words(tie.kind.label) for tie in partner.ties),
        "country": _slugged([edition.country(partner.country)]),
        "theme": _slugged(words(theme.label) for theme in themes_of(partner)),
        "state": _slugged(words(stand.state.label) for stand in stands),
    }


def _slugged(labels: Iterable[str]) -> list[tuple[str, str]]:
    return [(slugify(label), label) for label in dict.fromkeys(labels)]


def facets(edition: Edition, rows: Sequence[Row]) -> tuple[Facet, ...]:
    """Give the filters that tell partners apart, with the values somebody has."""
    told = [_told(edition, row.partner) for row in rows]
    found = []
    for key, name, label in FACETS:
        options = sorted({option for one in told for option in one[key]})
        if len(options) > 1:
            words = edition.words
            found.append(Facet(key, words(name), words(label), tuple(options)))
    return tuple(found)
