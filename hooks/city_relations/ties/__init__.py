"""Where a tie stands on a day: the interval of its life that the day is in, told in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from city_relations.dates import EdtfDate, Said
from city_relations.language.words import Text, say
from city_relations.schema.choices import State
from city_relations.schema.localized import Localized
from city_relations.schema.tie import Act, Tie
from city_relations.ties.identity import keys, successor_of, telling_names
from city_relations.ties.intervals import Interval, intervals
from city_relations.ties.moments import done
from city_relations.ties.stretches import Stretch, story, stretches


@dataclass(frozen=True)
class Step:
    """A date that matters for a tie, still to come or overdue, and why."""

    date: EdtfDate
    label: Text
    act: Act | None = None


@dataclass(frozen=True)
class Standing:
    """Where a tie stands on a day, and the `life` that this follows from.

    Of that, `lived` has begun, and `ahead` is what will be if nothing more is done. `since` is when
    this state began, `founded` since when the tie binds without a break, `begun` when it first
    bound, `signed` when it was last signed or renewed, `until` when it ends or ended; `overdue` is
    what was announced, is past and was not done. `sentence` says how it stands in words; `certain`
    is false within the span of a date that is not a day. `key` names the tie among its partner's
    for good, and `name` tells it from another of its kind.

    The day is not told: a tie that stands as it did the day before is told as it was then.
    """

    state: State
    lived: tuple[Interval, ...]
    ahead: tuple[Interval, ...] = ()
    since: EdtfDate | None = None
    founded: EdtfDate | None = None
    begun: EdtfDate | None = None
    signed: EdtfDate | None = None
    until: EdtfDate | None = None
    coming: tuple[Step, ...] = ()
    overdue: tuple[Step, ...] = ()
    certain: bool = True
    successor: Tie | None = None
    sentence: Text = field(default=say("nothing signed"))
    key: str = ""
    name: Localized | None = None

    @property
    def life(self) -> tuple[Interval, ...]:
        """Return its whole life: every day is in exactly one interval."""
        return (*self.lived, *self.ahead)

    @property
    def next(self) -> Step | None:
        """Return the first date to come that matters."""
        return self.coming[0] if self.coming else None

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Return the stretches of its life so far, as lines draw them."""
        return stretches(self.lived)

    @property
    def story(self) -> tuple[Text, ...]:
        """Say its life so far, stretch by stretch; where it had but one, how it stands."""
        return story(self.stretches, self.sentence)


def standing(tie: Tie, day: date, successor: Tie | None = None) -> Standing:
    """Return where a tie stands on a day; `successor` is the tie that replaced it, if any."""
    life = intervals(tie, day, successor)
    lived = tuple(one for one in life if one.first <= day)
    now = lived[-1]
    return Standing(
        state=now.state,
        lived=lived,
        ahead=life[len(lived) :],
        since=now.since,
        founded=now.founded,
        begun=now.begun,
        signed=_signed(tie, day),
        until=now.until,
        coming=() if now.successor else tuple(_coming(tie, now, day)),
        overdue=() if now.successor else tuple(_planned(tie, day, overdue=True)),
        certain=now.state is not State.UNKNOWN
        and not any(d and d.first <= day < d.last for d in (now.since, now.until)),
        successor=now.successor,
        sentence=_sentence(now, tie),
    )


def _signed(tie: Tie, day: date) -> EdtfDate | None:
    """Return when a tie was last signed or renewed by a day."""
    return max((a.date for a in tie.acts if a.act.renews and a.date and done(a, day)), default=None)


def standings(ties: Iterable[Tie], day: date) -> tuple[Standing, ...]:
    """Return where each of a partner's ties stands, those replaced by another among them."""
    every = tuple(ties)
    found = (standing(tie, day, successor_of(tie, every)) for tie in every)
    named = zip(found, keys(every), telling_names(every), strict=True)
    return tuple(replace(one, key=key, name=name) for one, key, name in named)


TieNow = tuple[Tie, Standing]


def ties_with_standing(ties: Iterable[Tie], day: date) -> tuple[TieNow, ...]:
    """Return each of a partner's ties with where it stands on a day, in the order written."""
    every = tuple(ties)
    return tuple(zip(every, standings(every, day), strict=True))


def main_tie(ties: Iterable[TieNow]) -> TieNow:
    """Return the tie of a partner that is told first.

    One that lives comes before one in preparation, that before one suspended, that before one
    past; of two alike, the one written first. Raises ValueError where there is none.
    """
    return min(ties, key=lambda pair: pair[1].state.precedence)


def _planned(tie: Tie, day: date, *, overdue: bool) -> Iterator[Step]:
    """List what was announced and is not done: what is still to come, or what is past."""
    steps = [
        Step(act.planned, act.act.planned, act)
        for act in tie.acts
        if act.planned and not done(act, day) and (act.planned.last < day) is overdue
    ]
    yield from sorted(steps, key=lambda step: step.date)


def _coming(tie: Tie, now: Interval, day: date) -> Iterator[Step]:
    """List the dates to come that matter, the nearest first."""
    steps = list(_planned(tie, day, overdue=False))
    if now.until and not now.state.past and now.until.last >= day:
        steps.append(Step(now.until, _term_step(tie)))
    yield from sorted(steps, key=lambda step: (step.date.last, step.date))


def _term_step(tie: Tie) -> Text:
    if tie.term and tie.term.tacit:
        return say("tacit renewal")
    if tie.term and tie.term.renewable:
        return say("end of term, renewal due")
    return say("end of term")


def _sentence(now: Interval, tie: Tie) -> Text:
    """Say a standing in words a resident understands."""
    since, until = now.since, now.until
    if now.successor and since:
        kind = now.successor.kind.label
        return say("replaced by another tie ({kind}) {date}", kind=kind, date=Said(since, "when"))
    if not since:
        return now.state.label
    values = {"date": Said(since, "when"), "since": Said(since, "since")}
    goes_on = now.state is State.IN_FORCE and tie.term and tie.term.tacit
    pattern = now.state.sentence
    if until and now.state.until and not goes_on:
        end = Said(until, "during")
        values |= {"date": end, "end": end, "until": Said(until, "until")}
        pattern = now.state.until
    told = replace(pattern, values=tuple(values.items()))
    return say("again {sentence}", sentence=told) if now.is_anew and now.state.lives else told
