"""Prints of what is said: two things of one print say the same.

A print is the SHA-256 of the whole answer, written out. An answer that cannot be written out by
what it says has none, and what rests on it is never kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

from markupsafe import Markup

from city_relations.language.untranslated import Untranslated
from city_relations.schema.base import Record
from city_relations.schema.partner import Partner
from city_relations.schema.parts import Contact
from city_relations.schema.press_release import PressRelease
from city_relations.schema.tie import Tie
from city_relations.ties import Standing
from city_relations.timeline.milestones import Milestone

NO_PRINT = "?"
# How Python writes out what has no writing of its own: by where it lies in memory.
BY_ADDRESS = " at 0x"
# What most answers are made of, which Python writes out by what it says.
PLAIN = frozenset((int, float, bool, type(None), date, datetime))
# What stands in many answers: it is written out once.
MADE, RECORDS = frozenset((Contact, Milestone, Standing, Tie)), frozenset((Partner, PressRelease))
# Of one of these, nothing is nothing: a field that holds it, as one does that is not filled, need
# not be told.
BLANK = (type(None), bool, int, str, tuple, frozenset)

Write = Callable[[object], str]
Writing = Callable[[Any, Write], str]
Fields = tuple[tuple[str, ...], tuple[type | None, ...], Callable[[object], tuple[object, ...]]]


class Prints:
    """Makes prints, and remembers how it wrote out what stands in many answers."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        # What is written out again and again, by where it lies in memory, and so held there.
        self._known: dict[int, tuple[object, str]] = {}
        self._records: dict[int, tuple[object, str]] = {}

    def share_records(self, other: Prints) -> None:
        """Write out no record that others wrote out: both are of the same ones."""
        self._records = other._records

    def forget(self) -> None:
        """Forget what was written out."""
        self._known.clear()
        self._records.clear()

    def print_of(self, answer: object) -> str:
        """Return the print of an answer; that of a record is made once."""
        return _print(self.written_out(answer))

    def written_out(self, answer: object) -> str:
        """Write an answer out by what it says, records by their prints, sets in an order."""
        kind: Any = type(answer)
        if kind is str or kind is Markup:  # the longest answers, told as they are
            return f"{kind.__name__}{len(answer)}:{answer!s}"  # type: ignore[arg-type]
        if kind in PLAIN:
            return repr(answer)
        if kind is tuple or kind is list:
            return f"({','.join(map(self.written_out, answer))})"  # type: ignore[call-overload]
        if kind in RECORDS:
            return self._once(self._records, answer)
        return self._once(self._known, answer) if kind in MADE else self._one(answer)

    def _once(self, written: dict[int, tuple[object, str]], answer: object) -> str:
        known = written.get(id(answer))
        if known is None:
            known = written[id(answer)] = (answer, _shortened(self._one(answer)))
        return known[1]

    def _one(self, answer: object) -> str:
        """Write out one answer of a kind of its own."""
        kind: Any = type(answer)
        return _writing_of(kind)(answer, self.written_out)


def _row(answer: Any, write: Write) -> str:
    return f"({','.join(map(write, answer))})"


def _set(answer: Any, write: Write) -> str:
    return f"{{{','.join(sorted(map(write, answer)))}}}"


def _map(answer: Any, write: Write) -> str:
    return f"{{{write(tuple(answer.items()))}}}"


def _named(answer: Any, write: Write) -> str:
    kind = type(answer)
    return f"{kind.__name__}({','.join(f'{name}={write(value)}' for name, value in _told(answer))})"


WRITINGS: tuple[tuple[tuple[type, ...], Writing], ...] = (
    ((Record,), lambda record, _: print_of_record(record)),
    ((tuple, list), _row),
    ((frozenset, set), _set),
    ((Mapping,), _map),
    ((Untranslated,), lambda text, _: f"en{text!r}"),
    ((Enum,), lambda one, _: f"{type(one).__name__}.{one.name}"),
)


@cache
def _writing_of(kind: type) -> Writing:
    """Return what writes out things of a type."""
    found = next((writing for kinds, writing in WRITINGS if issubclass(kind, kinds)), None)
    return found or (_named if names_of(kind) else lambda answer, _: repr(answer))


@cache
def names_of(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass; none of another type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _told(thing: object) -> list[tuple[str, object]]:
    """Return the fields that tell something, by their names: one left as it was does not."""
    kind: Any = type(thing)
    names, blanks, values_of = _fields_of(kind)
    told = zip(names, blanks, values_of(thing), strict=False)
    return [(name, value) for name, blank, value in told if value or type(value) is not blank]


@cache
def _fields_of(kind: Any) -> Fields:
    """Return the fields of a dataclass or record, by what is asked of them.

    These are their names, the types of their nothing, None where that says something, and what
    returns the values of a thing, with one more.
    """
    is_record = issubclass(kind, Record)
    told = kind.model_fields if is_record else {one.name: one for one in fields(kind)}
    blanks = tuple(_blank(one.default) for one in told.values())
    return tuple(told), blanks, attrgetter(*told, "__class__")  # always a tuple


def _blank(default: object) -> type | None:
    kind = type(default)
    return kind if default is not MISSING and kind in BLANK and not default else None


def print_of_record(record: Record) -> str:
    """Return the print of all that a record says: its fields as they were read, and its file.

    What is known by the print of its bytes is not looked at again.
    """
    document = record.document
    fields = (f"{name}={value!r}" for name, value in _told(record))
    known = ("bytes", document.digest)
    said = known if document.digest else ("text", document.body, *document.reading.lines)
    return _print("\0".join((record.file, type(record).__name__, *fields, *said)))


def _shortened(told: str) -> str:
    """Return a print of what is written out, to stand for it in others; itself where it has none.

    It is held for thousands: a print takes a tenth of it.
    """
    found = _print(told)
    return told if found == NO_PRINT else found


def _print(told: str) -> str:
    if BY_ADDRESS in told:
        return NO_PRINT
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]
