"""Rules of what is possible and yet doubtful: slips of the hand that no other rule sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

from city_relations.checks.for_each import (
    Rule,
    acts,
    cities,
    for_each,
    partners,
    releases,
    ties,
    wordings,
)
from city_relations.checks.places import at_value
from city_relations.content import Content
from city_relations.dates import Said, parse_date
from city_relations.language.elision import is_open
from city_relations.language.words import Text, languages_told, say, words_for
from city_relations.problems import Problem
from city_relations.schema.choices import ActKind
from city_relations.schema.city import City
from city_relations.schema.nearest import folded
from city_relations.schema.partial import known
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.schema.tie import Act, Tie
from city_relations.ties.moments import in_order

# Towns twinned before it are counted on one hand (Le Mans and Paderborn, 836).
FIRST_YEAR = 1800
LONGEST_NAME = 200
LONGEST_SUMMARY = 1000

COUNTS = ("", "value", "minimum", "maximum")  # of a population told by a text or by its fields
THOUSANDS = re.compile(r"(?<![\d.,])([1-9]\d{0,2})[.,](\d{3})(?![\d.,])")

FEWEST_CAPITALS = 12  # letters: less may be a name or an acronym


@for_each(partners)
def counts_are_read_one_way(partner: Partner) -> Iterator[Problem]:
    """A count of people with one sign before its last three digits was taken for thousands."""
    told = partner.document.fields.get("population")
    parts = told if isinstance(told, dict) else {"": told}
    for name, one in parts.items():
        found = THOUSANDS.search(one) if isinstance(one, str) else None
        if found and name in COUNTS:
            message = say(
                "“{value}” was read as {number}, not as a number with decimals: write {number}.",
                value=found[0],
                number=found[1] + found[2],
            )
            loc = ("population", name) if name else ("population",)
            problem = at_value(partner, loc, found[0], found[1] + found[2], message)
            yield replace(problem, remark=True)


@for_each(acts)
def acts_are_of_our_time(partner: Partner, i: int, _: Tie, j: int, act: Act) -> Iterator[Problem]:
    """A tie signed before 1800 is rather a year mistyped: 1057 for 1957."""
    if act.date and act.date.last.year < FIRST_YEAR:
        message = say("{year}: is this year the one you mean?", year=act.date.first.year)
        yield partner.problem(("ties", i, "acts", j, "date"), message, remark=True)


@for_each(ties)
def ties_end_once(partner: Partner, i: int, tie: Tie) -> Iterator[Problem]:
    """A tie that ended ends again only after it was made anew."""
    told = [(act.date, j, act.act) for j, act in known(tie.acts) if act.date]
    ordered = [told[n] for _, n in in_order([when for when, _, _ in told])]
    lives = [one for one in ordered if one[2] == ActKind.END or one[2].binds]
    for (first, _, one), (_, j, other) in pairwise(lives):
        if one == other == ActKind.END:
            message = say("this tie ended {date} already: keep one end.", date=Said(first, "when"))
            yield partner.problem(("ties", i, "acts", j), message, remark=True)


@for_each(ties)
def ties_are_held_once(partner: Partner, i: int, tie: Tie) -> Iterator[Problem]:
    """A tie that is suspended is suspended again only after it lived."""
    told = [(act.date, j, act.act) for j, act in known(tie.acts) if act.date]
    ordered = [told[n] for _, n in in_order([when for when, _, _ in told])]
    lives = [one for one in ordered if one[2].suspends or one[2].reaches.lives or one[2].ends]
    for (first, _, one), (_, j, other) in pairwise(lives):
        if one.suspends and other.suspends:
            message = say(
                "this tie was suspended {date} already: keep one of the two, or add the act by "
                "which it resumed.",
                date=Said(first, "when"),
            )
            yield partner.problem(("ties", i, "acts", j), message, remark=True)


def _partners_of_city(content: Content) -> Iterator[tuple[Partner, City]]:
    return ((partner, city) for (city,) in cities(content) for partner in content.partners)


@for_each(_partners_of_city)
def cities_have_others_for_partners(partner: Partner, city: City) -> Iterator[Problem]:
    """A city is no partner of its own."""
    names = {folded(name) for name in wordings(partner.name)}
    if folded(city.name) in names and partner.country == city.country:
        message = say("this is the city itself: a profile tells of a partner.")
        yield partner.problem(("name",), message, remark=True)


@for_each(cities)
def cities_say_how_de_joins_their_name(city: City) -> Iterator[Problem]:
    """A city whose name begins with h says whether it is « d’Hyères » or « de Honfleur »."""
    french = any(language.partition("-")[0] == "fr" for _, language in known(city.languages))
    if french and not city.of_name and is_open(city.name):
        message = say(
            "pages say “de {name}”: add “of_name: d’{name}”, or “of_name: de {name}” if so it is.",
            name=city.name,
        )
        yield city.problem(("name",), message, remark=True)


@for_each(partners)
def names_are_short(partner: Partner) -> Iterator[Problem]:
    """A partner's name fits on a card."""
    for name in wordings(partner.name):
        if len(name) > LONGEST_NAME:
            message = say(
                "the name has {n} characters, at most {most} are read: "
                "put the rest under “about:”.",
                n=len(name),
                most=LONGEST_NAME,
            )
            yield partner.problem(("name",), message)


