"""`relations build`: builds the site by ourselves, for the day when no engine does."""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

from city_relations.commands.call import Call
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
    with subprocess.Popen(  # noqa: S603 - our own
        command,
        cwd=call.root,
        env={**call.environ, "PYTHONIOENCODING": "utf-8"},  # whatever a console of ours can show
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as building:
        for line in building.stdout or ():
            call.tell(line.rstrip("\n"))
    return building.returncode
