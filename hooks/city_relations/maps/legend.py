"""The key of the map: each kind of tie and each way a mark is drawn, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from city_relations.language.words import say
from city_relations.maps.marks import Look, Mark
from city_relations.rendering.context import Context
from city_relations.rendering.facets import query
from city_relations.schema.choices.ties import TieKind
from city_relations.schema.tie import Tie


@dataclass(frozen=True)
class Entry:
    """A line of the key: how it is drawn, its words, the page it leads to and the place there."""

    kind: TieKind
    look: Look
    label: str
    address: str
    place: str


LOOKS = (
    (Look.HOLLOW, say("Hollow: in preparation"), "#prospective"),
    (Look.MUTED, say("Pale: suspended or ended"), "#past"),
)


def legend(context: Context, marks: Sequence[Mark]) -> tuple[Entry, ...]:
    """Return the lines of the key: kinds narrow the map, the rest leads to the list of partners."""
    return (*_kinds(context), *_looks(context, marks))


def kinds(context: Context) -> tuple[TieKind, ...]:
    """Return the kinds of tie that somebody has, in the order they are met."""
    return tuple(dict.fromkeys(tie.kind for tie in _ties(context)))


def _ties(context: Context) -> Iterator[Tie]:
    for partner in context.catalog.partners:
        yield from partner.ties


def _kinds(context: Context) -> Iterator[Entry]:
    for kind in kinds(context):
        told = context.words(kind.label)
        yield Entry(kind, Look.SOLID, told, context.addresses.map, query(context, "kind", told))


def _looks(context: Context, marks: Sequence[Mark]) -> Iterator[Entry]:
    kind = next(iter(kinds(context)), None)
    for look, label, place in LOOKS:
        if kind and any(mark.look is look for mark in marks):
            yield Entry(kind, look, context.words(label), context.addresses.partners, place)
