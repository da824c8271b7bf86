"""What a thing was made of: each question asked of the catalog, with a print of its answer.

Of what is asked of one press release, and of a year that is over, the grounds are noted, as one
question (`catalog/grounded.py`): its print is made once a build.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any, cast

from city_relations.catalog import Catalog
from city_relations.catalog.easy import EasyLanguage
from city_relations.catalog.grounded import OF_RELEASE
from city_relations.links import Destinations
from city_relations.rendering.prints import NO_PRINT, RECORDS, Prints, names_of
from city_relations.schema.base import Record
from city_relations.schema.choice import Choice
from city_relations.schema.press_release import PressRelease

UNCLEAR = json.dumps(NO_PRINT)
# The folder is asked for files of words and photos, which are known otherwise, as words are, of
# which addresses are made; the city is in the recipe of all that is kept.
UNASKED = frozenset(("addresses", "city", "root"))
GROUNDS_OF, GROUNDS = "grounds_of", '["grounds"]'
# What a record that is handed over says, and the record that a file is asked for.
SAYS, RECORD = "says", "record"
FILE, TOLD = "file", "told"
DAY = "day"

Answer = Callable[..., object]


class Noting:
    """A while in which a ledger notes what is asked."""

    __slots__ = ("_asked", "_open", "_tell")

    def __init__(
        self, open_now: list[dict[str, str]], tell: Callable[[Mapping[str, str]], None]
    ) -> None:
        """Add to what is open, and `tell` in the end what was asked."""
        self._open, self._tell = open_now, tell
        self._asked: dict[str, str] = {}

    def __enter__(self) -> dict[str, str]:
        """Begin, and return what holds the questions."""
        self._open.append(self._asked)
        return self._asked

    def __exit__(self, *_: object) -> None:
        """End: what was asked was asked for what is made around it, too."""
        self._open.pop()
        self._tell(self._asked)


class Ledger:
    """Notes what is asked while something is made, that of things made within it as well."""

    def __init__(self, catalog: Catalog) -> None:
        """Note questions of `catalog`, and those that others answer (see `tell`)."""
        self._catalog = catalog
        self._answers: dict[str, Answer] = {}
        self._open: list[dict[str, str]] = []
        self._prints: dict[str, str] = {}
        self._written = Prints()
        self._settled: frozenset[str] = frozenset()
        known: tuple[Record, ...] = (catalog.city, *catalog.records, *catalog.withdrawn)
        self._read = {record.file: record for record in known}
        # Translations as lists tell them, with facts of their originals.
        told = (one for one in catalog.releases if self._read[one.file] is not one)
        self._told = {one.file: one for one in told}

    def share_records(self, other: Ledger) -> None:
        """Write out no record that another ledger has written out: both are of the same ones."""
        self._written.share_records(other._written)

    def settle(self, names: frozenset[str]) -> None:
        """Note one question, what the catalog's `grounds` are, for all that follows from them."""
        self._settled = names

    def forget(self) -> None:
        """Forget every answer: one that is asked for again is found and written out again."""
        self._prints.clear()
        self._written.forget()

    def noting(self) -> Noting:
        """Note what is asked in this while."""
        return Noting(self._open, self.note_all)

    def note_all(self, asked: Mapping[str, str]) -> None:
        """Note again what was asked for a thing that is at hand already."""
        if self._open:
            self._open[-1].update(asked)

    def note(self, name: str, of: tuple[object, ...], answer: object) -> None:
        """Note a question by its name and what it is about, with its answer."""
        if not self._open:
            return
        if name in self._settled:
            question = GROUNDS
            self._now(question)
        elif release := self._release(name, of, answer):
            question = _of_one(GROUNDS_OF, release.file, self._how(release))
            self._now(question)
        else:
            question = self._question(name, of)
            if question not in self._prints:
                unclear = UNCLEAR in question
                self._prints[question] = NO_PRINT if unclear else self.print_of(answer)
        self._open[-1][question] = self._prints[question]

    def _release(self, name: str, of: tuple[object, ...], answer: object) -> PressRelease | None:
        """Return the release on whose grounds the answer of a question rests, if any."""
        thing = answer if name in (SAYS, RECORD) else of[0] if name in OF_RELEASE else None
        return thing if type(thing) is PressRelease and self._how(thing) else None

    def _how(self, record: Record) -> str:
        """Return how a record is meant: as its file is read, or told; "" for neither."""
        if self._read.get(record.file) is record:
            return FILE
        return TOLD if self._told.get(record.file) is record else ""

    def _question(self, name: str, of: tuple[object, ...]) -> str:
        if not of:
            return _bare(name)
        if len(of) == 1:
            (thing,) = of
            if type(thing) is str:
                return _of_one(name, thing, "")
            if type(thing) in RECORDS:
                ((how, file),) = self._reference(thing).items()
                return _of_one(name, file, how)
        return json.dumps([name, *map(self._reference, of)])

    def tell(self, name: str, answer: Answer) -> None:
        """Let a question be answered by a function, of whatever it asks itself."""
        self._answers[name] = answer

    def ask(self, name: str, *of: object) -> Any:
        """Ask a question that a function answers: noted is the answer, not what it took."""
        answer = self._apart(self._answers[name], of)
        self.note(name, of, answer)
        return answer

    def _apart(self, answer: Answer, of: Iterable[object]) -> object:
        """Return an answer, and note nothing of what it takes for what is being made."""
        before, self._open = self._open, []
        try:
            return answer(*of)
        finally:
            self._open = before

    def _reference(self, thing: object) -> Any:
        """Return how a thing is named where it is asked about: a record by its file, and how.

        What a record says is noted as an answer of its own.
        """
        kind = type(thing)
        if kind is str or kind is int or thing is None:
            return thing
        if kind in RECORDS or isinstance(thing, Record):
            record = cast(Record, thing)
            self.note(SAYS, (record.file,), record)
            return {self._how(record) or FILE: record.file}
        if isinstance(thing, Choice):
            return thing.value
        if isinstance(thing, tuple):
            return [self._reference(one) for one in thing]
        if isinstance(thing, date):
            return {DAY: thing.isoformat()}
        return thing if isinstance(thing, str | int) else NO_PRINT

    def given(self, thing: object) -> Any:
        """Return what a thing is made of where it is handed over, field by field."""
        kind: Any = type(thing)
        if names := names_of(kind):
            return [self.given(getattr(thing, name)) for name in names]
        if isinstance(thing, tuple):
            return [*map(self.given, thing)]
        return thing.isoformat() if isinstance(thing, date) else self._reference(thing)

    def holds(self, asked: Mapping[str, str]) -> bool:
        """Return whether every question still has its answer."""
        return all(self._now(question) == told != NO_PRINT for question, told in asked.items())

    def _now(self, question: str) -> str:
        known = self._prints.get(question)
        if known is None:
            known = self._prints[question] = self._asked_again(question)
        return known

    def _asked_again(self, question: str) -> str:
        name, *of = json.loads(question)
        try:
            return self.print_of(self._apart(self._answer, (name, [*map(self._meant, of)])))
        except (AttributeError, KeyError, StopIteration, TypeError, ValueError):
            return NO_PRINT  # what it was about is gone

    def _meant(self, reference: object) -> object:
        if isinstance(reference, list):
            return tuple(map(self._meant, reference))
        if not isinstance(reference, dict):
            return reference
        ((how, what),) = reference.items()
        if how == DAY:
            return date.fromisoformat(what)
        return (self._told if how == TOLD else self._read)[what]

    def _answer(self, name: str, of: list[object]) -> object:
        if name == SAYS:
            return self._read[str(of[0])]
        if name in self._answers:
            return self._answers[name](*of)
        found: Any = self._catalog
        for part in name.split("."):
            found = getattr(found, part)
        return found(*of) if callable(found) else found

    def print_of(self, answer: object) -> str:
        """Return the print of an answer; that of a record is made once."""
        return self._written.print_of(answer)


@cache
def _bare(name: str) -> str:
    """Write out a question about nothing in particular: most are, and are asked again and again."""
    return json.dumps([name])


@lru_cache(1 << 12)
def _of_one(name: str, about: str, how: str) -> str:
    """Write out a question about one thing, told by a text or, a record, by its file and how."""
    return json.dumps([name, {how: about} if how else about])


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
