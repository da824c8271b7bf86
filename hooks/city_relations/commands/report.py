"""`relations report`: writes the report of a year as PDF."""

from __future__ import annotations

import re
from argparse import ArgumentParser

from city_relations.commands.call import Call, Refused
from city_relations.commands.papers import language_option, write_paper
from city_relations.language.words import Words, say

YEAR = re.compile(r"[1-9][0-9]{3}")


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument(
        "year", metavar=words(say("YEAR")), help=words(say("the year, in four digits, as in 2013"))
    )
    language_option(parser, words)


def run(call: Call) -> int:
    """Write the report into the folder one stands in."""
    year = call.options.year
    if not YEAR.fullmatch(year):
        raise Refused(say("a year is written in four digits, such as 2013."))
    return write_paper(call, "--year", year)
