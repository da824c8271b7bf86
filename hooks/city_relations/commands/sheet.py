"""`relations sheet`: writes the sheet of a partner as PDF, for whoever travels there."""

from __future__ import annotations

from argparse import ArgumentParser

from city_relations.commands.call import Call
from city_relations.commands.papers import language_option, write_paper
from city_relations.language.words import Words, say


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument(
        "partner",
        metavar=words(say("PARTNER")),
        help=words(say("the short name of the partner, such as turin")),
    )
    language_option(parser, words)


def run(call: Call) -> int:
    """Write the sheet into the folder one stands in."""
    return write_paper(call, "--partner", call.options.partner)
