"""How much memory a program and all it begins hold together, at their peak."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Self

OFTEN = 0.05  # seconds from a look to the next
PROCESSES = Path("/proc")


class Peak:
    """Looks often at what a program and its children hold; pages they share are counted twice.

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
        while not self._ended.wait(OFTEN):
            held = sum(_held(one) for one in {self._program, *_below(self._program)})
            self.megabytes = max(self.megabytes, held / 1024)


def _below(program: int) -> Iterator[int]:
    """Yield the programs that one has begun, and those they have."""
    with suppress(OSError):
        for thread in (PROCESSES / str(program) / "task").iterdir():
            for child in (thread / "children").read_text().split():
                yield int(child)
                yield from _below(int(child))


def _held(program: int) -> int:
    """Return the kilobytes a program holds."""
    with suppress(OSError):
        for line in (PROCESSES / str(program) / "status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
    return 0
