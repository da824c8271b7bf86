"""The dated facts of one profile or one release, each as a milestone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from city_relations.dates import EdtfDate, Recurring
from city_relations.language.words import Text, say, say_in
from city_relations.schema.choices import State
from city_relations.schema.partner import Partner
from city_relations.schema.parts import Event
from city_relations.schema.press_release import PressRelease
from city_relations.schema.tie import Act, Tie
from city_relations.ties import Standing, TieNow
from city_relations.ties.anniversaries import anniversaries
from city_relations.ties.moments import done
from city_relations.ties.parties import changes_of_parties
from city_relations.timeline.milestones import Milestone, MilestoneKind, Status, status_on
from city_relations.timeline.names import (
    acts_with_names,
    event_name,
    name_of,
    project_names,
    tie_name,
)


def facts_of(partner: Partner, ties: Sequence[TieNow], today: date) -> Iterator[Milestone]:
    """Yield everything dated in a profile, and what follows from it, as it stands on a day."""
    for bond in ties:
        yield from _of_tie(partner, bond, today)
        yield from _terms(partner, bond)
    for anniversary in anniversaries(ties, today):
        bond = tie, standing = anniversary.tie, anniversary.standing
        title = _named(
            say("{n} years {of_tie}", n=anniversary.years, of_tie=tie.kind.of_it), standing
        )
        kind = MilestoneKind.ANNIVERSARY
        made = _follows(partner, bond, kind, anniversary.date, title)
        yield replace(made, status=status_on(anniversary.date, today))
    yield from events_of(partner, {partner.slug: partner.lasting_name}, today)
    yield from _projects(partner, today)
    yield from _elsewhere(partner)


def _terms(partner: Partner, bond: TieNow) -> Iterator[Milestone]:
    """Yield the end of a term that is to come, and each that passed without renewal."""
    _, standing = bond
    kind = MilestoneKind.TERM
    for step in standing.coming:
        if step.act is None:
            title = _named(step.label, standing)
            made = _follows(partner, bond, kind, step.date, title)
            yield replace(made, status=Status.COMING)
    for one in standing.lived:
        if one.state is State.EXPIRED and one.until:
            again = any(i.state.lives and one.last < i.first for i in standing.lived)
            said = say("end of term, renewed later") if again else say("end of term, not renewed")
            title = _named(said, standing)
            yield _follows(partner, bond, kind, one.until, title)


def _named(title: Text, standing: Standing) -> Text:
    """Name the tie in a title, where the partner has another of its kind."""
    return say("{title} ({name})", title=title, name=standing.name) if standing.name else title


def _fact(partner: Partner, bond: TieNow, date: EdtfDate, title: Text, key: str) -> Milestone:
    """Make a milestone of a tie."""
    tie, standing = bond
    return Milestone(
        date=date,
        kind=MilestoneKind.ACT,
        title=title,
        partners=(partner.slug,),
        key=name_of(tie_name(partner, standing), key),
        tie=tie.kind,
        tie_key=standing.key,
        themes=frozenset(tie.themes),
        sources=tie.sources,
        changed=_changed(partner),
    )


def _follows(
    partner: Partner, bond: TieNow, kind: MilestoneKind, date: EdtfDate, title: Text
) -> Milestone:
    """Make a milestone that follows from the calendar alone."""
    key = f"{kind}-{date.last.year}"
    made = _fact(partner, bond, date, title, key)
    return replace(made, kind=kind, sources=())


def _of_tie(partner: Partner, bond: TieNow, today: date) -> Iterator[Milestone]:
    tie, standing = bond
    if tie.since and not any(act.date == tie.since for act in tie.acts):
        title = _named(say("beginning {of_tie}", of_tie=tie.kind.of_it), standing)
        made = _fact(partner, bond, tie.since, title, "since")
        yield replace(made, binding=True)
    named = acts_with_names(tie, tie_name(partner, standing))
    for number, (key, when, act) in enumerate(named, 1):
        title = _named(act_title(act, tie), standing)
        stands = act.planned if act.planned and not done(act, today) else when
        made = _fact(partner, bond, stands, title, "")
        yield replace(_act(made, tie, act, today), key=key, number=number)


def _act(made: Milestone, tie: Tie, act: Act, today: date) -> Milestone:
    """Tell an act in a milestone of its tie."""
    open_status = Status.COMING if made.date.last >= today else Status.ANNOUNCED
    return replace(
        made,
        status=Status.DONE if done(act, today) else open_status,
        planned=act.planned,
        place=act.place or "",
        note=act.note,
        sources=act.sources or tie.sources,
        parties=act.parties,
        changes=changes_of_parties(tie, act, lambda one: done(one, today)),
        binding=not act.act.prepares,
        act=act.act,
    )


def act_title(act: Act, tie: Tie) -> Text:
    """Name an act of a tie: « signature du jumelage »."""
    if act.act.titled is None:
        return act.act.label
    values = {"act": act.act.label, "of_tie": tie.kind.of_it, "to_tie": tie.kind.to_it}
    return replace(act.act.titled, values=tuple(values.items()))


def events_of(
    record: Partner | PressRelease, partners: Mapping[str, str], today: date
) -> Iterator[Milestone]:
    """Yield the events of a profile or a release; `partners` maps short names to lasting ones."""
    release = record if isinstance(record, PressRelease) else None
    for event in record.events:
        first = Milestone(
            date=event.date,
            kind=MilestoneKind.EVENT,
            title=event.title,
            partners=tuple(partners),
            key=event_name(event, partners.values()),
            status=status_on(event.date, today),
            themes=frozenset(release.themes if release else ()),
            place=event.place or "",
            event=event.kind,
            sources=event.sources,
            releases=(release,) if release else (),
            changed=_changed(record),
            changes=tuple(_often(event)),
            recurrence=event.every,
            until=event.until,
            attending=event if event.invites else None,
        )
        yield first
        yield from _again(first, event, today)


def _often(event: Event) -> Iterator[Text]:
    """Say how often an event comes back, and since when; nothing of what happens once."""
    if event.every:
        told = Recurring(event.every, event.date.start or event.date, event.until)
        yield say_in("recurrence", "{often}", often=told)


def _again(first: Milestone, event: Event, today: date) -> Iterator[Milestone]:
    """Yield the next time of what comes back, once its first is over."""
    if not event.every or event.date.last >= today:
        return
    if when := event.every.following(event.date, today, event.until):
        yield replace(
            first,
            date=when,
            kind=MilestoneKind.OCCURRENCE,
            key=f"{first.key}-next",
            status=status_on(when, today),
            releases=(),
            recurrence=None,
            until=None,
        )


def _changed(record: Partner | PressRelease) -> date | None:
    """Return the day a record was last true for certain: published, or read over."""
    if isinstance(record, PressRelease):
        return record.date.lower
    return record.checked.date.lower if record.checked else None


def release_milestone(release: PressRelease, partners: tuple[str, ...]) -> Milestone:
    """Return a release as the news it is in itself."""
    return Milestone(
        date=release.date,
        kind=MilestoneKind.RELEASE,
        title=release.title,
        partners=partners,
        key=release.lasting_name,
        themes=frozenset(release.themes),
        place=release.place or "",
        releases=(release,),
        changed=_changed(release),
    )


def _projects(partner: Partner, today: date) -> Iterator[Milestone]:
    for project, name in zip(partner.projects, project_names(partner), strict=True):
        if project.period:
            yield Milestone(
                date=project.period,
                kind=MilestoneKind.PROJECT,
                title=project.title,
                partners=(partner.slug,),
                key=name,
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
                key=name_of(partner.lasting_name, "elsewhere", other.with_),
                tie=other.kind,
                note=other.note,
                sources=other.sources,
            )
