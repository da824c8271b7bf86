"""Days and hours written by software are read where the city is; what is blank is absent."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from city_relations.checks import check
from city_relations.content import read_content
from city_relations.schema.choices import Status
from small_city import CONFIGURATION, catalog_of, profile, release, write_bare_city

NEW_YORK = CONFIGURATION.replace("Europe/Paris", "America/New_York")


def only_release(tmp_path, text, settings=CONFIGURATION, day="2025-06-18"):
    """Return the one release of a city."""
    files = {f"press_releases/{day[:4]}/{day}-essai.md": text}
    return catalog_of(tmp_path, files, settings=settings).releases[0]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-06-18T11:00:00", "2025-06-18T11:00"),
        ("2025-06-18T11:00:00+02:00", "2025-06-18T11:00"),
        ("2025-06-18T11:00+0200", "2025-06-18T11:00"),
        ("2025-06-18T09:00:00.000Z", "2025-06-18T11:00"),
        ("2025-06-18 09:00Z", "2025-06-18T11:00"),
        ("2025-06-18T11:00:30", "2025-06-18T11:01"),
        ("2025-06-18T11:00", "2025-06-18T11:00"),
    ],
)
def test_d4_an_embargo_is_read_in_the_citys_zone(written, read, tmp_path):
    """An embargo with seconds, with an offset or in UTC is the city's hour, never earlier."""
    text = release(date="2025-06-18", more=f"embargo: {written}\n")
    assert only_release(tmp_path, text).embargo == datetime.fromisoformat(read)


@pytest.mark.parametrize(
    ("settings", "day"), [(CONFIGURATION, "2025-01-30"), (NEW_YORK, "2025-01-29")]
)
def test_d4_a_date_time_is_the_citys_day(settings, day, tmp_path):
    """A date that software wrote in UTC is the day it was in the city, in Paris or New York."""
    text = release(date="2025-01-29T23:00:00.000Z")
    assert only_release(tmp_path, text, settings, day).date.text == day


def test_d4_blank_values_are_absent(tmp_path):
    """An optional field that is blank counts as not written, in a release and in its parts."""
    more = (
        'status: ""\nsummary: "\u00a0"\nthemes: ""\nembargo: " "\nissuer: {name: Ville, kind: ""}\n'
    )
    found = only_release(tmp_path, release(date="2025-06-18", more=more))
    assert (found.status, found.summary, found.themes, found.embargo) == (
        Status.PUBLISHED,
        None,
        (),
        None,
    )
    assert str(found.issuer[0].kind) == "city"


def test_d4_the_embargo_ends_at_that_moment(tmp_path):
    """A release waits for the moment its embargo names, wherever the build runs."""
    text = release(date="2025-06-18", more="embargo: 2025-06-18T09:00:00Z\n")
    files = {"press_releases/2025/2025-06-18-essai.md": text}
    before, after = (datetime(2025, 6, 18, 8, 59, tzinfo=UTC), datetime(2025, 6, 18, 9, tzinfo=UTC))
    assert catalog_of(tmp_path / "a", files, before).releases == ()
    assert len(catalog_of(tmp_path / "b", files, after).releases) == 1


@pytest.mark.parametrize(
    ("country", "currency"), [("FR", "EUR"), ("JP", "JPY"), ("CH", "CHF"), ("GB", "GBP")]
)
def test_money_without_a_currency_is_that_of_the_citys_country(country, currency, tmp_path):
    """A sum of which nobody says the currency is in what is paid with where the city is."""
    told = profile(
        more="projects:\n  - title: Essai\n    period: 2023\n"
        "    funding:\n      - {funder: La ville, amount: 5000}\n"
    )
    settings = CONFIGURATION.replace("country: FR", f"country: {country}")
    catalog = catalog_of(tmp_path, {"partners/turin.yml": told}, settings=settings)
    (share,) = catalog.partners[0].projects[0].funding
    assert share.currency == currency


def test_the_currency_of_the_citys_country_is_proposed_for_a_price(tmp_path):
    """A price without a currency is told with that of the city's country."""
    text = release(
        date="2025-06-18",
        more="events:\n  - {title: Essai, date: 2025-07-01, price: {amount: 500}}\n",
    )
    files = {"press_releases/2025/2025-06-18-essai.md": text}
    settings = CONFIGURATION.replace("country: FR", "country: JP")
    told = check(read_content(write_bare_city(tmp_path, files, settings)))
    assert any("currency: JPY" in problem.fix for problem in told)
