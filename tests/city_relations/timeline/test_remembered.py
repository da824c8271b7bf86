"""What happened on this day so many years ago: only what is certain, to the day, and soon."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape

import pytest

from city_relations.timeline.remembered import remembered
from small_city import CONFIGURATION, catalog_of, read_city, write_bare_city

CITY = """name: Turin
country: IT
ties:
  - kind: twinning
    acts: [{act: vote, date: 1956-11}, {act: signature, date: 1957-05-19},
      {act: renewal, date: 2024-02-29}, {act: renewal, date: 2026-05-21}]
events: [{date: 2016-05-19, title: Un concert}, {date: 1987-05-19~, title: Vers ce jour}]
"""


def found(root, day):
    """Return what is remembered on a day: how many years ago, in how many days."""
    noon = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)
    catalog = catalog_of(root, {"partners/turin.yml": CITY}, noon)
    return [(one.years, one.ahead) for one in remembered(catalog.milestones, catalog.today)]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2027-05-19", [(70, 0), (11, 0), (1, 2)]),
        ("2027-05-18", [(70, 1), (11, 1), (1, 3)]),
        ("2027-05-13", [(70, 6), (11, 6)]),
        ("2027-05-12", []),
        ("2026-05-21", []),  # what happens today is no anniversary
        ("2027-05-22", []),
        ("2027-02-27", []),  # no 29 February in this year
        ("2028-02-27", [(4, 2)]),
        ("2027-11-01", []),  # a month is no day
    ],
)
def test_only_a_true_anniversary_within_the_week(tmp_path, day, expected):
    """Whole years, the very day known, today or in six days at most; round numbers stand first."""
    assert found(tmp_path / "city", day) == expected


def test_the_turn_of_the_year_counts(tmp_path):
    """At the end of December the first days of January are of the next year."""
    city = CITY.replace("1957-05-19", "1957-01-02")
    catalog = catalog_of(
        tmp_path / "city", {"partners/turin.yml": city}, datetime(2026, 12, 30, 12, tzinfo=UTC)
    )
    (one,) = remembered(catalog.milestones, catalog.today)
    assert (one.years, one.ahead, one.day.isoformat()) == (70, 3, "2027-01-02")


SAID = {
    "fr": ("Il y a 70 ans aujourd’hui", "Dans 3 jours, 70 ans", "Demain, 70 ans"),
    "en": ("70 years ago today", "In 3 days, 70 years", "Tomorrow, 70 years"),
    "de": ("Heute vor 70 Jahren", "In 3 Tagen: 70 Jahre", "Morgen: 70 Jahre"),
    "es": ("Hoy hace 70 años", "En 3 días, 70 años", "Mañana, 70 años"),
    "it": ("70 anni fa, oggi", "Tra 3 giorni, 70 anni", "Domani, 70 anni"),
    "ar": ("في مثل هذا اليوم قبل 70 سنة", "بعد 3 أيام: 70 سنة", "غدًا: 70 سنة"),
    "ja": ("70年前の今日", "3日後に70年", "あすで70年"),
}


def test_home_says_it_in_seven_languages(tmp_path):
    """The home page tells it in the reader's words, and leads to the fact in the timeline."""
    settings = CONFIGURATION.replace("languages: [fr]", f"languages: [{', '.join(SAID)}]")
    root = write_bare_city(tmp_path / "city", {"partners/turin.yml": CITY}, settings)
    for at, day in enumerate((19, 16, 18)):
        site = read_city(root, datetime(2027, 5, day, 12, tzinfo=UTC))
        for language, said in SAID.items():
            body = str(site.parts[language]["home"].body)
            (first, _) = re.findall(r'<p class="rel-once__when">(.*?)</p>', body)
            assert re.sub(r"\s", " ", unescape(re.sub("<[^>]*>", "", first))) == said[at]
            key = re.search(r'class="rel-once".*?#(f-[^"]*)"', body, re.DOTALL)[1]
            assert f'id="{key}"' in site.pages[site.editions[language].addresses.timeline].body
