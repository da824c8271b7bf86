"""What was read of one YAML text: its fields, the place of each, and the faults met."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, overload

from city_relations.documents.shapes import Shapes
from city_relations.problems import Fault, Problem
from city_relations.spool import Aside

Loc = tuple[str | int, ...]
Fields = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """A place in a file: line and column, both from 1, in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class LinesAside(Sequence[str]):
    """Lines that lie aside in one text, read again each time they are asked for."""

    text: Aside

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        """Return a line, or some."""
        return str(self.text).split("\n")[at]

    def __iter__(self) -> Iterator[str]:
        """Yield the lines."""
        return iter(str(self.text).split("\n"))

    def __len__(self) -> int:
        """Return how many there are."""
        return str(self.text).count("\n") + 1


@dataclass(slots=True)
class Reading:
    """What one YAML text says: its fields as text, lists and maps, and where each stands.

    `lines` are the lines as written, `mended` as they were read: some were told, then mended.
    `places` maps the path of a field, shaped like pydantic's `loc`, to the place of its value;
    `keys` to the place of its name; readings of files alike may hold the same maps. `incomplete`
    holds the paths of the maps out of which a line was left to read the rest: a field they lack
    may have stood on it. `shapes` tells which fields hold more than a text.
    """

    file: str
    lines: Sequence[str]
    first_line: int = 1
    fields: Fields = field(default_factory=dict)
    places: dict[Loc, Place] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    mended: Sequence[str] = ()
    incomplete: frozenset[Loc] = frozenset()
    shapes: Shapes = field(default_factory=dict)

    def fault(self, place: Place, fault: Fault, name: str = "", fix: str = "") -> None:
        """Note a fault at a place, in the field of this name."""
        where = (self.file, place.line, place.column, name)
        line = self.line(place.line)
        self.problems.append(Problem(*where, fault.text, fix, shown=line, rule=fault.rule))

    def tear(self, line: int) -> None:
        """Note that a line was left out: the map open there that begins in its column held it.

        Where none does, any map open there may have held it.
        """
        above = [(p.line, p.column, loc) for loc, p in self.keys.items() if p.line < line]
        last = max(above, default=(0, 0, ()), key=lambda key: key[:2])[2]
        fields = {last[:end]: self.keys.get(last[:end]) for end in range(1, len(last) + 1)}
        column = len(self.line(line)) - len(self.line(line).lstrip(" -")) + 1
        aligned = [loc[:-1] for loc, p in fields.items() if p and p.column == column]
        self.incomplete |= {*(aligned or [loc[:-1] for loc in fields] or [()])}

    def at(self, loc: Loc) -> Any:
        """Return what stands at the path of a field."""
        found: Any = self.fields
        for part in loc:
            found = found[part]
        return found

    def rename(self, loc: Loc, name: str, read: Callable[[object], object] | None = None) -> None:
        """Read a field under another name, in its map and wherever its place is noted.

        `read` returns its value as it is written under that name.
        """
        self._part_ways()
        around = self.at(loc[:-1])
        value = around.pop(loc[-1])
        around[name] = read(value) if read else value
        for places in (self.places, self.keys):
            for old in [old for old in places if old[: len(loc)] == loc]:
                places[(*loc[:-1], name, *old[len(loc) :])] = places.pop(old)

    def enlist(self, loc: Loc) -> None:
        """Read what stands at the path of a field as the one entry of a list."""
        self._part_ways()
        around = self.at(loc[:-1])
        around[loc[-1]] = [around[loc[-1]]]
        for places in (self.places, self.keys):
            inside = [old for old in places if old[: len(loc)] == loc and len(old) > len(loc)]
            for old in inside:
                places[(*loc, 0, *old[len(loc) :])] = places.pop(old)
        self.places[(*loc, 0)] = self.places[loc]

    def _part_ways(self) -> None:
        """Hold maps of one's own: another reading may hold those that are about to change."""
        self.places, self.keys = dict(self.places), dict(self.keys)

    def place(self, mark: Any) -> Place:
        """Turn a mark of the parser into a place in the file."""
        return Place(mark.line + self.first_line, self.column(mark) + 1)

    def column(self, mark: Any) -> int:
        """Return the column, from 0, in the line as written of a mark in the line as read."""
        if not mark.line < len(self.mended):
            return int(mark.column)
        return _before(self.mended[mark.line], self.lines[mark.line], mark.column)

    def line(self, number: int) -> str:
        """Return a line of the text, counted in the file; nothing outside it."""
        index = number - self.first_line
        return self.lines[index] if 0 <= index < len(self.lines) else ""


# What mending a line adds to it, and what it takes away.
ADDED, TAKEN = "\"'\\ [{}],", "“”„«»\t\u00a0\u202f -;"
LONGEST = 1_000


def _before(read: str, written: str, column: int) -> int:
    """Return where in a line as written stands what stands at a column of it as read."""
    if read == written or len(read) > LONGEST:
        return column
    there = 0
    for sign in read[:column]:
        while there < len(written) and written[there] != sign and written[there] in TAKEN:
            there += 1
        there += sign not in ADDED or written[there : there + 1] == sign
    return there


def dotted(loc: Loc) -> str:
    """Write the path of a field as authors read it, list numbers left out: the place tells them."""
    return ".".join(part for part in loc if isinstance(part, str))


def as_written(loc: Loc, fields: object) -> Loc:
    """Return a place as the file has it: the fields of one entry stand there without a list."""
    told: list[int | str] = []
    for step in loc:
        if isinstance(step, int) and isinstance(fields, dict):
            continue
        told.append(step)
        if isinstance(fields, dict):
            fields = fields.get(step)
        elif isinstance(fields, list) and isinstance(step, int) and step < len(fields):
            fields = fields[step]
        else:
            fields = None
    return tuple(told)
