"""Walks a built site and gathers every identifier it publishes, file by file."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser
from icalendar import Calendar


def identifiers(site):
    """Yield, for each published list of things, the identifiers in it: (file, identifiers).

    The calendars' UIDs, the feeds' own and their entries' ids, the `id` of each table of data.
    """
    for path in sorted(Path(site).rglob("*")):
        name, found = path.relative_to(site).as_posix(), None
        if path.suffix == ".ics":
            found = [str(e["uid"]) for e in Calendar.from_ical(path.read_bytes()).walk("VEVENT")]
        elif path.name == "atom.xml":
            found = [entry.id for entry in feedparser.parse(path.read_bytes()).entries]
        elif path.name == "feed.json":
            found = [entry["id"] for entry in json.loads(path.read_text("utf-8"))["items"]]
        elif path.suffix in (".json", ".geojson"):
            found = _of_data(json.loads(path.read_text("utf-8")))
        if found is not None:
            yield name, found


def _of_data(told):
    """Return the identifiers of a table's rows or a map's features; None where there are none."""
    rows = told.get("features") if isinstance(told, dict) else told
    if isinstance(rows, list) and rows and all("id" in row for row in rows):
        return [row["id"] for row in rows]
    return None


def feed_identifiers(site):
    """Return the identifier of each feed itself, by its path."""
    return {
        path.relative_to(site).as_posix(): feedparser.parse(path.read_bytes()).feed.id
        for path in sorted(Path(site).rglob("atom.xml"))
    }
