"""Of which years a report can be made, and from which day a year is seen that is over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from city_relations.clock import moment
from city_relations.dates import EdtfDate
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease

REPORTED = 10  # years with facts, of which the site has the report by itself


def last_day(year: int) -> date:
    """Return the day from which a year that is over is seen."""
    return date(year, 12, 31)


def evening(year: int, zone: ZoneInfo) -> datetime:
    """Return an hour of that day, on the clocks of a time zone."""
    return moment(datetime.combine(last_day(year), time(20)), zone).astimezone(zone)


def years_told(
    partners: Iterable[Partner], releases: Iterable[PressRelease], today: date
) -> tuple[int, ...]:
    """Return the years up to today's in which something is told, the newest first."""
    found = {year for partner in partners for year in _years_of(partner, today)}
    for release in releases:
        found |= {release.year, *_years(event.date for event in release.events)}
    return tuple(sorted((year for year in found if year <= today.year), reverse=True))


def _years_of(partner: Partner, today: date) -> Iterator[int]:
    """Yield the years of the dated facts of a profile, and each in which a project ran."""
    for tie in partner.ties:
        told = [tie.since, *(one for act in tie.acts for one in (act.date, act.planned))]
        yield from _years(filter(None, told))
    yield from _years(event.date for event in partner.events)
    for project in partner.projects:
        if project.period and project.period.year:
            yield from range(project.period.year, min(project.period.last, today).year + 1)


def _years(dates: Iterable[EdtfDate]) -> Iterator[int]:
    yield from (when.lower.year for when in dates if when.lower and not when.is_wide)


def is_told_of(release: PressRelease, year: int) -> bool:
    """Return whether a release is of a year, or tells what happened, or was to come, by its end.

    What was over can be told later; what was to come had to be announced by then.
    """
    day = last_day(year)
    events = any(release.date.first <= day or one.date.first <= day for one in release.events)
    return release.year == year or events
