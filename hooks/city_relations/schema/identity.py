"""What identifiers are made of, and the order of names that hold numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Annotated

from pydantic import AfterValidator

from city_relations.dates import DateError, parse_date
from city_relations.language.words import say
from city_relations.schema.validation_errors import fault
from city_relations.schema.values import Line

Natural = tuple[str | int, ...]
IDENTIFIER = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,94}[a-z0-9])?")
NUMBERS = re.compile(r"(\d+)")
DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def natural(name: str) -> Natural:
    """Return the key that sorts names as people count: `9-` stands before `10-`."""
    parts: list[str | int] = [*NUMBERS.split(name)]
    parts[1::2] = map(int, parts[1::2])
    return tuple(parts)


def numbered(names: Iterable[str]) -> Iterator[str]:
    """Yield names that are all different: the second of a name ends in `-2`, the third in `-3`."""
    taken: set[str] = set()
    for name in names:
        n, own = 1, name
        while own in taken:
            n += 1
            own = f"{name}-{n}"
        taken.add(own)
        yield own


def _identifier(value: str) -> str:
    if not IDENTIFIER.fullmatch(value):
        message = say(
            "“{value}” is no identifier: write the date it had before, such as 2027-02-03, "
            "or the identifier in the open data.",
            value=value,
        )
        raise fault("identifier", message, _written_date(value))
    return value


def _written_date(value: str) -> str:
    """Return the date that is said in words, to propose what to write."""
    with suppress(DateError):
        text = parse_date(value).text
        return text if IDENTIFIER.fullmatch(text) else ""
    return ""


# What calendars and open data knew a fact by: the date it had first, or its identifier itself.
Identifier = Annotated[Line, AfterValidator(_identifier)]
