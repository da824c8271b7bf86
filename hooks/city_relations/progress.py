"""What long work is doing, told to whoever waits: on a terminal as a bar, elsewhere in lines.

Work is told once it has lasted two seconds, and always on the stream of errors: what a command
answers stays what it is.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from typing import TextIO, TypeVar

from city_relations.language.words import SOURCE_LANGUAGE, Text, Words, say, words_for

PATIENCE = 2.0  # seconds
REDRAWN = 0.1  # seconds between two drawings
BAR = 24  # letters
# A program that begins another reads what it does in lines of their own (RFC 7464).
RELAY, RELAYED, RECORD = "RELATIONS_PROGRESS", "relayed", "\x1e"
T = TypeVar("T")


class Progress:
    """Follows work step by step; this one tells nobody."""

    def __init__(self, words: Words, patience: float = PATIENCE) -> None:
        """Tell in a language, once the work has lasted `patience` seconds from now."""
        self.words, self._patience = words, patience
        self._begun = time.monotonic()

    def over(self, what: Text, things: Collection[T]) -> Iterator[T]:
        """Yield things, and tell how many of them are done."""
        told = self.words(what)
        try:
            for done, thing in enumerate(things):
                self.at(told, done, len(things))
                yield thing
            if things:
                self.at(told, len(things), len(things))
        finally:
            self.clear()

    def at(self, what: str, done: int, of: int) -> None:
        """Tell that so many of a step's things are done; it begins with none."""

    def clear(self) -> None:
        """Leave nothing on the screen that others would write behind."""

    @property
    def _is_long(self) -> bool:
        return time.monotonic() - self._begun >= self._patience


# The steps that may take long.
PROFILES, RELEASES, RULES = (
    say("Reading the profiles"),
    say("Reading the press releases"),
    say("Checking rule by rule"),
)
PAGES, CARDS, KITS, WRITING, INDEXING = (
    say("Setting the pages of press releases"),
    say("Drawing cards"),
    say("Making PDF and press kits"),
    say("Writing the pages"),
    say("Indexing for the search"),
)
SILENT = Progress(words_for(SOURCE_LANGUAGE))


class Bar(Progress):
    """Shows on a terminal what is done, how far and how long still; it leaves no trace."""

    def __init__(self, stream: TextIO, words: Words, patience: float = PATIENCE) -> None:
        """Draw on a stream that is a terminal."""
        super().__init__(words, patience)
        self._stream, self._step, self._since = stream, "", self._begun
        self._drawn, self._is_shown = 0.0, False

    def at(self, what: str, done: int, of: int) -> None:
        """Draw the bar anew, but not more often than eyes follow."""
        now = time.monotonic()
        if what != self._step or not done:
            self._step, self._since = what, now
        if done == of:
            self.clear()
        elif self._is_long and now - self._drawn >= REDRAWN:
            self._drawn = now
            self._draw(done, of, now - self._since)

    def _draw(self, done: int, of: int, seconds: float) -> None:
        room = _columns(self._stream) - 1  # a full line would begin another
        told = self._told(done, of, seconds)
        bar = "#" * (BAR * done // of)
        line = f"[{bar:-<{BAR}}] {told}" if len(told) + BAR + 3 <= room else told
        self._is_shown = True
        self._stream.write(f"\r{line[:room]:{room}}")
        self._stream.flush()

    def _told(self, done: int, of: int, seconds: float) -> str:
        if not done:
            return self.words(say("{what}: {done} of {of}", what=self._step, done=done, of=of))
        left = round(seconds / done * (of - done)) or 1
        text = say("{what}: {done} of {of}, {n} s left", what=self._step, done=done, of=of, n=left)
        return self.words(text)

    def clear(self) -> None:
        """Wipe the line without a sign that some terminal would show."""
        if self._is_shown:
            self._is_shown = False
            self._stream.write("\r" + " " * (_columns(self._stream) - 1) + "\r")
            self._stream.flush()


class Lines(Progress):
    """Writes one line a step where nobody watches: its count and its seconds."""

    def __init__(self, stream: TextIO, words: Words, patience: float = PATIENCE) -> None:
        """Write to a stream that is no terminal."""
        super().__init__(words, patience)
        self._stream, self._since = stream, self._begun
        self._waiting: list[str] = []

    def at(self, what: str, done: int, of: int) -> None:
        """Note when a step begins, and write its line when it has ended."""
        now = time.monotonic()
        if not done:
            self._since = now
        if done == of:
            n = round(now - self._since)
            self._waiting.append(self.words(say("{what}: {of}, {n} s", what=what, of=of, n=n)))
        if self._waiting and self._is_long:
            self._stream.write("".join(f"{line}\n" for line in self._waiting))
            self._stream.flush()
            self._waiting.clear()


class Relay(Progress):
    """Hands each step to the program that began this one."""

    def __init__(self, stream: TextIO, words: Words) -> None:
        """Write records to a stream."""
        super().__init__(words)
        self._stream, self._sent = stream, 0.0

    def at(self, what: str, done: int, of: int) -> None:
        """Write a record, but not more often than eyes follow."""
        now = time.monotonic()
        if done in (0, of) or now - self._sent >= REDRAWN:
            self._sent = now
            self._stream.write(f"{RECORD}{json.dumps([what, done, of])}\n")
            self._stream.flush()


def progress_on(stream: TextIO, words: Words, environ: Mapping[str, str]) -> Progress:
    """Return how work is told on a stream: as its terminal can, or as whoever reads it wants."""
    if environ.get(RELAY) == RELAYED:
        return Relay(stream, words)
    if stream.isatty() and environ.get("TERM") != "dumb":
        return Bar(stream, words)
    return Lines(stream, words)


def relayed(line: str) -> tuple[str, int, int] | None:
    """Return what a line that a program of ours wrote tells of its work; None for another line."""
    if line.startswith(RECORD):
        with suppress(TypeError, ValueError):
            what, done, of = json.loads(line[1:])
            return str(what), int(done), int(of)
    return None


def _columns(stream: TextIO) -> int:
    """Return how wide a terminal is; 80 letters where it does not say so."""
    with suppress(OSError, ValueError):
        return os.get_terminal_size(stream.fileno()).columns or 80
    return 80
