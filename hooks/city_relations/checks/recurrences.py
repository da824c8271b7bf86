"""Rules of what comes back."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.checks.for_each import Rule, events, for_each
from city_relations.checks.places import at_value
from city_relations.dates import Said, parse_date
from city_relations.dates.recurrence import Unit
from city_relations.language.words import say
from city_relations.problems import Problem
from city_relations.schema.partner import Partner
from city_relations.schema.parts import Event
from city_relations.schema.press_release import PressRelease


@for_each(events)
def what_comes_back_has_a_first_time(
    record: Partner | PressRelease, i: int, event: Event
) -> Iterator[Problem]:
    """What comes back has a first time that its rule fits: a first Saturday is a Saturday."""
    if event.every is None or event.every.fits(event.date):
        return
    loc = ("events", i, "date")
    if day := event.every.nearest(event.date):
        message = say(
            "what comes back on such a day begins on one: write its first time, {day}.",
            day=Said(parse_date(day.isoformat())),
        )
        written = str(record.document.fields["events"][i].get("date", ""))
        yield at_value(record, loc, written, day.isoformat(), message)
    elif event.every.unit == Unit.WEEK:
        yield record.problem(loc, say("what comes back by weeks begins on a day: write it."))
    else:
        message = say("what comes back has a first time: write its day, month or year.")
        yield record.problem(loc, message)


@for_each(events)
def last_times_follow_the_first(
    record: Partner | PressRelease, i: int, event: Event
) -> Iterator[Problem]:
    """Only what comes back has a last time, and it is not before the first."""
    if event.until is None:
        return
    loc = ("events", i, "until")
    if event.every is None:
        message = say("“until” is of what comes back: add “every: year”, or leave it out.")
        yield record.problem(loc, message)
    elif event.until.last < event.date.first:
        message = say("it ends before it begins {date}: check both.", date=Said(event.date, "when"))
        yield record.problem(loc, message)


RECURRENCE_CHECKS: tuple[Rule, ...] = (
    what_comes_back_has_a_first_time,
    last_times_follow_the_first,
)
