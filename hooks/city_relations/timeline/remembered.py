"""What happened on this day, or one of the next six, a whole number of years ago."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from city_relations.timeline.milestones import Milestone, Status

WEEK = 7


@dataclass(frozen=True)
class Remembered:
    """A fact whose day comes back, so many years after, in so many days: none is today."""

    milestone: Milestone
    years: int
    ahead: int
    day: date


def remembered(milestones: Iterable[Milestone], today: date) -> tuple[Remembered, ...]:
    """Return the acts and events whose very day comes back within a week from today.

    The soonest stands first, then the rounder number of years, then the greater. Only what is known
    to the day and took place is remembered; a 29 February comes back in leap years alone.
    """
    days = {(day.month, day.day): day for day in (today + timedelta(n) for n in range(WEEK))}
    found = []
    for milestone in milestones:
        when = milestone.date
        day = days.get((when.first.month, when.first.day))
        if day and _is_certain(milestone) and (years := day.year - when.first.year) > 0:
            found.append(Remembered(milestone, years, (day - today).days, day))
    return tuple(sorted(found, key=_order))


def _is_certain(milestone: Milestone) -> bool:
    """Return whether something took place on a day that is known: no news, no reckoning."""
    kind, status = milestone.kind, milestone.status
    took_place = kind.shows_life and kind.in_calendar and status is Status.DONE
    return took_place and milestone.date.is_day


def _order(one: Remembered) -> tuple[int, bool, bool, int, str]:
    years = one.years
    return one.ahead, years % 10 != 0, years % 5 != 0, -years, one.milestone.key
