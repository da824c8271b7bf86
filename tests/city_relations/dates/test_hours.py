"""Hours are read as people write them, and told as each language does."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from city_relations.dates import SaidHours, read_hours, spans
from city_relations.language.words import words_for

READ = {
    "18:30": "18:30",
    "18h30": "18:30",
    "18 h": "18:00",
    "18.30": "18:30",
    "6 pm": "18:00",
    "12 am": "00:00",
    "de 18h à 20h": "18:00/20:00",
    "18-20h": "18:00/20:00",
    "18:30/20:00": "18:30/20:00",
    "von 18 Uhr bis 20 Uhr": "18:00/20:00",
    "18時30分から20時まで": "18:30/20:00",
    "الساعة 18:30": "18:30",
}
TOLD = {
    "fr": "de 18\u00a0h\u00a030 à 20\u00a0h",
    "en": "18:30 to 20:00",
    "de": "von 18:30 Uhr bis 20 Uhr",
    "it": "dalle 18.30 alle 20.00",
    "es": "de 18:30 a 20:00",
    "ar": "من 18:30 إلى 20:00",
    "ja": "18時30分から20時まで",
}


@pytest.mark.parametrize("written", READ)
def test_hours_are_read(written):
    """One hour or two, in the words of any language staff write."""
    assert str(read_hours(written)) == READ[written]


@pytest.mark.parametrize(
    "written", ["18", "25:00", "18:60", "le soir", "18:30 sauf lundi", "13 pm"]
)
def test_what_is_no_hour_is_not_guessed(written):
    """A bare number, an hour no clock shows and words beside one are left to their author."""
    assert read_hours(written) is None


@pytest.mark.parametrize("language", TOLD)
def test_hours_are_told(language):
    """Each language tells hours its own way; whole hours without zeros where it is usual."""
    told = SaidHours(read_hours("18:30/20:00")).translate(words_for(language))
    assert told.replace(" h", "\u00a0h").replace("h 30", "h\u00a030") == TOLD[language]


def test_past_midnight_it_ends_the_day_after():
    """An end before the beginning is on the next day; the offset is the city's on that day."""
    day = date(2027, 6, 12)
    begins, ends = spans(read_hours("22:00/02:00"), day, day, ZoneInfo("Europe/Paris"))
    assert begins.isoformat() == "2027-06-12T22:00:00+02:00"
    assert ends.isoformat() == "2027-06-13T02:00:00+02:00"
