"""Who wants to be there is told the hour, the way, the price, for whom, and where to register."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from city_relations.head import linked_data
from small_city import TURIN, assets, read_city, write_city

EVENTS = """events:
  - date: 2027-02-03
    title: Concert
    time: de 18h30 à 20h
    place: Port-Arden
    address: 1, place du Marché
    price: 5 à 12 €
    registration: {link: https://www.example.org/concert, until: 2027-01-31}
    audience: Tout public
  - {date: 2027-03-04, title: Repas, price: gratuit, registration: jumelage@port-arden.example}
  - {date: 2027-04-07, title: Atelier, time: 18h, every: month, until: 2028-12-31}
"""
AGENDA = "agenda.ics"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return the site of a city whose partner's events invite."""
    root = tmp_path_factory.mktemp("inviting") / "city"
    return read_city(write_city(root, {"partners/turin.yml": TURIN + EVENTS}))


@pytest.fixture(scope="module")
def calendar(site):
    """Return the calendar's events by name."""
    found = Calendar.from_ical(assets(site)[AGENDA])
    return {str(event["summary"]).partition(" (")[0]: event for event in found.walk("VEVENT")}


@pytest.mark.parametrize("page", ["agenda/", "partenaires/turin/"])
def test_pages_tell_how_to_be_there(site, page):
    """The agenda and the partner's page say all five, registration with its last day."""
    told = re.sub(r"<[^>]+>|\s", " ", site.pages[page].body)
    told = " ".join(told.split()).replace(" )", ")")
    assert "Heure De 18 h 30 à 20 h" in told
    assert "Adresse 1, place du Marché" in told
    assert "Tarif 5 € à 12 €" in told or "Tarif De 5 € à 12 €" in told
    assert "Pour qui Tout public" in told
    assert "Où s’inscrire formulaire d’inscription (jusqu’au 31 janvier 2027)" in told
    assert "Tarif Entrée libre" in told
    assert 'href="mailto:jumelage@port-arden.example"' in site.pages[page].body


def test_calendars_hold_the_hour_and_the_way(calendar):
    """An hour is a moment in UTC, else an event is a day; place and address stand together."""
    concert = calendar["Concert"]
    assert concert["dtstart"].dt == datetime(2027, 2, 3, 17, 30, tzinfo=UTC)
    assert concert["dtend"].dt == datetime(2027, 2, 3, 19, tzinfo=UTC)
    assert str(concert["location"]) == "Port-Arden, 1, place du Marché"
    assert "https://www.example.org/concert" in str(concert["description"])
    assert not isinstance(calendar["Repas"]["dtstart"].dt, datetime)


def test_what_comes_back_keeps_its_hour_in_summer(calendar, site):
    """A monthly hour bears its time zone, which the calendar defines; its end is a moment."""
    workshop = calendar["Atelier"]
    assert workshop["dtstart"].params["TZID"] == "Europe/Paris"
    assert "UNTIL=20281231T235959Z" in workshop["rrule"].to_ical().decode()
    assert b"BEGIN:VTIMEZONE" in assets(site)[AGENDA]


def test_open_data_tell_it_in_columns(site):
    """The table of milestones has a column a fact."""
    told = json.loads(assets(site)["donnees/jalons.json"])
    concert = next(one for one in told if one["title"] == "Concert")
    wanted = {"time": "18:30/20:00", "price": 5, "price_up_to": 12, "price_currency": "EUR"}
    assert wanted.items() <= concert.items()
    assert concert["registration_until"] == "2027-01-31"
    assert concert["audience"] == "Tout public"


def test_search_engines_read_the_hour_the_price_and_for_whom(site):
    """An Event of schema.org has its moments with offset, an Offer and an Audience."""
    edition = site.edition
    told = [linked_data.event(edition, one) for one in edition.catalog.partner("turin").events]
    concert, meal = told[:2]
    assert concert["startDate"] == "2027-02-03T18:30:00+01:00"
    assert concert["location"]["address"] == "1, place du Marché"
    assert concert["offers"] == {
        "@type": "Offer",
        "price": "5",
        "priceCurrency": "EUR",
        "url": "https://www.example.org/concert",
        "validThrough": "2027-01-31",
    }
    assert concert["audience"]["audienceType"] == "Tout public"
    assert meal["isAccessibleForFree"] is True
