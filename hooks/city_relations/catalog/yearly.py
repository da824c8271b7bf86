"""One year of the record: what was signed and done in it, what it cost, what came next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from city_relations.catalog.money import Money, total
from city_relations.catalog.years import last_day
from city_relations.dates import EdtfDate
from city_relations.schema.localized import Localized
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.schema.project import Funding, Project
from city_relations.timeline import PartnerNow
from city_relations.timeline.milestones import Milestone, MilestoneKind, Status


@dataclass(frozen=True)
class Deeds:
    """What became of ties in a year, each group in the order of its dates.

    `signed` are first signatures, `renewed` what binds anew, `ended` ends and terms that ran out,
    `others` every other act, `announced` what was announced for the year and not done in it.
    """

    signed: tuple[Milestone, ...]
    renewed: tuple[Milestone, ...]
    ended: tuple[Milestone, ...]
    others: tuple[Milestone, ...]
    announced: tuple[Milestone, ...]


@dataclass(frozen=True)
class Happenings:
    """The events of a year: delegations sent, delegations received, everything else."""

    abroad: tuple[Milestone, ...]
    received: tuple[Milestone, ...]
    others: tuple[Milestone, ...]


@dataclass(frozen=True)
class JointProject:
    """A project, and the partners in whose profiles it stands."""

    project: Project
    partners: tuple[Partner, ...]


@dataclass(frozen=True)
class Spending:
    """The projects that ran in a year, and the money told of them for their whole length.

    `silent` counts those of which no money is told, `undated` the projects of no known period,
    which belong to no year. A project of several partners stands once in `total`, and in the line
    of each in `by_partner`.
    """

    projects: tuple[JointProject, ...]
    by_funder: tuple[tuple[str, Money], ...]
    by_partner: tuple[tuple[Partner, Money], ...]
    total: Money
    silent: int
    undated: int

    @property
    def is_shared(self) -> bool:
        """Return whether money is told of a project of several partners."""
        return any(len(one.partners) > 1 and one.project.funding for one in self.projects)


@dataclass(frozen=True)
class Corrected:
    """A correction: its day, what was corrected, and what the note says."""

    date: EdtfDate
    record: Partner | PressRelease
    note: Localized

    @property
    def of_release(self) -> bool:
        """Return whether a release was corrected, and no profile."""
        return isinstance(self.record, PressRelease)


@dataclass(frozen=True)
class Review:
    """A year as it is seen from its last day, or from a day in it.

    `day` is the last one or, while the year is not over, the last on which the record says
    something: what says the same a day later bears the same. `known` are the partners of whom
    something was told by then, `bound` those with a tie in force.
    """

    year: int
    day: date
    deeds: Deeds
    happenings: Happenings
    spending: Spending
    releases: tuple[PressRelease, ...]
    corrections: tuple[Corrected, ...]
    coming: tuple[Milestone, ...]
    known: tuple[Partner, ...]
    bound: tuple[Partner, ...]

    @property
    def is_over(self) -> bool:
        """Return whether the whole year is seen."""
        return self.day == last_day(self.year)


@dataclass(frozen=True)
class Record:
    """What a year is reviewed from: everything as it stands on the day it is seen from."""

    partners: tuple[PartnerNow, ...]
    milestones: tuple[Milestone, ...]
    coming: tuple[Milestone, ...]
    releases: tuple[PressRelease, ...]
    originals: tuple[PressRelease, ...]
    day: date


def review(record: Record, year: int) -> Review:
    """Review a year of the record."""
    own = [m for m in record.milestones if m.year == year]
    profiles = (partner for partner, _ in record.partners)
    corrected = tuple(_corrections((*profiles, *record.originals), year))
    known = [pair for pair in record.partners if _is_known(pair, record)]
    return Review(
        year=year,
        day=_day(record, year, corrected),
        deeds=_deeds(own, record.partners),
        happenings=_happenings(own, record.day),
        spending=spending([partner for partner, _ in record.partners], year),
        releases=tuple(r for r in reversed(record.releases) if r.year == year),
        corrections=corrected,
        coming=tuple(one for one in record.coming if _was_announced(one, record.day)),
        known=tuple(partner for partner, _ in known),
        bound=tuple(p for p, ties in known if any(now.state.lives for _, now in ties)),
    )


def _day(record: Record, year: int, corrected: Iterable[Corrected]) -> date:
    """Return the day a report bears, in its year."""
    if record.day == last_day(year):
        return record.day
    told = (*(m.anchor for m in record.milestones), *(one.date.first for one in corrected))
    return max((date(year, 1, 1), *(day for day in told if day <= record.day)))


def _is_known(pair: PartnerNow, record: Record) -> bool:
    """Return whether something of a partner was told by the day, its ties elsewhere aside."""
    partner, ties = pair
    if any(not now.state.prospective for _, now in ties):
        return True
    told = (m for m in record.milestones if partner.slug in m.partners)
    return any(m.anchor <= record.day for m in told if m.kind is not MilestoneKind.ELSEWHERE)


def _deeds(own: Sequence[Milestone], partners: Sequence[PartnerNow]) -> Deeds:
    begun = {(p.slug, now.key): now.begun for p, ties in partners for _, now in ties}
    groups: dict[str, list[Milestone]] = {}
    for one in own:
        groups.setdefault(_group(one, begun), []).append(one)
    told = ("signed", "renewed", "ended", "others", "announced")
    return Deeds(*(tuple(groups.get(name, ())) for name in told))


def _group(one: Milestone, begun: Mapping[tuple[str, str], EdtfDate | None]) -> str:
    """Return the group of an act or of the end of a term; "" of everything else."""
    if one.kind.ends and not one.status.open:
        return "ended"
    if one.kind is not MilestoneKind.ACT or one.status.open:
        return ""
    return _done(one, begun) if one.status is Status.DONE else "announced"


def _done(one: Milestone, begun: Mapping[tuple[str, str], EdtfDate | None]) -> str:
    first = begun.get((one.partners[0], one.tie_key))
    is_first = first is not None and one.date.first <= first.first
    if one.act is None or (one.act.binds and is_first):  # a beginning may have no act
        return "signed"
    if one.act.ends:
        return "ended"
    return "renewed" if one.act.renews else "others"


def _happenings(own: Sequence[Milestone], day: date) -> Happenings:
    found = [(m, m.event) for m in own if m.event and m.kind.happens and m.anchor <= day]
    return Happenings(
        abroad=tuple(m for m, event in found if event.sent),
        received=tuple(m for m, event in found if event.received),
        others=tuple(m for m, event in found if not (event.sent or event.received)),
    )


def spending(partners: Sequence[Partner], year: int) -> Spending:
    """Add up the money told of the projects that ran in a year; nothing is shared out by year."""
    every = [(partner, project) for partner in partners for project in partner.projects]
    ran = _joined((p, one) for p, one in every if one.period and _runs(one.period, year))
    money: dict[str, list[Funding]] = {}
    names: dict[str, str] = {}
    for one in ran:
        for share in one.project.funding:
            name = names.setdefault(share.funder.casefold(), share.funder)
            money.setdefault(name, []).append(share)
    shares = {
        p.slug: [f for one in ran if p in one.partners for f in one.project.funding]
        for p in partners
    }
    return Spending(
        projects=ran,
        by_funder=tuple((name, total(found)) for name, found in sorted(money.items())),
        by_partner=tuple((p, total(shares[p.slug])) for p in partners if shares[p.slug]),
        total=total(share for found in money.values() for share in found),
        silent=sum(not one.project.funding for one in ran),
        undated=len(_joined(pair for pair in every if pair[1].period is None)),
    )


def _runs(period: EdtfDate, year: int) -> bool:
    """Return whether a period surely touches a year; one without an end goes on."""
    begins = period.lower is None or period.lower.year <= year
    ends = period.upper is None or period.upper.year >= year
    return begins and ends and not period.is_unknown


def _joined(told: Iterable[tuple[Partner, Project]]) -> tuple[JointProject, ...]:
    """Make one of a project that several profiles tell: of one name, period and money."""
    found: dict[object, JointProject] = {}
    for partner, project in told:
        names = frozenset(name.casefold() for name in project.title.values())
        money = tuple((f.funder, f.scheme, f.amount, f.currency) for f in project.funding)
        key = names, project.period, money
        first = found.get(key, JointProject(project, ()))
        found[key] = JointProject(first.project, (*first.partners, partner))
    return tuple(found.values())


def _corrections(records: Iterable[Partner | PressRelease], year: int) -> Iterator[Corrected]:
    """Yield the corrections that bear a date of the year, the oldest first."""
    found = [
        Corrected(one.date, record, one.note)
        for record in records
        for one in record.corrections
        if one.date.first.year == year
    ]
    yield from sorted(found, key=lambda one: (one.date, one.record.file))


def _was_announced(one: Milestone, day: date) -> bool:
    """Return whether what comes could be told by a day: a later release had not announced it yet.

    An act that was never announced came unforeseen.
    """
    if one.kind is MilestoneKind.ACT and one.planned is None:
        return False
    return not one.releases or any(r.date.first <= day for r in one.releases)
