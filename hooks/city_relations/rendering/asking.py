"""What a thing was made of: each question asked of the catalog, with a print of its answer.

A print is the SHA-256 of the whole answer, written out. Two answers of one print say the same; an
answer that cannot be written out by what it says has none, and what rests on it is never kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, cast

from markupsafe import Markup

from city_relations.catalog import Catalog
from city_relations.catalog.easy import EasyLanguage
from city_relations.language.untranslated import Untranslated
from city_relations.links import Destinations
from city_relations.schema.base import Record
from city_relations.schema.choice import Choice
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.timeline.milestones import Milestone

NO_PRINT, UNCLEAR = "?", '"?"'
# How Python writes out what has no writing of its own: by where it lies in memory.
BY_ADDRESS = " at 0x"
# The folder is asked for files of words and photos, which are known otherwise, as words are, of
# which addresses are made.
UNASKED = frozenset(("addresses", "root"))

Answer = Callable[..., object]
# What most answers are made of, which Python writes out by what it says.
PLAIN = frozenset((int, float, bool, type(None), date, datetime))
# What stands in many answers: it is written out once.
MADE = frozenset((Milestone, Partner, PressRelease))


class Ledger:
    """Notes what is asked while something is made, that of things made within it as well."""

    def __init__(self, catalog: Catalog) -> None:
        """Note questions of `catalog`, and those that others answer (see `tell`)."""
        self._catalog, self._answers = catalog, dict[str, Answer]()
        self._open: list[dict[str, str]] = []
        self._prints: dict[str, str] = {}
        # What is written out again and again, by where it lies in memory, and so held there.
        self._known: dict[int, tuple[object, str]] = {}
        self._records: dict[int, tuple[object, str]] = {}
        self._by_file = {record.file: record for record in (*catalog.records, *catalog.withdrawn)}

    def share_records(self, other: Ledger) -> None:
        """Write out no record that another ledger has written out: both are of the same ones."""
        self._records = other._records

    def forget(self) -> None:
        """Forget every answer: one that is asked for again is found and written out again."""
        for told in (self._prints, self._known, self._records):
            told.clear()

    @contextmanager
    def noting(self) -> Iterator[dict[str, str]]:
        """Note what is asked in this while."""
        asked: dict[str, str] = {}
        self._open.append(asked)
        try:
            yield asked
        finally:
            self._open.pop()
            self.note_all(asked)

    def note_all(self, asked: Mapping[str, str]) -> None:
        """Note again what was asked for a thing that is at hand already."""
        if self._open:
            self._open[-1].update(asked)

    def note(self, name: str, of: tuple[object, ...], answer: object) -> None:
        """Note a question by its name and what it is about, with its answer."""
        if self._open:
            question = json.dumps([name, *map(self._reference, of)]) if of else _bare(name)
            if question not in self._prints:
                unclear = UNCLEAR in question
                self._prints[question] = NO_PRINT if unclear else self.print_of(answer)
            self._open[-1][question] = self._prints[question]

    def tell(self, name: str, answer: Answer) -> None:
        """Let a question be answered by a function, of whatever it asks itself."""
        self._answers[name] = answer

    def ask(self, name: str, *of: object) -> Any:
        """Ask a question that a function answers: noted is the answer, not what it took."""
        with self._apart():
            answer = self._answers[name](*of)
        self.note(name, of, answer)
        return answer

    @contextmanager
    def _apart(self) -> Iterator[None]:
        """Note nothing in this while for what is being made."""
        before, self._open = self._open, []
        try:
            yield
        finally:
            self._open = before

    def _reference(self, thing: object) -> Any:
        """Return how a thing is named where it is asked about: a record by its file.

        What a record says is noted as an answer of its own.
        """
        if isinstance(thing, Record):
            self.note("record", (thing.file,), thing)
            return {"file": thing.file}
        if isinstance(thing, Choice):
            return thing.value
        if isinstance(thing, tuple):
            return [self._reference(one) for one in thing]
        return thing if thing is None or isinstance(thing, str | int) else NO_PRINT

    def given(self, thing: object) -> Any:
        """Return what a thing is made of where it is handed over, field by field."""
        if is_dataclass(thing) and not isinstance(thing, type):
            return [self.given(getattr(thing, field.name)) for field in fields(thing)]
        if isinstance(thing, tuple):
            return [*map(self.given, thing)]
        return thing.isoformat() if isinstance(thing, date) else self._reference(thing)

    def holds(self, asked: Mapping[str, str]) -> bool:
        """Return whether every question still has its answer."""
        return all(
            told != NO_PRINT and self._now(question) == told for question, told in asked.items()
        )

    def _now(self, question: str) -> str:
        if question not in self._prints:
            self._prints[question] = self._asked_again(question)
        return self._prints[question]

    def _asked_again(self, question: str) -> str:
        name, *of = json.loads(question)
        try:
            with self._apart():
                return self.print_of(self._answer(name, [self._meant(one) for one in of]))
        except (AttributeError, KeyError, StopIteration, TypeError, ValueError):
            return NO_PRINT  # what it was about is gone

    def _meant(self, reference: object) -> object:
        if isinstance(reference, list):
            return tuple(map(self._meant, reference))
        return self._by_file[reference["file"]] if isinstance(reference, dict) else reference

    def _answer(self, name: str, of: list[object]) -> object:
        if name == "record":
            return self._by_file[str(of[0])]
        if name in self._answers:
            return self._answers[name](*of)
        found: Any = self._catalog
        for part in name.split("."):
            found = getattr(found, part)
        return found(*of) if callable(found) else found

    def print_of(self, answer: object) -> str:
        """Return the print of an answer; that of a record is made once."""
        return _print(self._written_out(answer))

    def _written_out(self, answer: object) -> str:
        """Write an answer out by what it says, records by their prints, sets in an order."""
        kind: Any = type(answer)
        if kind is str or kind is Markup:  # the longest answers, told as they are
            return f"{kind.__name__}{len(answer)}:{answer!s}"  # type: ignore[arg-type]
        if kind in PLAIN:
            return repr(answer)
        if kind is tuple or kind is list:
            return f"({','.join(map(self._written_out, answer))})"  # type: ignore[call-overload]
        if kind not in MADE:
            names = _fields_alone(kind)
            return self._of_fields(answer, names) if names else self._one(answer)
        written = self._known if kind is Milestone else self._records
        known = written.get(id(answer))
        if known is None:
            known = written[id(answer)] = (answer, self._one(answer))
        return known[1]

    def _one(self, answer: object) -> str:
        """Write out one answer of a kind of its own."""
        kind: Any = type(answer)
        if isinstance(answer, Record):
            return print_of_record(answer)
        if isinstance(answer, tuple | list):
            return f"({','.join(map(self._written_out, answer))})"
        if isinstance(answer, frozenset | set):
            return f"{{{','.join(sorted(map(self._written_out, answer)))}}}"
        if isinstance(answer, Mapping):
            return f"{{{self._written_out(tuple(answer.items()))}}}"
        if names := _names_of(kind):
            return self._of_fields(answer, names)
        return f"en{answer!r}" if isinstance(answer, Untranslated) else repr(answer)

    def _of_fields(self, answer: object, names: tuple[str, ...]) -> str:
        told = (self._written_out(getattr(answer, name)) for name in names)
        return f"{type(answer).__name__}({','.join(told)})"


@cache
def _bare(name: str) -> str:
    """Write out a question about nothing in particular: most are, and are asked again and again."""
    return json.dumps([name])


@cache
def _names_of(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass; none of another type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


@cache
def _fields_alone(kind: Any) -> tuple[str, ...]:
    """Return the fields of a dataclass that is nothing beside; none of any other type."""
    other = (Record, tuple, list, frozenset, set, Mapping)
    return () if issubclass(kind, other) else _names_of(kind)


def print_of_record(record: Record) -> str:
    """Return the print of all that a record says: its fields as they were read, and its file."""
    document = record.document
    parts = (record.file, repr(record), document.body, *document.reading.lines)
    return _print("\0".join(parts))


def _print(told: str) -> str:
    if BY_ADDRESS in told:
        return NO_PRINT
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class _Watched:
    """Stands for a catalog, or for a part of it, and notes what it is asked."""

    def __init__(self, thing: object, ledger: Ledger, begin: str = "") -> None:
        self._thing, self._ledger, self._begin = thing, ledger, begin

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._thing, name)
        question = self._begin + name
        if name in UNASKED:
            return found
        if isinstance(found, Destinations | EasyLanguage):
            return _Watched(found, self._ledger, f"{question}.")
        if callable(found):
            return self._asking(question, found)
        self._ledger.note(question, (), found)
        return found

    def _asking(self, question: str, ask: Answer) -> Answer:
        def asked(*of: object) -> object:
            answer = ask(*of)
            self._ledger.note(question, of, answer)
            return answer

        return asked


def watched(catalog: Catalog, ledger: Ledger) -> Catalog:
    """Return a catalog that notes in a ledger whatever it is asked."""
    return cast(Catalog, _Watched(catalog, ledger))
