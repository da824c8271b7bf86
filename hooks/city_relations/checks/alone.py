"""Rules of one file alone: one in which nothing was found is not looked through again.

What is kept of a file is that nothing was found in it, by which functions: never what was found,
which is found each time anew. Such a function is handed the file as it was read and what the rule
asks of the site, and nothing else. The file is known by its path and its bytes; and all is under a
print of our code and of the city's settings. Whatever cannot be read there is absent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import wraps
from itertools import islice
from typing import Protocol, TypeVar

from city_relations.checks.derived import derived_of_content
from city_relations.checks.for_each import MOST_TOLD, Rule
from city_relations.content import Content
from city_relations.content.written_pages import WrittenPage
from city_relations.documents import Document
from city_relations.own_print import own_print
from city_relations.problems import Problem
from city_relations.schema.base import Record
from city_relations.schema.press_release import PressRelease
from city_relations.store import Store, key_of, store_of

# Of fewer files, all rules are held in less time than our own code is read in.
FEWEST = 100
NONE: frozenset[str] = frozenset()


class Source(Protocol):
    """What was read from a file: a record or a hand-written page."""

    @property
    def document(self) -> Document:
        """Return the file as it was read."""


S = TypeVar("S", bound=Source)
A = TypeVar("A")
T = TypeVar("T")
Finder = Callable[[Document, A], Iterable[T]]


@dataclass
class Silence:
    """In which files nothing was found before, by which finders: their names by the file's name.

    `key` is empty where it is not worth keeping.
    """

    store: Store
    key: str
    before: dict[str, frozenset[str]] = field(default_factory=dict)
    known: dict[str, frozenset[str]] = field(default_factory=dict)
    _alike: dict[tuple[frozenset[str], str], frozenset[str]] = field(default_factory=dict)

    def note(self, finder: str, file: str) -> None:
        """Note that a finder found nothing in a file."""
        known = self.known.get(file, NONE)
        self.known[file] = self._alike.setdefault((known, finder), known | {finder})

    def keep(self, files: Iterable[str]) -> None:
        """Write down what is known of the files there are; no room is no error."""
        now = {file: self.known[file] for file in files if file in self.known}
        if self.key and now != self.before:
            with suppress(OSError):
                self.store.put(self.key, _written(now))
            self.before = now


def _written(known: dict[str, frozenset[str]]) -> bytes:
    """Write a line for all files in which the same finders found nothing."""
    alike: dict[frozenset[str], list[str]] = {}
    for file, finders in known.items():
        alike.setdefault(finders, []).append(file)
    lines = (f"{' '.join(sorted(names))}\t{' '.join(files)}" for names, files in alike.items())
    return "\n".join(lines).encode()


def _read(content: bytes) -> dict[str, frozenset[str]]:
    """Return what was written; nothing of what is no text."""
    known: dict[str, frozenset[str]] = {}
    with suppress(ValueError):
        for line in content.decode().split("\n"):
            names, _, files = line.partition("\t")
            known.update(dict.fromkeys(files.split(), frozenset(names.split())))
    return known


@derived_of_content
def silence_of(content: Content) -> Silence:
    """Return what is known of files in which nothing was found."""
    store = store_of(content.root)
    if len(content.records) + len(content.written) < FEWEST or content.city is None:
        return Silence(store, "")
    key = key_of("silence", own_print(), content.city.document.fields)
    before = _read(store.get(key) or b"")
    return Silence(store, key, before, dict(before))


def keep_silence(content: Content) -> None:
    """Keep in which files nothing was found, until the next time."""
    silence_of(content).keep(_names(content).values())


@derived_of_content
def _names(content: Content) -> dict[str, str]:
    """Return what each sound file is known by: its path and its bytes."""
    documents = (one.document for one in (*content.records, *content.written))
    return {one.file: key_of(one.file, one.digest) for one in documents if one.digest}


def found_alone(
    content: Content,
    sources: Iterable[S],
    find: Finder[A, T],
    asked: A,
    most: int | None = None,
) -> Iterator[tuple[S, T]]:
    """Yield what a finder finds in each source, with the source; so many things at `most`.

    `find` is a function of a module, which captures nothing. What is `asked` of the site is told
    apart by how it is printed (`repr`).
    """
    silence = silence_of(content)
    files = _names(content) if silence.key else {}
    name = f"{find.__module__}.{find.__qualname__}:{key_of(asked)}"
    for source in sources:
        file = files.get(source.document.file, "")
        if name in silence.known.get(file, NONE):
            continue
        is_silent = True
        for found in islice(find(source.document, asked), most):
            is_silent = False
            yield source, found
        if is_silent and file:
            silence.note(name, file)


def nothing(_: Content) -> None:
    """Ask nothing of the site."""


def every_file(content: Content) -> Iterator[Record | WrittenPage]:
    """List every profile, release and hand-written page."""
    yield from content.records
    yield from content.written


def releases_and_pages(content: Content) -> Iterator[PressRelease | WrittenPage]:
    """List every release and hand-written page."""
    yield from content.releases
    yield from content.written


def for_each_file(
    sources: Callable[[Content], Iterable[Source]], asked: Callable[[Content], A]
) -> Callable[[Finder[A, Problem]], Rule]:
    """Make a rule for the content of a rule for one file alone and what it asks of the site."""

    def lift(rule: Finder[A, Problem]) -> Rule:
        @wraps(rule)
        def hold(content: Content) -> Iterator[Problem]:
            every, told = sources(content), asked(content)
            yield from (one for _, one in found_alone(content, every, rule, told, MOST_TOLD))

        return hold

    return lift
