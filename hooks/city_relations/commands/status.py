"""`relations status`: what the staff should look at, such as terms that end and plans overdue."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from datetime import UTC, date, datetime, time

from city_relations.catalog import Catalog, read_catalog
from city_relations.catalog.findings import as_data, findings, report
from city_relations.commands.call import Call
from city_relations.commands.issue import issue
from city_relations.commands.schedule import schedule_stopping
from city_relations.language.words import Words, say
from city_relations.problems import ContentError, tell


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument(
        "--format",
        choices=("text", "json", "issue"),
        default="text",
        help=words(
            say("how it is written; “issue”: for an issue of a forge, empty if nothing is due")
        ),
    )
    parser.add_argument(
        "--on",
        type=date.fromisoformat,
        metavar="2027-01-01",
        help=words(say("as things will stand on that day")),
    )


def run(call: Call) -> int:
    """Say what is due."""
    try:
        catalog = _catalog_on(call, call.options.on)
    except ContentError as error:
        print(*tell(error.problems, call.words), sep="\n", file=sys.stderr)  # noqa: T201
        return 1
    found, stopping = findings(catalog), schedule_stopping(call.root, call.now)
    if call.options.format == "json":
        told = as_data(found, catalog.today, call.words)
        call.tell(json.dumps(told, ensure_ascii=False, indent=2))
    elif call.options.format == "issue":
        call.tell(*issue(found, stopping, catalog.today, call.words))
    else:
        call.tell(*report(found, call.words), *(("", stopping) if stopping else ()))
    return 0


def _catalog_on(call: Call, day: date | None) -> Catalog:
    """Return the catalog now, or at noon of a day where the city is, in the zone it reads."""
    if day is None:
        return read_catalog(call.root, call.now, call.settings, call.progress)
    noon = datetime.combine(day, time(12), UTC)
    zone = read_catalog(call.root, noon, call.settings).city.zone
    return read_catalog(call.root, datetime.combine(day, time(12), zone), call.settings)
