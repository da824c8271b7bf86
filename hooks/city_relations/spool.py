"""Finished bytes put aside until they are wanted: memory holds only where they lie."""

from __future__ import annotations

import os
import tempfile
import weakref
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO, cast


@dataclass(frozen=True, slots=True)
class Span:
    """Where something lies in a spool."""

    start: int
    length: int


class Spool:
    """A file without a name, which ends with who holds it; what it has no room for is remembered.

    What lies in it is never read by another program, nor by a later one.
    """

    def __init__(self) -> None:
        self._file, self._end = _nameless(), 0
        self._remembered: dict[int, bytes] = {}
        if self._file:
            weakref.finalize(self, self._file.close)

    def put(self, content: bytes) -> Span:
        """Put something aside; return where it lies."""
        start, self._end = self._end, self._end + len(content)
        if not self._has_written(start, content):
            self._remembered[start] = content
        return Span(start, len(content))

    def get(self, span: Span) -> bytes:
        """Return what lies there."""
        if self._file is None or span.start in self._remembered:
            return self._remembered[span.start]
        if hasattr(os, "pread"):  # in one question to the system, not two: it is asked very often
            return os.pread(self._file.fileno(), span.length, span.start)
        self._file.seek(span.start)
        return self._file.read(span.length)

    def put_text(self, text: str) -> Aside:
        """Put a text aside; return what reads it again."""
        return Aside(self, self.put(text.encode("utf-8", "surrogatepass")))

    def _has_written(self, start: int, content: bytes) -> bool:
        with suppress(OSError):
            if self._file:
                self._file.seek(start)
                return self._file.write(content) == len(content)
        return False


@dataclass(frozen=True, slots=True, eq=False)
class Aside:
    """A text put aside, read again each time it is asked for by `str`; it is what it says."""

    spool: Spool
    span: Span

    def __eq__(self, other: object) -> bool:
        """Return whether a text, put aside or not, says the same."""
        return isinstance(other, str | Aside) and str(self) == str(other)

    def __hash__(self) -> int:
        """Know a text by what it says."""
        return hash(str(self))

    def __str__(self) -> str:
        """Return the text."""
        return self.spool.get(self.span).decode("utf-8", "surrogatepass")


def _nameless() -> BinaryIO | None:
    with suppress(OSError):
        return cast(BinaryIO, tempfile.TemporaryFile(buffering=0))
    return None
