"""Drafts that lack what publication asks: they stand under the day and name of their file."""

from __future__ import annotations

import re

from city_relations.documents import Document
from city_relations.schema.choice import read_choice
from city_relations.schema.choices import Status
from city_relations.schema.nearest import says_nothing
from city_relations.schema.press_release import PressRelease

NAMED = re.compile(r"(?P<date>\d{4}-\d\d-\d\d)-(?P<title>[a-z0-9-]+)")


def is_draft(document: Document) -> bool:
    """Return whether a file says of itself that it is a draft."""
    said = document.fields.get("status")
    return said is not None and read_choice(str(said), Status) is Status.DRAFT


def lacking(document: Document) -> list[str]:
    """List the required fields of a release that its file does not give."""
    model = PressRelease.model_fields.items()
    required = [name for name, field in model if field.is_required()]
    return [n for n in required if (n,) not in document.reading.keys or n in _stood_in(document)]


def stand_in(document: Document) -> None:
    """Give a draft the day and the title that its file's name tells, where it has none itself."""
    document.fields.update(standing_in(document))


def standing_in(document: Document) -> dict[str, str]:
    """Return the day and the title that a draft's name tells, each where it has none itself."""
    named = NAMED.match(document.file.rpartition("/")[2])
    if not named or document.reading.incomplete or not is_draft(document):
        return {}
    told = named.groupdict().items()
    return {name: value for name, value in told if says_nothing(document.fields.get(name))}


def _stood_in(document: Document) -> list[str]:
    """List the fields that are written without a value."""
    lines = {name: document.line(document.key_place((name,)).line) for name in ("title", "date")}
    return [name for name, line in lines.items() if line.partition(":")[2].strip(" \"'") == ""]
