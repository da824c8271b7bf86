"""`relations due`: what is due from today on, as lines or as a calendar for the staff."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from city_relations.commands.call import Call
from city_relations.commands.relaying import run_telling
from city_relations.language.words import Words, say


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument(
        "--ics",
        type=Path,
        metavar=words(say("FILE")),
        help=words(say("write it as a calendar to open or subscribe to")),
    )


def run(call: Call) -> int:
    """Say or write it in a process of its own: calendars are costly to load."""
    command = [sys.executable, "-m", "city_relations.due", str(call.root), call.settings]
    command += ["--language", call.words.language]
    command += ["--ics", str(Path.cwd() / call.options.ics)] if call.options.ics else []
    asked = run_telling(call, command, tell=lambda line: call.tell(line.rstrip("\n")))
    return asked.returncode
