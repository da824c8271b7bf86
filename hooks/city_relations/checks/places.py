"""Where a check puts its finger: the place of a fact, and the line or the file as it should be."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace

from city_relations.documents.reading import Loc
from city_relations.language.words import Text
from city_relations.problems import Problem
from city_relations.schema.base import Record
from city_relations.schema.partial import UnknownError
from city_relations.schema.press_release import PressRelease

YEAR = re.compile(r"\d{4}-")


def place_of(record: Record, loc: Loc) -> str:
    """Return the file and line of a field, for a message about another place."""
    return f"{record.file}:{record.document.place(loc).line}"


def expected_path(release: PressRelease) -> str:
    """Return the file of a release, as it is once it stands in the folder of its year."""
    folder, _, name = release.file.rpartition("/")
    if "/" in folder:
        return release.file
    with suppress(UnknownError):
        year = name[:4] if YEAR.match(name) else release.year
        return f"{folder}/{year}/{name}"
    return release.file


def at_value(record: Record, loc: Loc, written: str, meant: str, text: Text) -> Problem:
    """Make a problem with the line as it should read, where the value stands there as written."""
    place = record.document.place(loc)
    line = record.document.line(place.line)
    start = place.column - 1
    mended = line[:start] + line[start:].replace(written, meant, 1) if meant else ""
    return record.problem(loc, text, "" if mended == line else mended)


def mended(problem: Problem, target: str) -> Problem:
    """Return the line with the link that was probably meant."""
    meant = dict(problem.text.values).get("meant")
    start = problem.column - 1
    line = problem.shown
    return (
        replace(problem, fix=line[:start] + line[start:].replace(target, str(meant), 1))
        if meant
        else problem
    )


def in_text(record: Record, loc: Loc, target: str, text: Text, *, remark: bool = False) -> Problem:
    """Make a problem at the line of a block of text on which a target stands."""
    problem = record.problem(loc, text, remark=remark)
    lines = record.document.reading.lines
    for i in range(problem.line - 1, len(lines)):
        if target and target in lines[i]:
            column = lines[i].index(target) + 1
            found = replace(problem, line=i + 1, column=column, shown=lines[i])
            return mended(found, target)
    return problem