@for_each(releases)
def corrections_follow(release: PressRelease) -> Iterator[Problem]:
    """A release is corrected on the day it was published or after it."""
    for i, correction in known(release.corrections):
        if correction.date.last < release.appears.date():
            message = say(
                "this correction is older than the release ({date}): put one of the dates right.",
                date=Said(parse_date(release.appears.date().isoformat())),
            )
            yield release.problem(("corrections", i, "date"), message, remark=True)


def _correcting(content: Content) -> Iterator[tuple[Partner | PressRelease]]:
    return zip(content.records)


@for_each(_correcting)
def corrections_are_past(record: Partner | PressRelease, today: date) -> Iterator[Problem]:
    """A correction is dated once it is made: feeds and the map of the site tell its day."""
    for i, correction in known(record.corrections):
        if correction.date.first > today:
            message = say("this correction is dated ahead: write the day on which it was made.")
            yield record.problem(("corrections", i, "date"), message)


@for_each(releases)
def summaries_are_short(release: PressRelease) -> Iterator[Problem]:
    """A summary is two or three sentences, as lists and feeds show it whole."""
    if release.summary and len(release.summary) > LONGEST_SUMMARY:
        message = say(
            "the summary has {n} characters: two or three sentences are read, {most} at most.",
            n=len(release.summary),
            most=LONGEST_SUMMARY,
        )
        yield release.problem(("summary",), message, remark=True)


def _twice(content: Content) -> Iterator[tuple[PressRelease, dict[tuple[str, str, str], str]]]:
    seen: dict[tuple[str, str, str], str] = {}
    return ((release, seen) for release in content.releases)


@for_each(_twice)
def releases_stand_in_one_file(
    release: PressRelease, seen: dict[tuple[str, str, str], str]
) -> Iterator[Problem]:
    """One release, of one day, title and language, stands in one file."""
    key = release.date.text, folded(release.title), release.own_language
    first = seen.setdefault(key, release.file)
    if first != release.file:
        message = say("{file} has the same title and date: keep one of the two.", file=first)
        yield release.problem(("title",), message, remark=True)


def _titles(content: Content) -> Iterator[tuple[PressRelease, tuple[str, ...]]]:
    city = [content.city.name] if content.city else []
    names = (*city, *(name for name, _ in content.names))
    return ((release, names) for release in content.releases)


@for_each(_titles)
def titles_are_sentences(release: PressRelease, names: tuple[str, ...]) -> Iterator[Problem]:
    """A title is a sentence: neither in capitals nor ended by a point, without “Press release:”."""
    for better, message in _better(str(release.title), names):
        problem = at_value(release, ("title",), release.title, better, message)
        yield replace(problem, remark=True)


def _better(title: str, names: tuple[str, ...]) -> Iterator[tuple[str, Text]]:
    """Yield what a title should rather be, and why; one reason at a time, so that each is true."""
    if rest := _without_kicker(title):
        yield rest, say("the page says “Press release” already: take these words out of the title.")
    elif title.endswith(".") and not title.endswith(("..", " etc.")) and "." not in title[-4:-1]:
        yield title[:-1].rstrip(), say("a title ends without a point: take it out.")
    elif title.isupper() and sum(map(str.isalpha, title)) >= FEWEST_CAPITALS:
        yield _lowered(title, names), say("a title in capitals is hard to read: write it in small.")


def _without_kicker(title: str) -> str:
    """Return a title without « Communiqué de presse : » before it; nothing where it has none."""
    begins = (kicker.match(title) for kicker in _kickers())
    begin = next(filter(None, begins), None)
    return title[begin.end() :][:1].upper() + title[begin.end() + 1 :] if begin else ""


@cache
def _kickers() -> tuple[re.Pattern[str], ...]:
    """Find « Communiqué de presse : » at the beginning of a title, in each language."""
    told = (words_for(language).gettext("Press release") for language in languages_told())
    return tuple(re.compile(rf"(?i){kicker}\s*[:–—-]\s*(?=\w)") for kicker in told)


def _lowered(title: str, names: tuple[str, ...]) -> str:
    """Return a title in small letters, but for its first and those of the names it holds."""
    small = title.capitalize()
    for name in sorted(set(names), key=len):
        small = name.join(re.split(rf"(?i)\b{re.escape(name)}\b", small))
    return small


DOUBT_CHECKS: tuple[Rule, ...] = (
    acts_are_of_our_time,
    ties_end_once,
    ties_are_held_once,
    cities_have_others_for_partners,
    cities_say_how_de_joins_their_name,
    names_are_short,
    corrections_follow,
    summaries_are_short,
    releases_stand_in_one_file,
    titles_are_sentences,
    counts_are_read_one_way,
)
