"""What a year brought, in sentences ready for a council."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from babel.lists import format_list

from city_relations.catalog.money import Money
from city_relations.catalog.yearly import Deeds, Happenings, Review, Spending
from city_relations.language.locale import locale_of
from city_relations.language.words import Text, say, say_n
from city_relations.rendering.context import Context
from city_relations.rendering.numbers import money
from city_relations.schema.partner import Partner
from city_relations.timeline.milestones import Milestone


def summary(context: Context, year: Review) -> tuple[Text, ...]:
    """Say the year in a few sentences, each on what it brought of a kind."""
    signed, visits = tuple(_signed(context, year.deeds)), tuple(_visits(year.happenings))
    return (
        _bound(context, year),
        *(signed or (say("Nothing was signed or renewed."),)),
        *_ended(context, year.deeds),
        *(visits or (say("No visit of a delegation is recorded."),)),
        *_projects(context, year.spending),
        *_releases(year),
    )


def brought(context: Context, year: Review) -> tuple[Text, ...]:
    """Say in the same sentences what a year brought, and nothing of what it did not."""
    told = (
        *_signed(context, year.deeds),
        *_ended(context, year.deeds),
        *_visits(year.happenings),
        *_projects(context, year.spending),
        *_releases(year),
    )
    return told or (_bound(context, year),)


def seen(year: Review) -> Text:
    """Say from which day a year is seen."""
    if year.is_over:
        return say("As the record tells it, seen from the last day of {year}.", year=year.year)
    return say("The year is not over: this is what the record tells so far.")


def partners_beside(context: Context, told: Milestone) -> tuple[Partner, ...]:
    """Return the partners of a fact that its title does not name already."""
    title = context.plain(told.title)
    found = map(context.catalog.partner, told.partners)
    return tuple(one for one in found if context.plain(one.name) not in title)


def place_beside(context: Context, told: Milestone) -> str:
    """Return where something was, where neither its title nor a partner beside it says so."""
    names = [context.plain(one.name) for one in partners_beside(context, told)]
    is_said = told.place in names or told.place in context.plain(told.title)
    return "" if is_said else told.place


def _bound(context: Context, year: Review) -> Text:
    city, count = context.catalog.city.name, len(year.bound)
    if not year.is_over:
        return say_n(
            "{city} is bound to {n} partner by a tie in force.",
            "{city} is bound to {n} partners by ties in force.",
            count,
            city=city,
        )
    return say_n(
        "At the end of {year}, {city} was bound to {n} partner by a tie in force.",
        "At the end of {year}, {city} was bound to {n} partners by ties in force.",
        count,
        city=city,
        year=year.year,
    )


def _signed(context: Context, deeds: Deeds) -> Iterator[Text]:
    if names := _names(context, (*deeds.signed, *deeds.renewed)):
        yield say("Signed or renewed: {partners}.", partners=names)


def _ended(context: Context, deeds: Deeds) -> Iterator[Text]:
    if names := _names(context, deeds.ended):
        yield say("Ended: {partners}.", partners=names)


def _names(context: Context, told: Iterable[Milestone]) -> str:
    """Name the partners of some facts, each once; say nothing of no fact."""
    slugs = dict.fromkeys(slug for one in told for slug in one.partners)
    return context.partner_names(map(context.catalog.partner, slugs)) if slugs else ""


def _visits(told: Happenings) -> Iterator[Text]:
    if told.abroad:
        yield say_n("{n} delegation went abroad.", "{n} delegations went abroad.", len(told.abroad))
    if told.received:
        yield say_n(
            "{n} delegation was received.", "{n} delegations were received.", len(told.received)
        )


def _projects(context: Context, told: Spending) -> Iterator[Text]:
    count = len(told.projects)
    if count and told.total.sums:
        yield say_n(
            "{n} project was under way, for which {sums} are told over its whole length.",
            "{n} projects were under way, for which {sums} are told over their whole length.",
            count,
            sums=sums(context, told.total),
        )
    elif count:
        yield say_n("{n} project was under way.", "{n} projects were under way.", count)


def _releases(year: Review) -> Iterator[Text]:
    if count := len(year.releases):
        yield say_n("{n} press release tells of it.", "{n} press releases tell of it.", count)


def sums(context: Context, told: Money) -> str:
    """Return sums one after the other, a currency each: they are never added to each other."""
    language = context.language
    each = [money(amount, code, language) for code, amount in told.sums]
    return str(format_list(each, locale=locale_of(language)))


def left_out(told: Spending) -> Iterator[Text]:
    """Say what the totals leave out, and how they are made."""
    yield say(
        "Each amount is that of a project for its whole length: none is shared out between years."
    )
    if told.total.untold:
        yield say_n(
            "Left out of the totals: {n} contribution whose amount is not known.",
            "Left out of the totals: {n} contributions whose amounts are not known.",
            told.total.untold,
        )
    if told.silent:
        yield say_n(
            "Of {n} of these projects, no money is told.",
            "Of {n} of these projects, no money is told.",
            told.silent,
        )
    if len(told.total.sums) > 1:
        yield say("Amounts in different currencies are not added to each other.")
    if told.is_shared:
        yield say(
            "A project of several partners stands in the line of each, and once in the total."
        )
    if told.undated:
        yield say_n(
            "{n} project of no known period belongs to no year, and is not counted.",
            "{n} projects of no known period belong to no year, and are not counted.",
            told.undated,
        )
