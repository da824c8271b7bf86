"""The staff's commands."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from relations.catalog import Catalog, read_catalog
from relations.clock import read_clock
from relations.problems import ContentError, outcome, tell
from relations.status import as_data, findings, report
from relations.words import Words, say, words_for


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; give the exit status: 0 when all is well, 1 when something must be mended."""
    parser = argparse.ArgumentParser(prog="relations")
    parser.add_argument("--language", default="fr")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check")
    standing = commands.add_parser("status")
    standing.add_argument("--format", choices=("text", "json"), default="text")
    standing.add_argument("--on", type=date.fromisoformat, metavar="2027-01-01")
    options = parser.parse_args(arguments)
    words = words_for(options.language)
    if options.command == "status":
        return status(Path.cwd(), options.on, words, as_json=options.format == "json")
    return check(Path.cwd(), words)


def catalog_on(root: Path, day: date | None) -> Catalog:
    """Give the catalog now, or at noon of a day where the city is: its zone is known once read."""
    if day is None:
        return read_catalog(root, read_clock(os.environ))
    zone = read_catalog(root, datetime.combine(day, time(12), UTC)).city.zone
    return read_catalog(root, datetime.combine(day, time(12), zone))


def status(root: Path, day: date | None, words: Words, *, as_json: bool) -> int:
    """Say what the staff should look at on a day: terms that end, plans overdue, pages unread."""
    try:
        catalog = catalog_on(root, day)
    except ContentError as error:
        print(*tell(error.problems, words), sep="\n", file=sys.stderr)
        return 1
    found = findings(catalog)
    if as_json:
        told = as_data(found, catalog.today, words)
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print(*report(found, words), sep="\n")
    return 0


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
