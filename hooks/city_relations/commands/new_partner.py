"""`relations new partner`: asks in plain words, finds the place offline, writes the profile."""

from __future__ import annotations

from argparse import ArgumentParser
from functools import partial

from city_relations.catalog import local
from city_relations.commands.call import Call, Refused
from city_relations.commands.drafting import (
    answer,
    explained,
    field_line,
    read_date,
    until,
    write_new,
)
from city_relations.commands.places import found_point, read_country, read_point
from city_relations.content import PARTNERS, read_content
from city_relations.language.words import Words, say
from city_relations.schema.answers import yes_or_no
from city_relations.schema.choices import TieKind
from city_relations.schema.partner import Partner
from city_relations.schema.suggestions import meant_choices
from city_relations.schema.values import short_name

YES = "oui"


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options, which spare the questions."""
    parser.add_argument("--name", help=words(say("the usual name of the partner")))
    parser.add_argument("--country", help=words(say("its country, by name or by code")))
    parser.add_argument("--kind", help=words(say("what bond it is, such as twinning")))
    parser.add_argument("--since", help=words(say("since when the tie exists, such as 1957")))
    parser.add_argument(
        "--planned", help=words(say("for when its signature is announced, if not signed yet"))
    )
    parser.add_argument("--coordinates", help=words(say("latitude, longitude: 45.07, 7.69")))


def run(call: Call) -> int:
    """Write the profile and say where it is."""
    name = answer(call, "name", say("What is the partner called?"))
    country = until(call, "country", say("In which country is it?"), read_country)
    kind = until(call, "kind", say("What bond is it? (jumelage, accord, amitié…)"), _kind)
    beginning = _beginning(call)
    slug = short_name(name, next(iter(call.languages), ""))
    if not slug:
        raise Refused(say("write the name in Latin letters; “local_name:” is for its own script."))
    given = call.options.coordinates
    point = read_point(given) if given else found_point(call, name, country)
    values = {
        "name": field_line("name", name),
        "country": field_line("country", country, plain=True),
        "ties": f"ties:\n  - kind: {kind}\n    {beginning}",
    }
    if point:
        lat, _, lon = point.partition(",")
        values["coordinates"] = f"coordinates: {{lat: {lat.strip()}, lon: {lon.strip()}}}"
    lines = explained(Partner, values, "partner.yml", call.words)
    return write_new(call, call.root / PARTNERS / f"{slug}.yml", lines)


def _kind(given: str) -> str:
    meant = meant_choices(given, TieKind)
    if len(meant) != 1:
        known = ", ".join(meant or TieKind)
        raise Refused(
            say("“{value}” is not a known value; write {options}.", value=given, options=known)
        )
    return str(meant[0])


def _beginning(call: Call) -> str:
    """Return the field that says since when a tie lives, or for when its signature is announced."""
    planned = call.options.planned
    if not planned and not call.options.since and call.ask:
        question = say("Is it signed already? (yes, or for when it is planned)")
        given = until(call, "planned", question, partial(_yes_or_date, call))
        planned = "" if given == YES else given
    if planned:
        return f"acts:\n      - {{act: signature, planned: {read_date(call, planned).text}}}"
    question = say("Since when does it exist? (a year is enough)")
    return f"since: {until(call, 'since', question, partial(_past, call))}"


def _yes_or_date(call: Call, given: str) -> str:
    return YES if yes_or_no(given) else read_date(call, given).text


def _past(call: Call, given: str) -> str:
    day = read_date(call, given)
    if day.first > local(read_content(call.root, call.settings), call.now):
        raise Refused(
            say(
                "this day is still to come: for an announcement, begin again and answer for when "
                "it is planned, or write “--planned {date}”.",
                date=day.text,
            )
        )
    return day.text
