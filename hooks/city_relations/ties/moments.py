"""When what makes a tie was done: its acts in order, each with the day from which it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from city_relations.dates import EdtfDate
from city_relations.schema.choices import ActKind
from city_relations.schema.tie import Act, Tie


@dataclass(frozen=True)
class Moment:
    """An act that was done, or the beginning of a tie (`kind` None).

    It counts from `day` on: the first day its date may mean. Where not even the year is known, it
    counts from the day by which it was done for certain, and may have been done from `open` on.
    """

    when: EdtfDate
    kind: ActKind | None
    open: date
    day: date

    @property
    def binds(self) -> bool:
        """Return whether a tie binds its parties from then on."""
        return self.kind is None or self.kind.binds


def moments(tie: Tie, today: date) -> tuple[Moment, ...]:
    """Return what was done to a tie, in order; what has no date at all was done by `today`."""
    told: list[tuple[EdtfDate, ActKind | None]] = [(tie.since, None)] if tie.since else []
    told += [(act.date, act.act) for act in tie.acts if act.date]
    found: list[Moment] = []
    latest: date | None = None  # the day of the moment after, by which this one was done too
    for day, i in reversed(in_order([when for when, _ in told])):
        when, kind = told[i]
        done = max(day, min(when.upper or latest or today, latest or date.max))
        latest = done if when.is_wide else day
        found.append(Moment(when, kind, day, latest))
    return _one_after_the_other(found[::-1])


def _one_after_the_other(found: Sequence[Moment]) -> tuple[Moment, ...]:
    """Let nothing be done before what was done first."""
    told: list[Moment] = []
    for one in found:
        before = told[-1].day if told else date.min
        day = max(one.day, before)
        told.append(Moment(one.when, one.kind, min(max(one.open, before), day), day))
    return tuple(told)


def in_order(dates: Sequence[EdtfDate]) -> list[tuple[date, int]]:
    """Order dates as written in a list: by date, and where two may be one in the list's order.

    Gives, for each, the first day it may mean after the one before it, and its number.
    """
    days: list[date] = []
    for when in dates:
        before = days[-1] if days else date.min
        days.append(when.first if when.last < before else max(when.first, before))
    return sorted((day, i) for i, day in enumerate(days))


def acts_in_order(tie: Tie) -> list[tuple[EdtfDate, Act]]:
    """List the dated acts of a tie by date, those of one date as its author wrote them.

    An act without a date stands at the one it was announced for.
    """
    dated = [(act.when, act) for act in tie.acts if act.when]
    return [dated[i] for _, i in in_order([when for when, _ in dated])]


def done(act: Act, day: date) -> bool:
    """Return whether an act was done by a day."""
    return done_from(act) <= day


def done_from(act: Act) -> date:
    """Return the day from which an act counts as done, the last of all where it was not.

    One known by its year counts from its first day.
    """
    return act.date.first if act.date else date.max
