"""`python -m city_relations.due`: what `relations due` runs, in a process of its own."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from city_relations.catalog import read_catalog
from city_relations.clock import ClockError, read_clock
from city_relations.due import Due, dues
from city_relations.due.calendar import due_calendar
from city_relations.language.words import Words, say, words_for
from city_relations.problems import ContentError, refusal
from city_relations.store import halted, write


def main(arguments: Sequence[str] | None = None) -> int:
    """Say what is due, or write it as a calendar; return 1 where nothing could be said."""
    given = _given(arguments)
    words = words_for(given.language)
    try:
        catalog = read_catalog(given.root, read_clock(os.environ), given.settings)
        if given.ics:
            write(given.ics, due_calendar(catalog, words))
            told = words(say("Written: {file}.", file=given.ics.name))
        else:
            told = "\n".join(_line(one, words) for one in dues(catalog))
        print(told or words(say("Nothing is due.")))  # noqa: T201 - what the command says
    except ContentError as error:
        print(refusal(error, words))  # noqa: T201 - as above
    except ClockError as refused:
        print(words(refused.text))  # noqa: T201 - as above
    except OSError as error:
        print(words(halted(error)))  # noqa: T201 - as above
    else:
        return 0
    return 1


def _line(one: Due, words: Words) -> str:
    return f"{one.first.isoformat()}  {one.told(words)}"


def _given(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="city_relations.due")
    parser.add_argument("root", type=Path)
    parser.add_argument("settings")
    parser.add_argument("--ics", type=Path)
    parser.add_argument("--language", default="fr")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
