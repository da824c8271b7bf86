"""A tie's whole life as a list of intervals, each with its state: what all else tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from city_relations.dates import EdtfDate, add_months, parse_date, shifted
from city_relations.schema.choices import State
from city_relations.schema.tie import Tie
from city_relations.ties.life import Life, has_lapsed, term_end
from city_relations.ties.moments import Moment, moments

EXPIRING_MONTHS = 6
LONGEST_YEAR = 366  # days


@dataclass(frozen=True)
class Interval:
    """A stretch of days on which a tie stands in one state, from `first` to `last`.

    `start` and `end` are the facts that bound it, as exact as they are known, None where it is
    open. `since` is when the state began, for a tie in force since when it binds without a break;
    `begun` when it first bound; `until` when its term ends, or when it ended.
    """

    state: State
    first: date
    last: date
    start: EdtfDate | None = None
    end: EdtfDate | None = None
    since: EdtfDate | None = None
    until: EdtfDate | None = None
    founded: EdtfDate | None = None
    begun: EdtfDate | None = None
    successor: Tie | None = None

    @property
    def is_anew(self) -> bool:
        """Return whether the tie binds again, after an end or a lapse."""
        return self.founded != self.begun

    @property
    def _facts(self) -> tuple[object, ...]:
        return (self.state, self.since, self.until, self.founded, self.begun)


def intervals(tie: Tie, today: date, successor: Tie | None = None) -> tuple[Interval, ...]:
    """Return the life of a tie as it is known on a day: every day is in exactly one interval.

    The first begins with the first of all days and the last ends with the last, so what is after
    `today` is what will be if nothing more is done. `successor` is the tie that replaced it.
    """
    found = list(_joined(_lived(tie, today)))
    if successor and (when := binding(successor, today)):
        found = list(_replaced(found, successor, when))
    ends = [after.start for _, after in pairwise(found)]
    return tuple(replace(one, end=end) for one, end in zip(found, [*ends, None], strict=True))


def interval_on(life: Iterable[Interval], day: date) -> Interval:
    """Return the interval of a day; each day has one."""
    return next(one for one in life if one.first <= day <= one.last)


def expired_before(tie: Tie, when: EdtfDate) -> EdtfDate | None:
    """Return the day with which the term of a tie had run out before a date, if it had."""
    day = when.first - timedelta(days=1)
    found = interval_on(intervals(tie, day), day)
    return found.until if found.state is State.EXPIRED else None


def binding(tie: Tie, today: date) -> Moment | None:
    """Return the moment at which a tie first bound, if it did."""
    return next((moment for moment in moments(tie, today) if moment.binds), None)


def _lived(tie: Tie, today: date) -> Iterator[Interval]:
    """Yield the intervals between the acts of a tie, those of no day left out."""
    life, day, start = Life(), date.min, None
    for moment in moments(tie, today):
        lapsed = has_lapsed(tie, life, moment.day)
        after = life.after(moment, lapsed=lapsed)
        stop = moment.open if _is_open(tie, life, after, moment, today) else moment.day
        if day < stop:
            span = Interval(life.state, day, _before(stop), start)
            yield from _between(tie, life, span, today)
        if stop < moment.day:
            yield _unknown(life, stop, moment)
        life, day, start = after, moment.day, moment.when
    yield from _between(tie, life, Interval(life.state, day, date.max, start), today)


def _is_open(tie: Tie, life: Life, after: Life, moment: Moment, today: date) -> bool:
    """Return whether nobody knows how a tie stood while an act may have been done."""
    day = moment.day
    states = []
    for one in (life, after):
        on_the_day = _between(tie, one, Interval(one.state, day, day), today)
        states += [found.state for found in on_the_day]
    return states[0] is not states[1] and not all(state.lives for state in states)


def _unknown(life: Life, first: date, moment: Moment) -> Interval:
    return Interval(
        State.UNKNOWN,
        first,
        _before(moment.day),
        start=moment.when,
        founded=life.founded,
        begun=life.begun,
    )


def _between(tie: Tie, life: Life, span: Interval, today: date) -> Iterator[Interval]:
    """Yield the intervals of a span of days through which no act was done."""
    if span.first > span.last:
        return
    span = replace(span, founded=life.founded, begun=life.begun)
    if life.ended:
        yield replace(span, state=State.ENDED, since=life.ended, until=life.ended)
    elif not life.founded:
        yield replace(span, since=life.since)
    elif end := term_end(tie, life):
        yield from _in_term(tie, life, span, end, today)
    else:
        yield from _bound(life, span, None)


def _in_term(
    tie: Tie, life: Life, span: Interval, end: EdtfDate, today: date
) -> Iterator[Interval]:
    """Yield the intervals of a span of days through which terms run, and run out."""
    if tie.term and tie.term.tacit:
        yield from _renewed_tacitly(life, span, end, tie.term.length, today)
        return
    vague = _is_vague(end)
    sure = end.first if vague else end.last
    yield from _bound(life, replace(span, last=min(span.last, sure)), end)
    if vague:
        unknown = replace(span, state=State.UNKNOWN, last=min(span.last, end.last))
        yield from _if_any(unknown, max(span.first, _after(sure)), end)
    if end.last < span.last:
        expired = replace(span, state=State.EXPIRED, since=end, until=end)
        yield from _if_any(expired, max(span.first, _after(end.last)), end)


def _renewed_tacitly(
    life: Life, span: Interval, end: EdtfDate, months: int, today: date
) -> Iterator[Interval]:
    """Yield term after term until that of today; the one after it goes on for good."""
    first, start, last = span.first, span.start, min(span.last, today)
    while not _is_vague(end) and end.last < span.last:
        if end.last >= first:
            yield from _bound(life, replace(span, first=first, last=end.last, start=start), end)
            first, start = _after(end.last), end
        following = shifted(end, months)
        if following.last <= end.last or end.last >= last:
            yield from _if_any(
                replace(span, state=State.IN_FORCE, since=life.founded, until=following),
                first,
                start,
            )
            return
        end = following
    yield from _bound(
        life, replace(span, first=first, start=start), None if _is_vague(end) else end
    )


def _bound(life: Life, span: Interval, end: EdtfDate | None) -> Iterator[Interval]:
    """Yield the intervals of a span of days on which a tie binds, up to the end of its term."""
    if life.suspended:
        held = replace(span, state=State.SUSPENDED, since=life.suspended, until=end)
        yield from _if_any(held, span.first, span.start)
        return
    bound = replace(span, since=life.founded, until=end)
    near = add_months(end.first, -EXPIRING_MONTHS) if end and not _is_vague(end) else None
    last = min(span.last, _before(near)) if near else span.last
    yield from _if_any(replace(bound, state=State.IN_FORCE, last=last), span.first, span.start)
    if near:
        start = parse_date(near.isoformat()) if near > span.first else span.start
        yield from _if_any(replace(bound, state=State.EXPIRING), max(span.first, near), start)


def _is_vague(end: EdtfDate) -> bool:
    """Return whether a term may end on the days of more than one year."""
    return end.is_wide or (end.last - end.first).days > LONGEST_YEAR


def _if_any(one: Interval, first: date, start: EdtfDate | None) -> Iterator[Interval]:
    """Yield an interval from a first day on, if it has any day."""
    if first <= one.last:
        yield replace(one, first=first, start=start)


def _joined(found: Iterable[Interval]) -> Iterator[Interval]:
    """Make one of neighbours that tell the same."""
    held: Interval | None = None
    for one in found:
        if held and held._facts == one._facts:  # noqa: SLF001 - of the same class
            held = replace(held, last=one.last)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


def _replaced(found: Sequence[Interval], successor: Tie, when: Moment) -> Iterator[Interval]:
    """Let a tie end on the day another took its place, unless it was over by then."""
    held = interval_on(found, when.day)
    if held.state.past:
        yield from found
        return
    for one in found:
        if one.first < when.open:
            yield replace(one, last=min(one.last, _before(when.open)))
    ended = replace(held, start=when.when, since=when.when, until=when.when, last=date.max)
    if when.open < when.day:
        unknown = replace(ended, state=State.UNKNOWN, since=None, until=None)
        yield replace(unknown, first=when.open, last=_before(when.day))
    yield replace(ended, state=State.ENDED, first=when.day, successor=successor)


def _before(day: date) -> date:
    return day - timedelta(1) if day > date.min else day


def _after(day: date) -> date:
    return day + timedelta(1) if day < date.max else day
