"""Things kept from build to build by what they say: made anew only when an answer is another.

Each thing has one entry, by its name: what made it, its name, what it was handed, what it asked
and was answered (`asking.py`), and the finished thing. An entry that cannot be read is absent.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from city_relations.rendering.asking import UNCLEAR, Ledger
from city_relations.rendering.prints import NO_PRINT
from city_relations.store import Store, key_of

END = b"\n"
T = TypeVar("T")


@dataclass(frozen=True)
class Made:
    """A finished thing written out: facts that JSON can hold, and its content."""

    facts: Any
    content: bytes = b""


@dataclass(frozen=True)
class Form(Generic[T]):
    """How things of one sort are written out, and read back: None where it is not whole."""

    write: Callable[[T], Made]
    read: Callable[[Made], T | None]


@dataclass(frozen=True)
class Keeper:
    """Keeps what is made in a store; `recipe` is a print of everything that makes it."""

    store: Store
    ledger: Ledger
    recipe: str

    def get_or_make(
        self,
        name: tuple[str, ...],
        given: tuple[object, ...],
        make: Callable[[], T],
        form: Form[T],
    ) -> T:
        """Return a thing by its name; it is made when it would be another than the one kept.

        `given` is what it is made from beside the answers of the catalog.
        """
        with self.ledger.noting() as asked:
            told = [self.recipe, *name, *map(self.ledger.given, given)]
            key = _key(name)
            found = self._found(key, told, form)
            if found is None:
                found = make()
                self._keep(key, told, asked, form.write(found))
        return found

    def claims(self, name: tuple[str, ...]) -> bool:
        """Return whether a thing of this name is kept, which may yet prove to be another."""
        return self.store.claims(_key(name))

    def _found(self, key: str, told: list[Any], form: Form[T]) -> T | None:
        content = self.store.get(key)
        if content is None:
            return None
        with suppress(ValueError, TypeError):
            head, _, rest = content.partition(END)
            known, asked, facts = json.loads(head)
            if known == told and self.ledger.holds(asked):
                self.ledger.note_all(asked)
                return form.read(Made(facts, rest))
        return None

    def _keep(self, key: str, told: list[Any], asked: dict[str, str], made: Made) -> None:
        if NO_PRINT in asked.values() or UNCLEAR in json.dumps(told):
            return
        head = json.dumps([told, asked, made.facts]).encode()
        with suppress(OSError):
            self.store.put(key, head + END + made.content)


def _key(name: tuple[str, ...]) -> str:
    return key_of("kept", name, ending=".kept")
