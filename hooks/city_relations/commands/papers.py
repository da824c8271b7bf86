"""What the commands that write a file for somebody share with the programs that make it."""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

from city_relations.clock import ClockError
from city_relations.commands.call import Call, Refused
from city_relations.content import PARTNERS, RELEASES
from city_relations.content.written_pages import PAGES
from city_relations.language.words import Text, Words, say
from city_relations.problems import ContentError, refusal
from city_relations.store import halted


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
    """Write a paper into the folder one stands in; give the status of the program that does."""
    told_in = ("--told-in", call.options.told_in) if call.options.told_in else ()
    return write_here(call, "papers", *asked, *told_in)


def write_here(call: Call, room: str, *asked: str) -> int:
    """Have a room's program write a file into the folder one stands in; give its status."""
    into = Path.cwd()
    _refuse_content(call, into)
    command = [sys.executable, "-m", f"city_relations.{room}", str(call.root), call.settings]
    command += ["--into", str(into), "--language", call.words.language, *asked]
    told = subprocess.run(  # noqa: S603 - our own
        command,
        env={**call.environ, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    call.tell(told.stdout.rstrip("\n"))
    return told.returncode


def _refuse_content(call: Call, into: Path) -> None:
    """Refuse a folder of content: what is written here is no part of the site."""
    for name in (PARTNERS, RELEASES, PAGES):
        if into.resolve().is_relative_to((call.root / name).resolve()):
            raise Refused(
                say("this folder holds the content of the site: go to another, then try again.")
            )


def end_of(write: Callable[[], Path], told: Callable[[Path], Text], words: Words) -> int:
    """Write a file, and say where it is; return 1, with the reason, where none was written."""
    try:
        path = write()
    except ContentError as error:
        print(refusal(error, words))  # noqa: T201 - what the command says
    except (Refused, ClockError) as refused:
        print(words(refused.text))  # noqa: T201 - as above
    except OSError as error:
        print(words(halted(error)))  # noqa: T201 - as above
    else:
        print(words(told(path)))  # noqa: T201 - as above
        return 0
    return 1


def new_file(folder: Path, name: str) -> Path:
    """Return where a file is to be written. Raises Refused where one is there already."""
    path = folder / name
    if path.exists():
        raise Refused(say("{file} is there already: delete it first, or rename it.", file=name))
    return path
