"""The dated facts of one profile or one release, each as a milestone."""

from __future__ import annotations

from collections import Counter
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
from city_relations.ties.moments import acts_in_order, done
from city_relations.ties.parties import changes_of_parties
from city_relations.timeline.milestones import Milestone, MilestoneKind, Status, status_on


def facts_of(partner: Partner, ties: Sequence[TieNow], today: date) -> Iterator[Milestone]:
    """Give everything dated in a profile, and what follows from it, as it stands on a day."""
    for bond in ties:
        yield from _of_tie(partner, bond, today)
        yield from _terms(partner, bond)
    for anniversary in anniversaries(ties):
        bond = tie, standing = anniversary.tie, anniversary.standing
        title = _named(
            say("{n} years {of_tie}", n=anniversary.years, of_tie=tie.kind.of_it), standing
        )
        kind = MilestoneKind.ANNIVERSARY
        made = _follows(partner, bond, kind, anniversary.date, title)
        yield replace(made, status=status_on(anniversary.date, today))
    yield from events_of(partner, (partner.slug,), today)
    yield from _projects(partner, today)
    yield from _elsewhere(partner)


def _terms(partner: Partner, bond: TieNow) -> Iterator[Milestone]:
    """Give the end of a term that is to come, and each that passed without renewal."""
    _, standing = bond
    kind = MilestoneKind.TERM
    for step in standing.coming:
        if step.act is None:
            title = _named(step.label, standing)
            made = _follows(partner, bond, kind, step.date, title)
            yield replace(made, status=Status.COMING)
    seen: Counter[str] = Counter()
    for one in standing.life:
        if one.state is State.EXPIRED and one.until and one.first <= standing.day:
            again = any(i.state.lives and one.last < i.first <= standing.day for i in standing.life)
            said = say("end of term, renewed later") if again else say("end of term, not renewed")
            title = _named(said, standing)
            made = _follows(partner, bond, kind, one.until, title)
            seen[made.key] += 1
            yield replace(made, key=_numbered(made.key, seen[made.key]))


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
        key=_key(partner.slug, standing.key, key),
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


def _key(*parts: str) -> str:
    """Name a fact for good; apostrophes part words, as in addresses."""
    joined = "-".join(str(part) for part in parts)
    return slugify(joined.replace("’", "-").replace("'", "-"), max_length=96)


def _numbered(key: str, number: int) -> str:
    return key if number == 1 else f"{key}-{number}"


def _of_tie(partner: Partner, bond: TieNow, today: date) -> Iterator[Milestone]:
    tie, standing = bond
    if tie.since and not any(act.date == tie.since for act in tie.acts):
        title = _named(say("beginning {of_tie}", of_tie=tie.kind.of_it), standing)
        made = _fact(partner, bond, tie.since, title, "since")
        yield replace(made, binding=True)
    counts: Counter[ActKind] = Counter()
    for number, (when, act) in enumerate(acts_in_order(tie), 1):
        counts[act.act] += 1
        title = _named(act_title(act, tie), standing)
        key = f"{act.act}-{counts[act.act]}"
        stands = act.planned if act.planned and not done(act, today) else when
        made = _fact(partner, bond, stands, title, key)
        yield replace(_act(made, tie, act, today), number=number)


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
        changes=changes_of_parties(tie, act, today),
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
