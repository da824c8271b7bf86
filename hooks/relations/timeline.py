"""Milestones derived once from profiles and releases; a fact told twice is one milestone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from slugify import slugify

from relations.anniversaries import anniversaries
from relations.dates import EdtfDate, Precision, add_months
from relations.milestones import Milestone, MilestoneKind, Status
from relations.schema.choices import ActKind, TieKind
from relations.tie_life import done
from relations.ties import standings
from relations.words import Text, say, say_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from relations.schema.partner import Partner
    from relations.schema.tie import Act, Tie
    from relations.schema.parts import Event
    from relations.schema.press_release import PressRelease

# News of a fact comes within days of it; later releases tell something else.
NEWS = timedelta(days=10)
PREPARING = {ActKind.CALL, ActKind.INTENT, ActKind.VOTE}

_OF_TIE = {
    TieKind.TWINNING: say_in("of the tie", "of the twinning"),
    TieKind.DECENTRALISED_COOPERATION: say_in("of the tie", "of the decentralised cooperation"),
    TieKind.FRIENDSHIP: say_in("of the tie", "of the friendship pact"),
    TieKind.AGREEMENT: say_in("of the tie", "of the agreement"),
    TieKind.PROJECT: say_in("of the tie", "of the project"),
}
_TO_TIE = {
    TieKind.TWINNING: say_in("to the tie", "to the twinning"),
    TieKind.DECENTRALISED_COOPERATION: say_in("to the tie", "to the decentralised cooperation"),
    TieKind.FRIENDSHIP: say_in("to the tie", "to the friendship pact"),
    TieKind.AGREEMENT: say_in("to the tie", "to the agreement"),
    TieKind.PROJECT: say_in("to the tie", "to the project"),
}


def milestones(
    partners: Sequence[Partner], releases: Sequence[PressRelease], today: date
) -> tuple[Milestone, ...]:
    """Give every milestone as it stands on a day, in order, each fact once."""
    facts = [m for partner in partners for m in _of_partner(partner, today)]
    facts += [m for release in releases for m in _events(release, release.partners, today)]
    merged = list(_merged(facts))
    told = [_told_by(fact, releases) for fact in merged]
    told += _news(releases, told)
    return tuple(sorted(told, key=lambda m: m.order))


def _of_partner(partner: Partner, today: date) -> Iterator[Milestone]:
    for tie, standing in zip(partner.ties, standings(partner.ties, today), strict=True):
        yield from _of_tie(partner, tie, today)
        for step in standing.coming:
            if step.act is None:
                yield _coming(partner, tie, MilestoneKind.TERM, step.date, step.label)
    for anniversary in anniversaries(partner.ties, today):
        title = say("{n} years {of_tie}", n=anniversary.years, of_tie=_OF_TIE[anniversary.tie.kind])
        kind = MilestoneKind.ANNIVERSARY
        yield _coming(partner, anniversary.tie, kind, anniversary.date, title)
    yield from _events(partner, (partner.slug,), today)
    yield from _projects(partner, today)
    yield from _elsewhere(partner)


def _fact(partner: Partner, tie: Tie, date: EdtfDate, title: Text, key: str) -> Milestone:
    """Make a milestone of a tie."""
    return Milestone(
        date=date,
        kind=MilestoneKind.ACT,
        title=title,
        partners=(partner.slug,),
        key=_key(partner.slug, tie.kind, key),
        tie=tie.kind,
        themes=frozenset(tie.themes),
        sources=tie.sources,
        changed=partner.checked.on.lower if partner.checked else None,
    )


def _coming(
    partner: Partner, tie: Tie, kind: MilestoneKind, date: EdtfDate, title: Text
) -> Milestone:
    """Make a milestone that follows from the calendar alone."""
    key = f"{kind}-{date.last.year}"
    made = _fact(partner, tie, date, title, key)
    return replace(made, kind=kind, status=Status.COMING, sources=())


def _key(*parts: str) -> str:
    """Name a fact for good; apostrophes part words, as in addresses."""
    joined = "-".join(str(part) for part in parts)
    return slugify(joined.replace("’", "-").replace("'", "-"), max_length=96)


def _of_tie(partner: Partner, tie: Tie, today: date) -> Iterator[Milestone]:
    if tie.since and not any(act.date == tie.since for act in tie.acts):
        title = say("beginning {of_tie}", of_tie=_OF_TIE[tie.kind])
        yield replace(_fact(partner, tie, tie.since, title, "since"), binding=True)
    counts: dict[ActKind, int] = {}
    parties: tuple[str, ...] = ()
    for when, act in sorted(_dated(tie), key=lambda item: (item[0], str(item[1].act))):
        counts[act.act] = counts.get(act.act, 0) + 1
        made = _act(partner, tie, act, when, today)
        key = _key(partner.slug, tie.kind, act.act, str(counts[act.act]))
        changes = tuple(_changes(parties, act.parties or tie.parties)) if act.parties else ()
        yield replace(made, key=key, changes=changes)
        parties = act.parties or parties


def _dated(tie: Tie) -> Iterator[tuple[EdtfDate, Act]]:
    for act in tie.acts:
        if act.when:
            yield act.when, act


def _changes(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Text]:
    """Say who joined a tie and who left it."""
    joined = [name for name in after if name not in before]
    left = [name for name in before if name not in after]
    if before and joined:
        yield say("now with {names}", names=", ".join(joined))
    if left:
        yield say("now without {names}", names=", ".join(left))


def _act(partner: Partner, tie: Tie, act: Act, when: EdtfDate, today: date) -> Milestone:
    is_done = done(act, today)
    if not is_done and act.planned:
        when = act.planned
    status = Status.DONE if is_done else Status.COMING if when.last >= today else Status.ANNOUNCED
    return replace(
        _fact(partner, tie, when, act_title(act, tie), str(act.act)),
        status=status,
        planned=act.planned,
        place=act.place or "",
        note=act.note,
        sources=act.sources or tie.sources,
        parties=act.parties,
        binding=act.act not in PREPARING,
    )


def act_title(act: Act, tie: Tie) -> Text:
    """Name an act of a tie: « signature du jumelage »."""
    if act.act is ActKind.AMENDMENT:
        return say("amendment {to_tie}", to_tie=_TO_TIE[tie.kind])
    if act.act in PREPARING:
        return act.act.label
    return say("{act} {of_tie}", act=act.act.label, of_tie=_OF_TIE[tie.kind])


def _events(
    record: Partner | PressRelease, partners: Iterable[str], today: date
) -> Iterator[Milestone]:
    """Give the events of a profile or a release."""
    release = record if not hasattr(record, "ties") else None
    for event in record.events:
        yield Milestone(
            date=event.date,
            kind=MilestoneKind.EVENT,
            title=event.title,
            partners=tuple(dict.fromkeys(partners)),
            key=_event_key(event, partners),
            status=Status.COMING if event.date.last >= today else Status.DONE,
            themes=frozenset(getattr(record, "themes", ())),
            place=event.place or "",
            sources=event.sources,
            releases=(release,) if release else (),
            changed=_changed(record),
        )


def _event_key(event: Event, partners: Iterable[str]) -> str:
    return _key(*sorted(partners), event.title.in_(""))


def _changed(record: Partner | PressRelease) -> date | None:
    checked = getattr(record, "checked", None)
    found = getattr(record, "date", None) or (checked.on if checked else None)
    return found.lower if found else None


def _projects(partner: Partner, today: date) -> Iterator[Milestone]:
    for project in partner.projects:
        if project.period:
            yield Milestone(
                date=project.period,
                kind=MilestoneKind.PROJECT,
                title=project.title,
                partners=(partner.slug,),
                key=_key(partner.slug, project.title.in_("")),
                status=Status.COMING if project.period.first > today else Status.DONE,
                themes=frozenset(project.themes),
                sources=project.sources,
                parties=project.parties,
            )


def _elsewhere(partner: Partner) -> Iterator[Milestone]:
    for other in partner.elsewhere:
        if other.period:
            bond = other.kind.label if other.kind else say("tie")
            yield Milestone(
                date=other.period,
                kind=MilestoneKind.ELSEWHERE,
                title=say("{tie} with {place}", tie=bond, place=other.with_),
                partners=(partner.slug,),
                key=_key(partner.slug, "elsewhere", other.with_),
                tie=other.kind,
                note=other.note,
                sources=other.sources,
            )


def _merged(facts: Iterable[Milestone]) -> Iterator[Milestone]:
    """Make one milestone of a fact that several files tell: a ring of cities, a visit."""
    same: dict[object, Milestone] = {}
    for fact in facts:
        key = _identity(fact)
        first = same.get(key)
        same[key] = _both(first, fact) if first else fact
    yield from same.values()


def _identity(fact: Milestone) -> object:
    """Tell what makes two facts one: for an act its day, nature, place and circle of parties."""
    if fact.kind is MilestoneKind.ACT and fact.date.is_day and len(fact.parties) > 2:  # noqa: PLR2004
        return fact.date, fact.title, fact.place, frozenset(fact.parties)
    if fact.kind is MilestoneKind.EVENT and fact.date.precision is not Precision.YEAR:
        return fact.date, fact.kind, fact.place, frozenset(fact.partners)
    return fact.key, fact.kind, fact.date


def _both(one: Milestone, other: Milestone) -> Milestone:
    """Join two tellings; the one a release tells gives the words."""
    first, second = (other, one) if other.releases and not one.releases else (one, other)
    return replace(
        first,
        partners=tuple(dict.fromkeys((*one.partners, *other.partners))),
        themes=one.themes | other.themes,
        sources=tuple(dict.fromkeys((*first.sources, *second.sources))),
        releases=tuple(dict.fromkeys((*first.releases, *second.releases))),
    )


def _told_by(fact: Milestone, releases: Sequence[PressRelease]) -> Milestone:
    """Give a fact the releases that are its news."""
    if fact.kind is not MilestoneKind.ACT or fact.status is not Status.DONE or not fact.date.upper:
        return fact
    if fact.date.precision not in {Precision.DAY, Precision.MONTH, Precision.INTERVAL}:
        return fact
    news = [r for r in releases if set(r.partners) & set(fact.partners) and _is_news(r, fact)]
    return replace(fact, releases=tuple(sorted(news, key=lambda r: (r.date, r.slug)))[:1])


def _is_news(release: PressRelease, fact: Milestone) -> bool:
    return not release.events and fact.date.first <= release.date.first <= fact.date.last + NEWS


def _news(releases: Sequence[PressRelease], told: Sequence[Milestone]) -> Iterator[Milestone]:
    """Give the releases that tell no other milestone of each partner they name."""
    for release in releases:
        tellings = [m for m in told if release in m.releases]
        said = {slug for m in tellings for slug in m.partners}
        rest = tuple(slug for slug in dict.fromkeys(release.partners) if slug not in said)
        if rest or not tellings:
            yield Milestone(
                date=release.date,
                kind=MilestoneKind.RELEASE,
                title=release.title,
                partners=rest,
                key=release.slug,
                themes=frozenset(release.themes),
                place=release.place or "",
                releases=(release,),
                changed=release.date.lower,
            )


def coming(told: Sequence[Milestone], today: date, months: int = 12) -> tuple[Milestone, ...]:
    """Give what is still to come within so many months, soonest first."""
    limit = add_months(today, months)
    found = [m for m in told if m.status is Status.COMING and m.anchor < limit]
    return tuple(sorted(found, key=lambda m: (max(m.anchor, today), m.date.last, m.order)))
