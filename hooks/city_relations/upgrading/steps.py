"""The numbered steps that bring a city's own content to a newer version."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from city_relations.content import Content
from city_relations.documents import MARKDOWN_LIMIT
from city_relations.documents.reading import Loc
from city_relations.documents.text_files import read_text
from city_relations.language.words import Text, say
from city_relations.law import licence_for
from city_relations.schema.base import Record

# Until 0.9.0 the data of every city that named no licence were told to be under this one.
TOLD_IN = "FR"


@dataclass(frozen=True)
class Change:
    """A content file as it stands and as a step would write it."""

    path: str
    old: str
    new: str


@dataclass(frozen=True)
class Step:
    """A step: what it does, and the changes it would make; made twice, it changes nothing more."""

    what: Text
    changes: Callable[[Content], Iterator[Change]]


def _checked_by_date(content: Content) -> Iterator[Change]:
    """Call the day of a check `date`, which YAML reads as a word, and `on` as yes."""
    for record in content.records:
        yield from _renamed(content.root, record, ("checked", "on"), "date")


def _renamed(root: Path, record: Record, loc: Loc, name: str) -> Iterator[Change]:
    """Write a field of a record under another name, its value and its comment as they are."""
    reading = record.document.reading
    place = reading.keys.get(loc)
    if place is None or (*loc[:-1], name) in reading.keys:
        return
    own, at = str(loc[-1]), place.column - 1

    def rename(line: str) -> str:
        return line[:at] + name + line[at + len(own) :] if line.startswith(own, at) else line

    yield from _with_line(root, record.file, place.line, rename)


def _licence_told(content: Content) -> Iterator[Change]:
    """Write down the licence that a French city's data were told to be under without a word."""
    city = content.city
    if city is None or city.country != TOLD_IN or city.licence is not None:
        return
    place = city.document.reading.keys.get(("accessibility",))
    licence = licence_for(TOLD_IN)
    if place is None or licence is None:
        return
    indent = " " * (place.column - 1)
    told = f'{indent}licence: {{name: {licence.name}, url: "{licence.url}", code: {licence.code}}}'
    yield from _with_line(
        content.root, content.settings, place.line, lambda line: f"{told}\n{line}"
    )


def _with_line(
    root: Path, file: str, number: int, change: Callable[[str], str]
) -> Iterator[Change]:
    """Write one line of a file otherwise: places are those of its text as it was read."""
    old, _ = read_text(root, root / file, MARKDOWN_LIMIT)
    lines = old.split("\n")
    lines[number - 1] = change(lines[number - 1])
    new = "\n".join(lines)
    if new != old:
        yield Change(file, old, new)


# A step keeps its number for good; the next one is added at the end.
STEPS: tuple[Step, ...] = (
    Step(say("the licence of the data is written down"), _licence_told),
    Step(say("the day of a check is called “date”"), _checked_by_date),
)


def pending(done: int) -> tuple[tuple[int, Step], ...]:
    """Return each step after the first `done`, beside its number."""
    return tuple((n, step) for n, step in enumerate(STEPS, start=1) if n > done)
