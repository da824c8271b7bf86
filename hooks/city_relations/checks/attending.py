"""Rules of what a reader who wants to be there is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from city_relations.checks.for_each import Rule, events, for_each, partners_and_city
from city_relations.content import Content
from city_relations.content.city_time import facts_of
from city_relations.dates import Said
from city_relations.language.words import say
from city_relations.problems import Problem
from city_relations.schema.city import City
from city_relations.schema.partial import known
from city_relations.schema.partner import Partner
from city_relations.schema.parts import Event
from city_relations.schema.press_release import PressRelease

Record = Partner | PressRelease
# A sum without more between the braces of a price.
LONE_SUM = re.compile(r"(price:\s*\{\s*amount:\s*[^,{}]+?)\s*\}")
# The two sums of a price on its line, in a text or in fields.
TWO_SUMS = re.compile(r"(price:\D*)(\d+(?:[.,]\d+)?)(\D*)(\d+(?:[.,]\d+)?)")


@for_each(events)
def hours_have_a_day(record: Record, i: int, event: Event) -> Iterator[Problem]:
    """An hour is that of a day, or of the days of a period."""
    if event.time is None:
        return
    sides = (event.date.start or event.date, event.date.end or event.date)
    if not all(side.is_day for side in sides):
        message = say(
            "an hour without its day: write the day under “date:”, such as 2027-06-12, "
            "or leave “time:” out until it is known."
        )
        yield record.problem(("events", i, "time"), message)


def _priced(content: Content) -> Iterator[tuple[Record, int, Event, str]]:
    """List the events, each with what is paid with in the city's country."""
    currency = facts_of(content.city).currency
    return ((*event, currency) for event in events(content))


@for_each(_priced)
def prices_have_a_currency(
    record: Record, i: int, event: Event, currency: str
) -> Iterator[Problem]:
    """A price that is not free has a currency."""
    price = event.price
    if price is None:
        return
    if price.amount and price.currency is None:
        message = say("write the currency too: {{amount: 5, currency: {code}}}.", code=currency)
        problem = record.problem(("events", i, "price", "amount"), message)
        fix = LONE_SUM.sub(rf"\1, currency: {currency}}}", problem.shown)
        yield replace(problem, fix="" if fix == problem.shown else fix)


@for_each(events)
def highest_prices_are_higher(record: Record, i: int, event: Event) -> Iterator[Problem]:
    """The highest price is above the lowest."""
    price = event.price
    if price is None:
        return
    if price.up_to is not None and price.up_to <= price.amount:
        message = say("the highest price is not above the lowest: put both right, or leave it out.")
        problem = record.problem(("events", i, "price"), message)
        fix = TWO_SUMS.sub(r"\1\4\3\2", problem.shown, count=1)
        yield replace(problem, fix="" if fix == problem.shown else fix)


@for_each(events)
def registrations_lead_somewhere(record: Record, i: int, event: Event) -> Iterator[Problem]:
    """A registration says where: a form, an e-mail address or a telephone number."""
    where = event.registration
    if where and where.link is None and where.email is None and where.phone is None:
        message = say("say where to register: add “link:”, “email:” or “phone:”.")
        yield record.problem(("events", i, "registration"), message)


@for_each(events)
def registrations_end_before_the_event(record: Record, i: int, event: Event) -> Iterator[Problem]:
    """Who wants to come registers before it is over."""
    until = event.registration.until if event.registration else None
    if until is None or event.every is not None or event.date.is_unknown:
        return
    if until.first > event.date.last:
        message = say(
            "registration would end after the event, which is {date}: check both days.",
            date=Said(event.date, "when"),
        )
        yield record.problem(("events", i, "registration", "until"), message)


@for_each(partners_and_city)
def ways_to_take_part_say_how(record: Partner | City) -> Iterator[Problem]:
    """A way to take part says how: in a text, by a page, or by an office to write to."""
    for i, way in known(record.take_part):
        if way.text is None and way.link is None and way.contact is None:
            message = say("say how to join: add “text:”, “link:” or “contact:”.")
            yield record.problem(("take_part", i), message)


ATTENDING_CHECKS: tuple[Rule, ...] = (
    hours_have_a_day,
    prices_have_a_currency,
    highest_prices_are_higher,
    registrations_lead_somewhere,
    registrations_end_before_the_event,
    ways_to_take_part_say_how,
)
