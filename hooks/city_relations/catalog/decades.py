"""The record decade by decade: how much happened, and which ties began."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from city_relations.dates import EdtfDate, Precision
from city_relations.schema.partner import Partner
from city_relations.schema.tie import Tie
from city_relations.timeline import PartnerNow
from city_relations.timeline.milestones import Milestone


@dataclass(frozen=True)
class Beginning:
    """A tie, its partner and when it first bound, known to its decade at least."""

    date: EdtfDate
    tie: Tie
    partner: Partner


@dataclass(frozen=True)
class Decade:
    """A decade by its first year: the number of its milestones, and the ties that began in it."""

    first: int
    count: int
    begun: tuple[Beginning, ...]


def decades(
    milestones: Sequence[Milestone], partners: Iterable[PartnerNow], today: date
) -> Iterator[Decade]:
    """Yield each decade from the first milestone to the last that has come, empty ones among them.

    Each partner comes with its ties as they stand today.
    """
    counts = Counter(m.decade for m in milestones if m.decade is not None and m.anchor <= today)
    begun = _beginnings(partners)
    for first in range(min(counts), max(counts) + 10, 10) if counts else ():
        own = tuple(one for one in begun if first <= one.date.first.year < first + 10)
        yield Decade(first, counts[first], own)


def _beginnings(partners: Iterable[PartnerNow]) -> list[Beginning]:
    """Return the ties that were founded, oldest first."""
    found = [
        Beginning(standing.begun, tie, partner)
        for partner, ties in partners
        for tie, standing in ties
        if standing.begun and (standing.begun.year or standing.begun.precision is Precision.DECADE)
    ]
    return sorted(found, key=lambda one: (one.date.first.year, one.partner.slug))


def oldest_living(partners: Iterable[PartnerNow]) -> EdtfDate | None:
    """Return since when the oldest tie of a known year lives; None where there is none."""
    living = [
        standing.founded
        for _, ties in partners
        for _, standing in ties
        if standing.state.lives and standing.founded and standing.founded.year
    ]
    return min(living, default=None)
