"""`relations build`: builds the site by ourselves, for the day when no engine does."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from city_relations.commands.call import Call
from city_relations.commands.relaying import run_telling
from city_relations.language.words import Words, say


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options, which are those of `mkdocs build`."""
    parser.add_argument(
        *("-d", "--site-dir"),
        type=Path,
        metavar=words(say("FOLDER")),
        help=words(say("where the site is built; by default “site_dir” of mkdocs.yml, or site/")),
    )
    parser.add_argument(
        "--strict", action="store_true", help=words(say("publish nothing where there is a warning"))
    )


def run(call: Call) -> int:
    """Build in a process of its own: what a build imports, no other command waits for."""
    options = call.options
    command = [sys.executable, "-m", "city_relations.builder", str(call.root / call.settings)]
    command += ["--language", call.words.language]
    command += ["--site-dir", str(Path.cwd() / options.site_dir)] if options.site_dir else []
    command += ["--strict"] if options.strict else []
    built = run_telling(call, command, tell=lambda line: call.tell(line.rstrip("\n")))
    return built.returncode
