"""`relations email`: writes a release, or those of a month, as a message ready to address."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from pathlib import Path

from city_relations.commands.call import Call, Refused
from city_relations.commands.papers import write_here
from city_relations.language.words import Words, say

MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar=words(say("FILE")),
        help=words(say("the release, such as press_releases/2026/2026-10-01-turin.md")),
    )
    parser.add_argument(
        "--month", metavar="2026-10", help=words(say("the releases of a month instead of one"))
    )
    parser.add_argument(
        "--embargo",
        action="store_true",
        help=words(say("send it before its hour, with the embargo at its head")),
    )


def run(call: Call) -> int:
    """Write the message into the folder one stands in, in a process of its own."""
    given = call.options
    if bool(given.file) == bool(given.month):
        raise Refused(say("name one release, or a month: “--month 2026-10”."))
    if given.month and not MONTH.fullmatch(given.month):
        raise Refused(say("a month is written as year and number, such as 2026-10."))
    told = ["--month", given.month] if given.month else ["--file", _named(call, given.file)]
    return write_here(call, "mailing", *told, *(["--embargo"] if given.embargo else []))


def _named(call: Call, file: Path) -> str:
    return call.named(file) or str(file)
