"""Lines that tell the day of a release, and where it is dated from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from city_relations.importing.found_dates import DIGITS, dates_in
from city_relations.importing.wordings import between, dated

PLACE = re.compile(r"[^\W\d_][\w'’ .-]{1,40}")
LONGEST = 4  # words of a place's name


@dataclass(frozen=True)
class Dateline:
    """Where and when a release is dated; `doubtful` where day and month may be one another."""

    place: str
    day: date
    doubtful: bool


def dateline(text: str) -> Dateline | None:
    """Read « Valclair, le 10 mars 2023 », « Date : 10/03/2023 »."""
    line = text.strip().rstrip(".").translate(DIGITS)
    day = next(dates_in(line), None)
    if not day or line[day.end :].strip(" .)-–—"):
        return None
    before = line[: day.start]
    if dated().fullmatch(before):
        return Dateline("", day.day, day.is_doubtful)
    end = next((n for n in range(len(before), -1, -1) if between().fullmatch(before[n:])), 0)
    start = next((n for n in range(len(before) + 1) if between().fullmatch(before[n:])), end)
    place = before[:start].strip(" ,،:(")
    is_place = (
        PLACE.fullmatch(place) and len(place.split()) <= LONGEST and place[:1] != place[:1].lower()
    )
    arabic = PLACE.fullmatch(place) and "\u0600" <= place[:1] <= "\u06ff"
    return Dateline(place, day.day, day.is_doubtful) if is_place or arabic else None
