"""Hours of a day: read as people write them, told as each language does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from city_relations.language.words import Tellable, Text, Words, say_in

CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})\s*(?:(?P<sign>[:.hH]|時|Uhr\b)\s*(?P<minute>\d\d(?!\d))?分?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
# What may stand around hours, in the languages staff write.
AROUND = re.compile(
    r"(?i)(?:\b(?:de|à|a|at|from|to|until|von|um|bis|uhr|dalle|alle|las|des|dès|ore|et|and)\b"
    r"|[-–—/~〜～から まで\s]|من|إلى|الساعة)*"
)
NOON = 12


@dataclass(frozen=True)
class Hours:
    """When something begins on the city's clocks, and when it ends where that is known.

    An end before the beginning is on the day after.
    """

    start: time
    end: time | None = None

    def __str__(self) -> str:
        """Write hours in their one form: `18:30`, `18:30/20:00`."""
        return "/".join(f"{hour:%H:%M}" for hour in (self.start, self.end) if hour)


@dataclass(frozen=True)
class SaidHours(Tellable):
    """Hours inside a sentence: « de 18 h à 20 h 30 »."""

    hours: Hours

    def translate(self, words: Words) -> str:
        """Return them in the language of these words."""
        start, end = self.hours.start, self.hours.end
        if end:
            return words(say_in("hours", "{start} to {end}", start=_clock(start), end=_clock(end)))
        return words(say_in("hours", "at {start}", start=_clock(start)))


def read_hours(written: str) -> Hours | None:
    """Read one hour or two: `18:30`, `18 h 30`, `6 pm`, `de 18h à 20h`; None where it is none."""
    found = list(CLOCK.finditer(written))
    if not 1 <= len(found) <= 2 or not AROUND.fullmatch(CLOCK.sub("", written)):  # noqa: PLR2004
        return None
    last = found[-1]
    if not (last["sign"] or last["half"]):
        return None
    told = [_time(one, one["half"] or last["half"]) for one in found]
    hours = [hour for hour in told if hour is not None]
    return Hours(*hours) if len(hours) == len(found) else None


def spans(
    hours: Hours, first: date, last: date, zone: ZoneInfo
) -> tuple[datetime, datetime | None]:
    """Return the moments at which something of these hours begins, and ends where that is known.

    `first` and `last` are its days; past midnight it ends the day after.
    """
    begins = datetime.combine(first, hours.start, zone)
    if hours.end is None:
        return begins, None
    ends = datetime.combine(last, hours.end, zone)
    return begins, ends if ends > begins else ends + timedelta(days=1)


def _time(found: re.Match[str], half: str | None) -> time | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if half:
        hour = hour % NOON + NOON * half.lower().startswith("p") if 0 < hour <= NOON else 99
    try:
        return time(hour, minute)
    except ValueError:
        return None


def _clock(hour: time) -> Text:
    """Say an hour of the day, without its minutes where it has none."""
    if hour.minute:
        return say_in("hour", "{hour}:{minute}", hour=hour.hour, minute=f"{hour.minute:02}")
    return say_in("hour", "{hour}:00", hour=hour.hour)
