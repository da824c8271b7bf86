"""What stands on a line of each table, each with an identifier that stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from city_relations.catalog import Catalog
from city_relations.catalog.money import Money, money_of
from city_relations.schema.partner import Partner
from city_relations.schema.project import Funding, Project
from city_relations.schema.tie import Act, Tie
from city_relations.ties import Standing, Step, main_tie
from city_relations.ties.intervals import Interval
from city_relations.timeline.names import acts_with_names, project_names, tie_name

NO_MONEY = Money()


@dataclass(frozen=True)
class TieRow:
    """A tie, its partner, and where it stands today.

    `money` is what is told of projects with the partner, at the tie that is told first.
    """

    id: str
    partner: Partner
    tie: Tie
    standing: Standing
    money: Money = NO_MONEY

    @property
    def numbers(self) -> tuple[str, ...]:
        """Return the numbers of its acts in the council's acts."""
        return tuple(act.number for act in self.deliberated if act.number)

    @property
    def deliberated(self) -> tuple[Act, ...]:
        """Return its acts that have a number in the council's acts."""
        return tuple(act for act in self.tie.acts if act.number)

    @property
    def next(self) -> Step | None:
        """Return the first date to come that matters for it."""
        return self.standing.next


@dataclass(frozen=True)
class ActRow:
    """An act of a tie."""

    id: str
    of: TieRow
    act: Act


@dataclass(frozen=True)
class IntervalRow:
    """A stretch of days through which a tie stood in one state; the last is that of today."""

    id: str
    of: TieRow
    interval: Interval
    is_last: bool


@dataclass(frozen=True)
class ProjectRow:
    """A project with a partner."""

    id: str
    partner: Partner
    project: Project


@dataclass(frozen=True)
class FundingRow:
    """A sum given to a project."""

    id: str
    of: ProjectRow
    funding: Funding


def ties(catalog: Catalog) -> Iterator[TieRow]:
    """Yield every tie, named after its partner and the tie's key."""
    for partner in catalog.partners:
        bonds = catalog.ties_with_standing(partner.slug)
        main = main_tie(bonds)
        for one in bonds:
            money = money_of(partner.projects) if one is main else NO_MONEY
            yield TieRow(tie_name(partner, one[1]), partner, *one, money)


def intervals(catalog: Catalog) -> Iterator[IntervalRow]:
    """Yield the intervals of every tie that began by the day of publication, the oldest first."""
    for row in ties(catalog):
        lived = row.standing.lived
        for number, one in enumerate(lived, 1):
            yield IntervalRow(f"{row.id}-{number}", row, one, is_last=one is lived[-1])


def acts(catalog: Catalog) -> Iterator[ActRow]:
    """Yield every act in the order of its date, numbered among the acts of its kind and tie."""
    for row in ties(catalog):
        for name, _, act in acts_with_names(row.tie, row.id):
            yield ActRow(name, row, act)


def projects(catalog: Catalog) -> Iterator[ProjectRow]:
    """Yield every project, named after its partner and first day."""
    for partner in catalog.partners:
        for project, name in zip(partner.projects, project_names(partner), strict=True):
            yield ProjectRow(name, partner, project)


def fundings(catalog: Catalog) -> Iterator[FundingRow]:
    """Yield every sum, numbered within its project."""
    for row in projects(catalog):
        for i, funding in enumerate(row.project.funding, 1):
            yield FundingRow(f"{row.id}-{i}", row, funding)
