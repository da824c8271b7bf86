"""Rules of time within a profile: what cannot have happened as written, both places told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import product

from city_relations.checks.for_each import Rule, acts, for_each, partners, ties
from city_relations.checks.places import place_of
from city_relations.content import Content
from city_relations.dates import EdtfDate, Said
from city_relations.language.words import say
from city_relations.problems import Problem
from city_relations.schema.choices import ActKind
from city_relations.schema.partial import UnknownError, known
from city_relations.schema.partner import Partner
from city_relations.schema.tie import Act, Tie
from city_relations.ties import ties_with_standing
from city_relations.ties.identity import founding, kind_superseded, replaced_by
from city_relations.ties.intervals import Interval, expired_before
from city_relations.ties.life import date_ahead
from city_relations.ties.moments import done, in_order

OfKind = Callable[[ActKind], bool]
Numbered = tuple[int, Tie]


@for_each(acts)
def signatures_come_first(
    partner: Partner, i: int, tie: Tie, j: int, act: Act
) -> Iterator[Problem]:
    """What ends, holds or changes a tie is not before its first signature."""
    if act.act.needs_signature:
        yield from _before(partner, i, tie, j, lambda kind: kind.founds)


@for_each(acts)
def calls_come_first(partner: Partner, i: int, tie: Tie, j: int, act: Act) -> Iterator[Problem]:
    """Nothing of a tie is before the call for partners that led to it."""
    if not act.act.opens:
        yield from _before(partner, i, tie, j, lambda kind: kind.opens)


def _first(tie: Tie, kind: OfKind) -> tuple[EdtfDate, int] | None:
    """Return the first act of a kind that was done: its date and its number."""
    found = [(act.date, j) for j, act in enumerate(tie.acts) if kind(act.act) and act.date]
    return min(found, default=None)


def _before(partner: Partner, i: int, tie: Tie, j: int, kind: OfKind) -> Iterator[Problem]:
    """Refuse an act that is before the act of a kind it follows from."""
    act, first = tie.acts[j], _first(tie, kind)
    if act.when and first and act.when.last < first[0].first:
        text = say(
            "this act ({act}, {date}) is before the one it follows from "
            "({other}, {when}, {place}): put one of the dates right.",
            act=act.act.label,
            date=Said(act.when),
            other=tie.acts[first[1]].act.label,
            when=Said(first[0]),
            place=place_of(partner, ("ties", i, "acts", first[1], "date")),
        )
        name = "date" if act.date else "planned"
        yield partner.problem(("ties", i, "acts", j, name), text)


@for_each(acts)
def acts_follow_the_beginning(
    partner: Partner, i: int, tie: Tie, j: int, act: Act
) -> Iterator[Problem]:
    """Nothing that founds, ends or changes a tie is before the time it lives since."""
    follows = act.act.needs_signature or act.act.founds
    if follows and tie.since and act.date and act.date.last < tie.since.first:
        text = say(
            "this act ({act}, {date}) is before the tie lives ({since}, {place}): "
            "put one of the dates right.",
            act=act.act.label,
            date=Said(act.date),
            since=Said(tie.since, "since"),
            place=place_of(partner, ("ties", i, "since")),
        )
        yield partner.problem(("ties", i, "acts", j, "date"), text)


@for_each(acts)
def resumptions_follow_suspensions(
    partner: Partner, i: int, tie: Tie, j: int, act: Act
) -> Iterator[Problem]:
    """A tie resumes only after it was suspended."""
    if act.act.resumes and act.date:
        held = _first(tie, lambda kind: kind.suspends)
        if not (held and held[0].first <= act.date.last):
            text = say(
                "this resumption ({date}) follows no suspension: "
                "add the act that suspended the tie.",
                date=Said(act.date),
            )
            yield partner.problem(("ties", i, "acts", j), text)
        elif end := _ended_before(tie, act.date):
            text = say(
                "the tie had ended ({date}, {place}) before this resumption: "
                "write “act: renewal” if it was made anew.",
                date=Said(end[0]),
                place=place_of(partner, ("ties", i, "acts", end[1], "date")),
            )
            yield partner.problem(("ties", i, "acts", j), text)
        elif out := expired_before(tie, act.date):
            text = say(
                "the term of the tie had run out ({date}) before this resumption: "
                "write “act: renewal” if it was made anew.",
                date=Said(out),
            )
            yield partner.problem(("ties", i, "acts", j), text)


def _ended_before(tie: Tie, when: EdtfDate) -> tuple[EdtfDate, int] | None:
    """Return the end of a tie before a date, after which nothing made it anew; and its number."""
    told = [(act.date, j, act.act) for j, act in enumerate(tie.acts) if act.date]
    before = [told[n] for _, n in in_order([date for date, _, _ in told])]
    lives = [one for one in before if one[0].last < when.first and (one[2].ends or one[2].binds)]
    return (lives[-1][0], lives[-1][1]) if lives and lives[-1][2].ends else None


@for_each(ties)
def terms_have_a_signature(partner: Partner, i: int, tie: Tie) -> Iterator[Problem]:
    """A term runs from a signature, done or announced, or from when the tie lives since."""
    if tie.term and not tie.since and not any(act.act.binds for act in tie.acts):
        text = say(
            "a term runs from a signature, and this tie ({place}) has none: "
            "add “act: signature” with its date.",
            place=place_of(partner, ("ties", i)),
        )
        yield partner.problem(("ties", i, "term"), text)


def _later(content: Content) -> Iterator[tuple[Partner, list[Numbered], Numbered]]:
    """Yield each tie with those of its profile that stand before it."""
    for partner in content.partners:
        every = list(known(partner.ties))
        for n, tie in enumerate(every):
            yield partner, every[:n], tie


@for_each(_later)
def ties_do_not_overlap(
    partner: Partner, before: list[Numbered], other: Numbered, today: date
) -> Iterator[Problem]:
    """A partner has one twinning and one friendship at a time; of others each has its name."""
    k, second = other
    for i, first in before:
        with suppress(UnknownError):
            if _are_one_kind(first, second) and _both_live(partner, first, second, today):
                yield _overlapping(partner, i, (k, second))
                return  # told once: of twenty agreements not each pair


def _are_one_kind(first: Tie, second: Tie) -> bool:
    named = first.name and second.name and not first.kind.lasting
    return first.kind == second.kind and not named


def _overlapping(partner: Partner, i: int, other: Numbered) -> Problem:
    """Say that a tie lives beside another of its kind, number `i`."""
    k, second = other
    place = place_of(partner, ("ties", i))
    text = say(
        "a second tie of this kind ({kind}) while the first lives ({place}): "
        "make them one tie with its acts, or write the end of the first.",
        kind=second.kind.label,
        place=place,
    )
    if not second.kind.lasting:
        text = say(
            "a second tie of this kind ({kind}) while the first lives ({place}): "
            "give each its “name:”, make them one tie with its acts, "
            "or write the end of the first.",
            kind=second.kind.label,
            place=place,
        )
    return partner.problem(("ties", k, "kind"), text, remark=not second.kind.lasting)


def _both_live(partner: Partner, one: Tie, other: Tie, today: date) -> bool:
    """Return whether two ties bound on one and the same day, up to today."""
    every = [tie for _, tie in known(partner.ties)]
    standings = dict(zip(map(id, every), ties_with_standing(every, today), strict=True))
    first, second = (standings[id(tie)][1].lived for tie in (one, other))
    pairs = product(_bound(first), _bound(second))
    return any(a.first <= b.last and b.first <= a.last for a, b in pairs)


def _bound(lived: Iterable[Interval]) -> list[Interval]:
    """List the intervals on which a tie surely bound; one known by its year ends with the year."""
    found = [one for one in lived if one.state.lives]
    return [replace(i, first=min(i.start.last, i.last) if i.start else i.first) for i in found]


@for_each(acts)
def plans_come_before_deeds(
    partner: Partner, i: int, _: Tie, j: int, act: Act
) -> Iterator[Problem]:
    """An act is announced for a time not after the one it was done at; else a remark."""
    if act.planned and act.date and act.planned.first > act.date.last:
        text = say(
            "done {date}, but planned for later: {planned} ({place}). Check both dates.",
            planned=Said(act.planned),
            date=Said(act.date, "when"),
            place=place_of(partner, ("ties", i, "acts", j, "planned")),
        )
        yield partner.problem(("ties", i, "acts", j, "date"), text, remark=True)


@for_each(ties)
def successors_have_predecessors(partner: Partner, i: int, tie: Tie) -> Iterator[Problem]:
    """A tie that supersedes another stands beside it, and names it where it could be several."""
    if tie.supersedes:
        meant = replaced_by(tie, partner.ties)
        older = [(k, t) for k, t in enumerate(partner.ties) if any(t is one for one in meant)]
        yield from _superseding(partner, i, tie, older)


def _superseding(partner: Partner, i: int, tie: Tie, older: list[Numbered]) -> Iterator[Problem]:
    loc = ("ties", i, "supersedes")
    if not older:
        kind = kind_superseded(tie)
        text = say(
            "no earlier tie of this kind or name ({kind}) in this profile: add it.",
            kind=kind.label if kind else str(tie.supersedes),
        )
        yield partner.problem(loc, text)
    elif len(older) > 1:
        named = [other.name.in_("") for _, other in older if other.name]
        text = say(
            "several ties may be meant ({places}): write the name of the one that was replaced.",
            places=", ".join(place_of(partner, ("ties", k)) for k, _ in older),
        )
        yield partner.problem(loc, text, f"supersedes: {named[0]}" if len(named) == 1 else "")
    elif _younger(older[0][1], tie):
        place = place_of(partner, ("ties", older[0][0]))
        text = say("the tie replaced ({place}) is younger than this one: check both.", place=place)
        yield partner.problem(loc, text)


def _younger(one: Tie, other: Tie) -> bool:
    first, second = founding(one), founding(other)
    return bool(first and second and first.first > second.last)


@for_each(partners)
def rereadings_follow_readings(partner: Partner) -> Iterator[Problem]:
    """A profile is read over again after the day it was read over."""
    checked = partner.checked
    if checked and checked.next and checked.next.last < checked.date.first:
        text = say(
            "the next check ({next}) is before the last one ({on}, {place}).",
            next=Said(checked.next),
            on=Said(checked.date),
            place=place_of(partner, ("checked", "date")),
        )
        yield partner.problem(("checked", "next"), text)


@for_each(ties)
def lives_have_begun(partner: Partner, i: int, tie: Tie, today: date) -> Iterator[Problem]:
    """A tie lives since a day that has come."""
    if tie.since and tie.since.first > today:
        text = say("this day is still to come; for an announcement, write “acts:” with “planned:”.")
        yield partner.problem(("ties", i, "since"), text)


@for_each(acts)
def deeds_are_past(
    partner: Partner, i: int, _: Tie, j: int, act: Act, today: date
) -> Iterator[Problem]:
    """An act is dated once it is done."""
    if act.date and not done(act, today):
        text = date_ahead(act.act, act.date)
        yield partner.problem(("ties", i, "acts", j, "date"), text, remark=True)


TIME_CHECKS: tuple[Rule, ...] = (
    signatures_come_first,
    acts_follow_the_beginning,
    calls_come_first,
    resumptions_follow_suspensions,
    terms_have_a_signature,
    plans_come_before_deeds,
    successors_have_predecessors,
    rereadings_follow_readings,
)
