"""Work spread over the processors: pieces of it are done by programs beside this one.

A piece is the name of a function of ours and what it is told, as JSON; it gives bytes. Whoever asks
for a piece that nobody has begun does it itself, as it does one whose worker died: what comes out
never depends on how many workers there are. Nothing that passes between them is executed.
"""

from __future__ import annotations

import importlib
import json
import os
import struct
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, BinaryIO, TypeVar

from city_relations.heap import give_back, keep_one_heap

OURS = "city_relations."
FEW = 24  # pieces: for fewer no worker is worth its start
MANY = 400  # pieces: after so many a worker is replaced, and what it remembers goes with it
OFTEN = 32  # pieces: after so many it gives back the memory they took
SIZE = struct.Struct(">q")
FAILED = -1
T = TypeVar("T")


@dataclass(frozen=True)
class Piece:
    """A piece of work: `module:function` of ours, and what it is told, which JSON can hold."""

    function: str
    told: tuple[Any, ...]

    def done(self) -> bytes:
        """Do it here."""
        name, _, function = self.function.partition(":")
        if not name.startswith(OURS):
            raise ValueError(name)
        made: bytes = getattr(importlib.import_module(name), function)(*self.told)
        return made


class Workers:
    """So many programs, each begun when there is work for it."""

    def __init__(self, count: int, few: int = FEW) -> None:
        """Have at most `count` workers, none for fewer pieces than `few`."""
        self._few = few
        self._threads = ThreadPoolExecutor(count) if count else None
        self.begun: dict[str, tuple[Piece, Future[bytes | None]]] = {}
        self._idle: deque[_Worker] = deque()

    def begin(self, pieces: Iterable[tuple[str, Piece]], few: int = 0) -> None:
        """Let workers do pieces, each by its key; the last first: the first is asked for next."""
        told = list(pieces) if self._threads else []
        if not self._threads or len(told) < (few or self._few):
            return
        for key, piece in reversed(told):
            self.begun[key] = (piece, self._threads.submit(self.ask, piece))

    def take(self, key: str) -> bytes | None:
        """Return what a piece gives, done by a worker or here; nothing where it was never begun."""
        piece, future = self.begun.pop(key, (None, None))
        if piece is None or future is None:
            return None
        found = None if future.cancel() else future.result()
        return piece.done() if found is None else found

    def ask(self, piece: Piece) -> bytes | None:
        """Let a worker do a piece; nothing where it could not, or died."""
        worker = None
        with suppress(OSError, EOFError, struct.error):
            worker = self._idle.pop() if self._idle else _Worker.begun()
            made = worker.ask(piece)
            if worker.pieces < MANY:
                self._idle.append(worker)
            else:
                worker.end()
            return made
        if worker:
            worker.end()
        return None

    def end(self) -> None:
        """Let every worker end, and wait for it."""
        if self._threads:
            self._threads.shutdown(cancel_futures=True)
        while self._idle:
            self._idle.pop().end()


@dataclass
class _Worker:
    """A program that does pieces of work, one after the other."""

    program: subprocess.Popen[bytes]
    pieces: int = field(default=0)

    @classmethod
    def begun(cls) -> _Worker:
        """Begin one, which finds our code where we found it."""
        code = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import serve; serve()"
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        return cls(subprocess.Popen([sys.executable, "-c", code], **pipes))  # type: ignore[call-overload]  # noqa: S603 - our own

    def ask(self, piece: Piece) -> bytes | None:
        """Have a piece done; nothing where it fails: whoever does it here sees why.

        Raises OSError, EOFError or struct.error where the program is no more.
        """
        told, made = self.program.stdin, self.program.stdout
        if told is None or made is None:
            raise EOFError
        self.pieces += 1
        _write(told, json.dumps([piece.function, piece.told]).encode())
        return _read(made)

    def end(self) -> None:
        """Let it end, and wait for it."""
        for pipe in (self.program.stdin, self.program.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()
        self.program.wait()


def serve() -> None:
    """Do the pieces of work that come in, until no more do."""
    keep_one_heap()
    told, made, done = sys.stdin.buffer, sys.stdout.buffer, 0
    with suppress(EOFError, struct.error, OSError, KeyboardInterrupt):
        while (work := _read(told)) is not None:
            function, arguments = json.loads(work)
            try:
                found: bytes | None = Piece(function, tuple(arguments)).done()
            except Exception:  # noqa: BLE001 - whoever asked does it again, and sees why
                found = None
            _write(made, found)
            done += 1
            if not done % OFTEN:
                give_back()
    os._exit(0)  # nothing is left to put in order


def _write(pipe: BinaryIO | Any, content: bytes | None) -> None:
    pipe.write(SIZE.pack(FAILED if content is None else len(content)) + (content or b""))
    pipe.flush()


def _read(pipe: BinaryIO | Any) -> bytes | None:
    (size,) = SIZE.unpack(pipe.read(SIZE.size))
    if size == FAILED:
        return None
    content: bytes = pipe.read(size)
    if len(content) < size:
        raise EOFError
    return content


ALONE = Workers(0)


@contextmanager
def workers(count: int, few: int = FEW) -> Iterator[Workers]:
    """Have workers for a while."""
    made = Workers(count, few)
    try:
        yield made
    finally:
        made.end()


def processors() -> int:
    """Return how many processors this program may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def prepared(
    things: Sequence[T], size: int, prepare: Callable[[Sequence[T]], None], steps: Iterable[T]
) -> Iterator[T]:
    """Yield things as `steps` yields them, which tells of each; so many are prepared at a time."""
    for i, thing in enumerate(steps):
        if not i % size:
            give_back()  # what was needed for those before
            prepare(things[i : i + size])
        yield thing
