"""Where a tie stands on a day: what its acts, its term and its successor make of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from city_relations.dates import EdtfDate, Said
from city_relations.language.words import Text, say
from city_relations.schema.choices import State
from city_relations.schema.tie import Act, Tie
from city_relations.ties.life import Life, done, life_on, state_on, term_end


@dataclass(frozen=True)
class Step:
    """A date that matters for a tie, still to come or overdue, and why."""

    date: EdtfDate
    label: Text
    act: Act | None = None


@dataclass(frozen=True)
class Standing:
    """Where a tie stands on a day.

    `since` is when this state began, `founded` when the tie first bound, `until` when it ends or
    ended; `next` the first date that matters from that day on and `overdue` what was announced,
    is past and was not done. `sentence` says it all in words; `certain` is false within the span
    of a date that is not a day.
    """

    state: State
    day: date
    since: EdtfDate | None = None
    founded: EdtfDate | None = None
    until: EdtfDate | None = None
    coming: tuple[Step, ...] = ()
    overdue: tuple[Step, ...] = ()
    certain: bool = True
    successor: Tie | None = None
    sentence: Text = field(default=say("nothing signed"))

    @property
    def next(self) -> Step | None:
        """Give the first date to come that matters."""
        return self.coming[0] if self.coming else None


def standing(tie: Tie, day: date, successor: Tie | None = None) -> Standing:
    """Tell where a tie stands on a day; `successor` is the tie that replaced it, if any."""
    life = life_on(tie, day)
    until = term_end(tie, life, day)
    state, since = state_on(life, until, day)
    found = Standing(
        state=state,
        day=day,
        since=since,
        founded=life.founded,
        until=life.ended or until,
        coming=tuple(_coming(tie, life, until, day)),
        overdue=tuple(_planned(tie, day, overdue=True)),
        certain=not any(d and d.first <= day < d.last for d in (since, until)),
    )
    if successor:
        found = _superseded(found, successor)
    return replace(found, sentence=_sentence(found, tie))


def standings(ties: Iterable[Tie], day: date) -> tuple[Standing, ...]:
    """Tell where each of a partner's ties stands, those replaced by another among them."""
    all_ties = tuple(ties)
    return tuple(standing(tie, day, successor_of(tie, all_ties)) for tie in all_ties)


TieNow = tuple[Tie, Standing]


def ties_with_standing(ties: Iterable[Tie], day: date) -> tuple[TieNow, ...]:
    """Give each of a partner's ties with where it stands on a day, in the order written."""
    every = tuple(ties)
    return tuple(zip(every, standings(every, day), strict=True))


def main_tie(ties: Iterable[TieNow]) -> TieNow:
    """Give the tie of a partner that is told first.

    One that lives comes before one in preparation, that before one suspended, that before one
    past; of two alike, the one written first. Raises ValueError where there is none.
    """
    return min(ties, key=lambda pair: pair[1].state.precedence)


def successor_of(tie: Tie, ties: Iterable[Tie]) -> Tie | None:
    """Give the tie that replaced a tie: the first founded of those that name its kind."""
    named = [t for t in ties if t is not tie and t.supersedes is tie.kind and founding(t)]
    return min(named, key=lambda t: (founding(t), str(t.kind)), default=None)


def founding(tie: Tie) -> EdtfDate | None:
    """Give when a tie first bound: its first signature, or the date it is known to live since."""
    dates = [act.date for act in tie.acts if act.date and act.act.binds]
    return min([*dates, *([tie.since] if tie.since else [])], default=None)


def _superseded(found: Standing, successor: Tie) -> Standing:
    """Let a tie end on the day another took its place."""
    when = founding(successor)
    if not when or found.state.past or when.first > found.day:
        return found
    return replace(
        found,
        state=State.ENDED,
        since=when,
        until=when,
        coming=(),
        overdue=(),
        certain=not when.first <= found.day < when.last,
        successor=successor,
    )


def _planned(tie: Tie, day: date, *, overdue: bool) -> Iterator[Step]:
    """List what was announced and is not done: what is still to come, or what is past."""
    steps = [
        Step(act.planned, act.act.planned, act)
        for act in tie.acts
        if act.planned and not done(act, day) and (act.planned.last < day) is overdue
    ]
    yield from sorted(steps, key=lambda step: (step.date, step.label.one))


def _coming(tie: Tie, life: Life, until: EdtfDate | None, day: date) -> Iterator[Step]:
    """List the dates to come that matter, the nearest first."""
    steps = list(_planned(tie, day, overdue=False))
    if tie.term and until and not life.ended and until.last >= day:
        steps.append(Step(until, _term_step(tie)))
    yield from sorted(steps, key=lambda step: (step.date.last, step.date, step.label.one))


def _term_step(tie: Tie) -> Text:
    if tie.term and tie.term.tacit:
        return say("tacit renewal")
    if tie.term and tie.term.renewable:
        return say("end of term, renewal due")
    return say("end of term")


def _sentence(found: Standing, tie: Tie) -> Text:
    """Say a standing in words a resident understands."""
    since, until = found.since, found.until
    if found.successor and since:
        kind = found.successor.kind.label
        return say("replaced by another tie ({kind}) {date}", kind=kind, date=Said(since, "when"))
    if not since:
        return found.state.label
    values = {"date": Said(since, "when"), "since": Said(since, "since")}
    goes_on = found.state is State.IN_FORCE and tie.term and tie.term.tacit
    if until and found.state.until and not goes_on:
        end = Said(until, "during")
        values |= {"date": end, "end": end, "until": Said(until, "until")}
        return replace(found.state.until, values=tuple(values.items()))
    return replace(found.state.sentence, values=tuple(values.items()))
