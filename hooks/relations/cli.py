"""The staff's commands."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from relations.catalog import read_catalog
from relations.clock import read_clock
from relations.problems import ContentError, outcome, tell
from relations.words import Words, say, words_for


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; give the exit status: 0 when all is well, 1 when something must be mended."""
    parser = argparse.ArgumentParser(prog="relations")
    parser.add_argument("--language", default="fr")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check")
    options = parser.parse_args(arguments)
    return check(Path.cwd(), words_for(options.language))


def check(root: Path, words: Words) -> int:
    """Say every problem of the content below `root`."""
    try:
        catalog = read_catalog(root, read_clock(os.environ))
    except ContentError as error:
        print(*tell(error.problems, words), sep="\n")
        print(outcome(error.faults, words))
        return 1
    print(*tell(catalog.remarks, words), sep="\n")
    print(words(say("No problem: the content can be published.")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
