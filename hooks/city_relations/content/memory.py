"""Records that a preview has read, told again as long as their files and the city say the same."""

from __future__ import annotations

import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

from city_relations.problems import Problem
from city_relations.schema.base import Record
from city_relations.schema.city import City

R = TypeVar("R", bound=Record)
LARGEST = 1 << 20  # bytes; what is larger is refused, or read each time


@dataclass(frozen=True)
class Read:
    """A record as it was read from a file's bytes, with the problems it had."""

    content: bytes
    record: Record
    problems: tuple[Problem, ...]


@dataclass
class Memory:
    """The records of one site by their paths; they hang on what is said of the city, too."""

    city: City | None = None
    known: dict[Path, Read] = field(default_factory=dict)

    def begin(self, city: City | None) -> bool:
        """Begin to read a site's records, and tell whether nothing is known, as of another city."""
        if city != self.city:
            self.city = city
            self.known.clear()
        return not self.known

    def get_or_read(self, path: Path, problems: list[Problem], read: Callable[[], R]) -> R:
        """Return the record of a file, reading it only when its bytes are others.

        `read` adds what is wrong to `problems`; what was wrong is added again.
        """
        content, found = _bytes_of(path), self.known.get(path)
        if found and found.content == content:
            problems.extend(found.problems)
            return cast(R, found.record)
        before = len(problems)
        record = read()
        if content is not None:
            self.known[path] = Read(content, record, tuple(problems[before:]))
        return record


def recall(memory: Memory | None, path: Path, problems: list[Problem], read: Callable[[], R]) -> R:
    """Return the record of a file, from a memory where there is one."""
    return read() if memory is None else memory.get_or_read(path, problems, read)


def _bytes_of(path: Path) -> bytes | None:
    """Return the bytes of an ordinary file of a usual size."""
    with suppress(OSError):
        told = path.lstat()
        if stat.S_ISREG(told.st_mode) and told.st_size <= LARGEST:
            return path.read_bytes()
    return None
