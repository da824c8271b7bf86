"""Milestones derived once from profiles and releases; a fact told twice is one milestone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from city_relations.dates import Precision, add_months
from city_relations.schema.identity import numbered
from city_relations.schema.localized import Localized
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.ties import TieNow
from city_relations.timeline.facts import events_of, facts_of, release_milestone
from city_relations.timeline.milestones import Milestone, MilestoneKind, Status

PartnerNow = tuple[Partner, Sequence[TieNow]]
T = TypeVar("T", PressRelease, Milestone)
# News of a fact comes within days of it; later releases tell something else.
NEWS = timedelta(days=10)


def milestones(
    partners: Iterable[PartnerNow], releases: Sequence[PressRelease], today: date
) -> tuple[Milestone, ...]:
    """Return every milestone as it stands on a day, in order, each fact once.

    Each partner comes with its ties as they stand on that day.
    """
    found = tuple(partners)
    names = {partner.slug: partner.lasting_name for partner, _ in found}
    facts = [fact for partner, ties in found for fact in facts_of(partner, ties, today)]
    for release in sorted(releases, key=lambda r: r.order):
        named = {slug: names[slug] for slug in release.partners}
        facts += events_of(release, named, today)
    news = by_partner(releases)
    told = [_told_by(fact, news) for fact in _merged(facts)]
    told += _news(releases, told)
    return tuple(sorted(_each_named(told), key=lambda m: m.order))


def _each_named(told: Sequence[Milestone]) -> Iterator[Milestone]:
    """Return facts with names all different: the second of a name is numbered."""
    named = zip(told, numbered(milestone.key for milestone in told), strict=True)
    return (one if one.key == key else replace(one, key=key) for one, key in named)


def by_partner(told: Iterable[T]) -> dict[str, tuple[T, ...]]:
    """Return the releases or milestones that name each partner, in their order."""
    found: dict[str, list[T]] = {}
    for one in told:
        for slug in dict.fromkeys(one.partners):
            found.setdefault(slug, []).append(one)
    return {slug: tuple(named) for slug, named in found.items()}


def _merged(facts: Iterable[Milestone]) -> Iterator[Milestone]:
    """Make one milestone of a fact that several files tell: a ring of cities, a visit."""
    same: dict[object, Milestone] = {}
    for fact in facts:
        key = _identity(fact)
        first = same.get(key)
        same[key] = _both(first, fact) if first else fact
    yield from same.values()


def _identity(fact: Milestone) -> object:
    """Return what makes two facts one: for an act its day, nature, place and parties."""
    if fact.kind is MilestoneKind.ACT and fact.date.is_day and len(fact.parties) > 2:  # noqa: PLR2004
        return fact.date, fact.title, fact.place, frozenset(fact.parties)
    if fact.event and fact.date.precision is not Precision.YEAR:
        return fact.date, fact.kind, fact.place, frozenset(fact.partners)
    if isinstance(fact.title, Localized):  # nobody knows whether two things of one year are one
        return fact.date, fact.kind, fact.title.in_("").casefold(), fact.partners
    return fact.key, fact.kind, fact.date, fact.title


def _both(one: Milestone, other: Milestone) -> Milestone:
    """Join two tellings; the one a release tells gives the words."""
    first, second = (other, one) if other.releases and not one.releases else (one, other)
    return replace(
        first,
        partners=tuple(dict.fromkeys((*one.partners, *other.partners))),
        themes=one.themes | other.themes,
        sources=tuple(dict.fromkeys((*first.sources, *second.sources))),
        releases=tuple({r.file: r for r in (*first.releases, *second.releases)}.values()),
        changes=first.changes or second.changes,
        recurrence=first.recurrence or second.recurrence,
        until=first.until or second.until,
        attending=first.attending or second.attending,
    )


def _told_by(fact: Milestone, news: Mapping[str, tuple[PressRelease, ...]]) -> Milestone:
    """Return an act the release that is its news: the first of one of its partners."""
    if fact.kind is not MilestoneKind.ACT or fact.status is not Status.DONE or not fact.date.upper:
        return fact
    if fact.date.precision not in {Precision.DAY, Precision.MONTH, Precision.INTERVAL}:
        return fact
    told = [r for slug in fact.partners for r in news.get(slug, ()) if _is_news(r, fact)]
    return replace(fact, releases=tuple(sorted(told, key=lambda r: r.order))[:1])


def _is_news(release: PressRelease, fact: Milestone) -> bool:
    return not release.events and fact.date.first <= release.date.first <= fact.date.last + NEWS


def _news(releases: Sequence[PressRelease], told: Sequence[Milestone]) -> Iterator[Milestone]:
    """Yield the releases that tell no other milestone of each partner they name."""
    said: dict[str, set[str]] = {}
    for milestone in told:
        for release in milestone.releases:
            said.setdefault(release.file, set()).update(milestone.partners)
    for release in releases:
        covered = said.get(release.file)
        rest = [s for s in dict.fromkeys(release.partners) if not covered or s not in covered]
        if rest or covered is None:
            yield release_milestone(release, tuple(rest))


def coming(told: Sequence[Milestone], today: date, months: int = 12) -> tuple[Milestone, ...]:
    """Return what is still to come within so many months, soonest first."""
    limit = add_months(today, months)
    found = [m for m in told if m.status.open and m.anchor < limit and m.kind.comes]
    return tuple(sorted(found, key=lambda m: (max(m.anchor, today), m.date.last, m.order)))
