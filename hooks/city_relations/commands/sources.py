"""`relations sources`: asks the web whether every address of the record still answers."""

from __future__ import annotations

import sys
from argparse import ArgumentParser

from city_relations.commands.call import Call
from city_relations.commands.relaying import run_telling
from city_relations.language.words import Words, say

LONGEST = 600.0  # seconds


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument("--json", action="store_true", help=words(say("as data, for a program")))
    parser.add_argument(
        "--timeout",
        type=_seconds,
        default=10,
        metavar="10",
        help=words(say("how many seconds an address may keep us waiting")),
    )
    parser.add_argument(
        "--pause",
        type=_seconds,
        default=1,
        metavar="1",
        help=words(say("how many seconds pass between two questions to one host")),
    )
    parser.add_argument(
        "--internal",
        action="store_true",
        help=words(say("ask addresses of this machine and its network too")),
    )


def _seconds(written: str) -> float:
    """Read seconds. Raises ValueError for what is none, or nobody's patience."""
    seconds = float(written)
    if not 0 <= seconds <= LONGEST:
        raise ValueError
    return seconds


def run(call: Call) -> int:
    """Ask in a process of its own, the only one that reaches the network."""
    options = call.options
    command = [sys.executable, "-m", "city_relations.web", str(call.root), call.settings]
    command += ["--language", call.words.language, *(["--json"] if options.json else [])]
    command += ["--timeout", str(options.timeout), "--pause", str(options.pause)]
    command += ["--internal"] if options.internal else []
    asked = run_telling(call, command, tell=lambda line: call.tell(line.rstrip("\n")))
    return asked.returncode
