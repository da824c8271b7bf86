"""What the acts done by a day make of a tie: its life so far, its term and its state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from city_relations.dates import EdtfDate, Said, add_months, shifted
from city_relations.language.words import Text, say
from city_relations.schema.choices import ActKind, State
from city_relations.schema.tie import Act, Tie

EXPIRING_MONTHS = 6


@dataclass(frozen=True)
class Life:
    """What the acts done so far make of a tie, before its term is counted."""

    state: State = State.PROSPECTING
    since: EdtfDate | None = None
    founded: EdtfDate | None = None
    term_start: EdtfDate | None = None
    suspended: EdtfDate | None = None
    ended: EdtfDate | None = None


def done(act: Act, day: date) -> bool:
    """Tell whether an act was done by a day; one known by its year counts from its first day."""
    return act.date is not None and act.date.first <= day


def date_ahead(act: ActKind, when: EdtfDate) -> Text:
    """Say that an act is told as done before its day."""
    return say(
        "{act}: {date} is still to come. Write “planned:” until it is done.",
        act=act.label,
        date=Said(when, "noun"),
    )


def life_on(tie: Tie, day: date) -> Life:
    """Give a tie's life up to a day: its acts follow each other, in whatever order written."""
    life = Life()
    if tie.since and tie.since.first <= day:
        life = _bound(life, tie.since, renews=True)
    for when, act in acts_in_order(tie):
        if done(act, day):
            life = _after(life, act.act, when)
    return life


def acts_in_order(tie: Tie) -> list[tuple[EdtfDate, Act]]:
    """List the dated acts of a tie by date, those of one date by what is done first.

    An act without a date stands at the one it was announced for.
    """
    dated = [(act.when, act) for act in tie.acts if act.when]
    return sorted(dated, key=lambda item: (item[0], item[1].act.rank))


def _after(life: Life, kind: ActKind, when: EdtfDate) -> Life:
    if kind.binds:
        return _bound(life, when, renews=kind.renews)
    if kind.ends:
        return replace(life, ended=life.ended or when)
    if kind.suspends:
        return replace(life, suspended=life.suspended or when)
    if kind.resumes:
        return replace(life, suspended=None)
    if life.founded or kind.reaches.rank < life.state.rank:
        return life
    return replace(life, state=kind.reaches, since=when)


def _bound(life: Life, when: EdtfDate, *, renews: bool) -> Life:
    """Let a tie bind: founded anew after an end, its term counted from the last signature."""
    founded = when if life.ended or not life.founded else life.founded
    term_start = when if renews or not life.term_start else life.term_start
    suspended = None if renews else life.suspended
    return replace(life, founded=founded, term_start=term_start, suspended=suspended, ended=None)


def term_end(tie: Tie, life: Life, day: date) -> EdtfDate | None:
    """Give the end of the term that runs on a day; a tacit renewal begins the next by itself."""
    if not (tie.term and life.term_start):
        return None
    length = tie.term.length
    end = shifted(life.term_start, length)
    while tie.term.tacit and end.last < day:
        following = shifted(end, length)
        if following.last <= end.last:
            return end
        end = following
    return end


def state_on(life: Life, until: EdtfDate | None, day: date) -> tuple[State, EdtfDate | None]:
    """Give the state and since when it holds."""
    if life.ended:
        return State.ENDED, life.ended
    if not life.founded:
        return life.state, life.since
    if until and until.last < day:
        return State.EXPIRED, until
    if life.suspended:
        return State.SUSPENDED, life.suspended
    if until and add_months(until.first, -EXPIRING_MONTHS) <= day:
        return State.EXPIRING, life.founded
    return State.IN_FORCE, life.founded
