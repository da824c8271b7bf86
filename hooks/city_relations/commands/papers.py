"""What the commands that write a paper into a file share."""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

from city_relations.commands.call import Call, Refused
from city_relations.content import PARTNERS, RELEASES
from city_relations.content.written_pages import PAGES
from city_relations.language.words import Words, say


def language_option(parser: ArgumentParser, words: Words) -> None:
    """Declare in which language a paper is told."""
    parser.add_argument(
        "--in",
        dest="told_in",
        metavar="de",
        default="",
        help=words(say("the language it is told in; by default the site's first")),
    )


def write_paper(call: Call, *asked: str) -> int:
    """Write a paper into the folder one stands in, in a process of its own; give its status."""
    into = Path.cwd()
    refuse_content(call, into)
    command = [sys.executable, "-m", "city_relations.papers", str(call.root), call.settings]
    command += ["--into", str(into), "--language", call.words.language, *asked]
    command += ["--told-in", call.options.told_in] if call.options.told_in else []
    told = subprocess.run(  # noqa: S603 - our own
        command,
        env={**call.environ, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    call.tell(told.stdout.rstrip("\n"))
    return told.returncode


def refuse_content(call: Call, into: Path) -> None:
    """Refuse a folder of content: what is written here is no part of the site."""
    for name in (PARTNERS, RELEASES, PAGES):
        if into.resolve().is_relative_to((call.root / name).resolve()):
            raise Refused(
                say("this folder holds the content of the site: go to another, then try again.")
            )
