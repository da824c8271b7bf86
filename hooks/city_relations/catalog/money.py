"""Money told of projects: sums by currency, and how many amounts nobody told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from city_relations.schema.project import Funding, Project


@dataclass(frozen=True)
class Money:
    """What was given in all: a sum a currency (ISO 4217), in the order of their codes.

    `untold` counts the contributions whose amount nobody told: no sum has them in it.
    """

    sums: tuple[tuple[str, float], ...] = ()
    untold: int = 0


def money_of(projects: Iterable[Project]) -> Money:
    """Add up what is told of projects; currencies are never added to each other."""
    return total(funding for project in projects for funding in project.funding)


def total(fundings: Iterable[Funding]) -> Money:
    """Add up contributions, to the cent."""
    told = list(fundings)
    amounts: dict[str, list[float]] = {}
    for one in told:
        if one.amount is not None:
            amounts.setdefault(one.currency, []).append(one.amount)
    sums = tuple((code, round(fsum(found), 2)) for code, found in sorted(amounts.items()))
    return Money(sums, sum(one.amount is None for one in told))
