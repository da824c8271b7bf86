"""Rules of law: what the law of the city's country asks of the site, as its file says."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.checks.for_each import Rule, cities, for_each
from city_relations.language.words import say
from city_relations.law import law_of
from city_relations.problems import Problem
from city_relations.schema.city import City

LEGAL = ("director", "host", "data_protection")
# How `relations init` says in each of its languages that something is to be written there.
LEFT_TO_FILL_IN = (
    *("À compléter :", "à compléter", "Zu ergänzen:", "Postanschrift ergänzen"),
    *("To be filled in:", "to be filled in", "記入してください"),
)


@for_each(cities)
def languages_follow_the_law(city: City) -> Iterator[Problem]:
    """A site speaks the language its law names, and is translated as often as it asks."""
    duty = law_of(city).duties.languages
    if duty.official and city.master not in duty.official and duty.says:
        yield city.problem(
            ("languages",), say("what the law asks: {law}", law=duty.says), remark=True
        )
    translations = len(city.languages) - 1
    if duty.too_few and 0 < translations < (duty.translations or 0):
        yield city.problem(
            ("languages",), say("what the law asks: {law}", law=duty.too_few), remark=True
        )


@for_each(cities)
def legal_notices_name_what_the_law_asks(city: City) -> Iterator[Problem]:
    """The legal notice of an official site names all that the law of its country asks."""
    if city.demonstration:
        return
    for name in law_of(city).duties.imprint.names:
        part, _, field = name.partition(".")
        if not getattr(getattr(city, part), field):
            message = say(
                "the law of the country asks for “{field}”, which the legal notice lacks: "
                "write it under “extra: city:”.",
                field=name,
            )
            yield city.problem((part,), message, remark=True)


@for_each(cities)
def legal_notices_are_filled_in(city: City) -> Iterator[Problem]:
    """The legal notice of an official site says nothing that `relations init` left to fill in."""
    if city.demonstration:
        return
    for part, field in (("publisher", "address"), *(("legal", name) for name in LEGAL)):
        for said in getattr(getattr(city, part), field).values():
            if not any(left in said for left in LEFT_TO_FILL_IN):
                continue
            message = say(
                "an official site tells its readers “{text}”: write what holds, or let "
                "“demonstration:” say that the site is not official yet.",
                text=said,
            )
            yield city.problem((part, field), message, remark=True)


@for_each(cities)
def regions_lie_in_the_country(city: City) -> Iterator[Problem]:
    """The region whose law holds is one of the city's country."""
    if city.region and not city.region.startswith(f"{city.country}-"):
        message = say(
            "“{region}” is no region of {country}: its code begins with “{country}-”.",
            region=city.region,
            country=city.country,
        )
        yield city.problem(("region",), message)


@for_each(cities)
def audits_name_their_standard(city: City) -> Iterator[Problem]:
    """An audit says by which standard it judged, where the law names none."""
    if city.accessibility.audit and not law_of(city).standard(city):
        message = say(
            "by which standard did the audit judge? Write “standard: WCAG 2.2 AA”, or another."
        )
        yield city.problem(("accessibility", "audit"), message)


LAW_CHECKS: tuple[Rule, ...] = (
    languages_follow_the_law,
    legal_notices_name_what_the_law_asks,
    legal_notices_are_filled_in,
    regions_lie_in_the_country,
    audits_name_their_standard,
)
