"""How much memory a program and all it begins have together, at their peak."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from time import sleep
from typing import Self

OFTEN = 0.05  # seconds from a look to the next
MOMENT = 0.01  # seconds in which a program that is being begun looks as large as who begins it
MORE = 1 << 9  # kilobytes beyond the highest, for what is shared to be looked at again
PROCESSES = Path("/proc")


class Peak:
    """Looks often at what a program and its children hold; a page they share is counted once.

    Linux divides a page among those who share it (PSS), which takes it milliseconds to sum up: so
    this is asked only where what each of them holds (RSS), summed, is more than ever before.
    Where the system tells of no processes (`/proc`), `megabytes` stays 0.
    """

    def __init__(self, program: int) -> None:
        self.megabytes = 0.0
        self._program, self._ended = program, Event()
        self._thread = Thread(target=self._watch)

    def __enter__(self) -> Self:
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Look no more."""
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        highest = 0
        while not self._ended.wait(OFTEN):
            held = self._sum("status", "VmRSS:")
            if held > highest + MORE:
                highest = held
                once = [self._sum("smaps_rollup", "Pss:")]
                sleep(MOMENT)
                once.append(self._sum("smaps_rollup", "Pss:"))
                self.megabytes = max(self.megabytes, min(filter(None, once), default=held) / 1024)

    def _sum(self, file: str, name: str) -> int:
        """Return the kilobytes that the system tells of all programs under a name."""
        programs = {self._program, *_below(self._program)}
        return sum(_told(one, file, name) for one in programs)


def _below(program: int) -> Iterator[int]:
    """Yield the programs that one has begun, and those they have."""
    with suppress(OSError):
        for thread in (PROCESSES / str(program) / "task").iterdir():
            for child in (thread / "children").read_text().split():
                yield int(child)
                yield from _below(int(child))


def _told(program: int, file: str, name: str) -> int:
    """Return the kilobytes that the system tells of a program under a name; 0 where it is gone."""
    with suppress(OSError):
        for line in (PROCESSES / str(program) / file).read_text().splitlines():
            if line.startswith(name):
                return int(line.split()[1])
    return 0
