"""The dated facts of one profile or one release, each as a milestone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from slugify import slugify

from city_relations.dates import EdtfDate
from city_relations.language.words import Text, say
from city_relations.schema.choices import ActKind, State
from city_relations.schema.partner import Partner
from city_relations.schema.parts import Event
from city_relations.schema.press_release import PressRelease
from city_relations.schema.tie import Act, Tie
from city_relations.ties import Standing, TieNow
from city_relations.ties.anniversaries import anniversaries
from city_relations.ties.life import acts_in_order, done
from city_relations.timeline.milestones import Milestone, MilestoneKind, Status, status_on


def facts_of(partner: Partner, ties: Sequence[TieNow], today: date) -> Iterator[Milestone]:
    """Give everything dated in a profile, and what follows from it, as it stands on a day."""
    for tie, standing in ties:
        yield from _of_tie(partner, tie, today)
        yield from _term(partner, tie, standing)
    for anniversary in anniversaries(ties):
        title = say("{n} years {of_tie}", n=anniversary.years, of_tie=anniversary.tie.kind.of_it)
        kind = MilestoneKind.ANNIVERSARY
        made = _follows(partner, anniversary.tie, kind, anniversary.date, title)
        yield replace(made, status=status_on(anniversary.date, today))
    yield from events_of(partner, (partner.slug,), today)
    yield from _projects(partner, today)
    yield from _elsewhere(partner)


def _term(partner: Partner, tie: Tie, standing: Standing) -> Iterator[Milestone]:
    """Give the end of a term that is to come, or that passed without renewal."""
    for step in standing.coming:
        if step.act is None:
            made = _follows(partner, tie, MilestoneKind.TERM, step.date, step.label)
            yield replace(made, status=Status.COMING)
    if standing.state is State.EXPIRED and standing.until:
        title = say("end of term, not renewed")
        yield _follows(partner, tie, MilestoneKind.TERM, standing.until, title)


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
        changed=_changed(partner),
    )


def _follows(
    partner: Partner, tie: Tie, kind: MilestoneKind, date: EdtfDate, title: Text
) -> Milestone:
    """Make a milestone that follows from the calendar alone."""
    key = f"{kind}-{date.last.year}"
    made = _fact(partner, tie, date, title, key)
    return replace(made, kind=kind, sources=())


def _key(*parts: str) -> str:
    """Name a fact for good; apostrophes part words, as in addresses."""
    joined = "-".join(str(part) for part in parts)
    return slugify(joined.replace("’", "-").replace("'", "-"), max_length=96)


def _of_tie(partner: Partner, tie: Tie, today: date) -> Iterator[Milestone]:
    if tie.since and not any(act.date == tie.since for act in tie.acts):
        title = say("beginning {of_tie}", of_tie=tie.kind.of_it)
        yield replace(_fact(partner, tie, tie.since, title, "since"), binding=True)
    counts: dict[ActKind, int] = {}
    parties: tuple[str, ...] = ()
    for when, act in acts_in_order(tie):
        counts[act.act] = counts.get(act.act, 0) + 1
        made = _act(partner, tie, act, when, today)
        key = _key(partner.slug, tie.kind, act.act, str(counts[act.act]))
        changes = tuple(_changes(parties, act.parties or tie.parties)) if act.parties else ()
        yield replace(made, key=key, changes=changes)
        parties = act.parties or parties


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
        binding=not act.act.prepares,
    )


def act_title(act: Act, tie: Tie) -> Text:
    """Name an act of a tie: « signature du jumelage »."""
    if act.act.titled is None:
        return act.act.label
    values = {"act": act.act.label, "of_tie": tie.kind.of_it, "to_tie": tie.kind.to_it}
    return replace(act.act.titled, values=tuple(values.items()))


def events_of(
    record: Partner | PressRelease, partners: Iterable[str], today: date
) -> Iterator[Milestone]:
    """Give the events of a profile or a release."""
    release = record if isinstance(record, PressRelease) else None
    for event in record.events:
        yield Milestone(
            date=event.date,
            kind=MilestoneKind.EVENT,
            title=event.title,
            partners=tuple(dict.fromkeys(partners)),
            key=_event_key(event, partners),
            status=status_on(event.date, today),
            themes=frozenset(release.themes if release else ()),
            place=event.place or "",
            event=event.kind,
            sources=event.sources,
            releases=(release,) if release else (),
            changed=_changed(record),
        )


def _event_key(event: Event, partners: Iterable[str]) -> str:
    return _key(*sorted(partners), event.title.in_(""))


def _changed(record: Partner | PressRelease) -> date | None:
    """Give the day a record was last true for certain: published, or read over."""
    if isinstance(record, PressRelease):
        return record.date.lower
    return record.checked.on.lower if record.checked else None


def release_milestone(release: PressRelease, partners: tuple[str, ...]) -> Milestone:
    """Give a release as the news it is in itself."""
    return Milestone(
        date=release.date,
        kind=MilestoneKind.RELEASE,
        title=release.title,
        partners=partners,
        key=release.slug,
        themes=frozenset(release.themes),
        place=release.place or "",
        releases=(release,),
        changed=_changed(release),
    )


def _projects(partner: Partner, today: date) -> Iterator[Milestone]:
    for project in partner.projects:
        if project.period:
            yield Milestone(
                date=project.period,
                kind=MilestoneKind.PROJECT,
                title=project.title,
                partners=(partner.slug,),
                key=_key(partner.slug, project.title.in_("")),
                status=status_on(project.period, today),
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
