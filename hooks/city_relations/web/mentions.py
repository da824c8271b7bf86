"""Where the record names addresses of the web, and which facts rest on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from city_relations.content import Content
from city_relations.documents import Document
from city_relations.documents.reading import Loc, dotted
from city_relations.documents.text_files import place_of
from city_relations.links import find_links
from city_relations.schema.choices import Status
from city_relations.schema.partial import UnknownError
from city_relations.schema.press_release import PressRelease

WEB = ("http://", "https://")
SOURCES = ("source", "sources")  # the fields that say where a fact can be checked


@dataclass(frozen=True)
class Mention:
    """An address and the place that names it; lines and columns count from 1."""

    address: str
    file: str
    line: int
    column: int
    field: str = ""


@dataclass(frozen=True)
class Fact:
    """A fact, the place of its sources, and each of these: addresses, or names of documents."""

    file: str
    line: int
    column: int
    field: str
    sources: tuple[str, ...]


def mentions_of(content: Content) -> tuple[Mention, ...]:
    """List every address of the web in the configuration, profiles, releases and pages.

    Drafts are among them; what was withdrawn is not.
    """
    found = [one for document in _documents(content) for one in _named_in(document)]
    return tuple(sorted(found, key=lambda one: (one.file, one.line, one.column)))


def facts_of(content: Content) -> tuple[Fact, ...]:
    """List the facts of profiles and releases that name sources."""
    return tuple(
        _fact(document, (*loc, name), told)
        for document in _records(content)
        for loc, value in _values(document.fields)
        if isinstance(value, dict) and not {*SOURCES} & {*loc}  # a source is no fact
        for name in SOURCES
        if (told := tuple(text for _, text in _texts(value.get(name))))
    )


def _fact(document: Document, loc: Loc, sources: tuple[str, ...]) -> Fact:
    place = document.key_place(loc)
    return Fact(document.file, place.line, place.column, dotted(loc), sources)


def _documents(content: Content) -> Iterator[Document]:
    if content.city:
        yield content.city.document
    yield from _records(content)
    yield from (page.document for page in content.written)


def _records(content: Content) -> Iterator[Document]:
    for record in content.records:
        with suppress(UnknownError):
            if isinstance(record, PressRelease) and record.status is Status.WITHDRAWN:
                continue
        yield record.document


def _named_in(document: Document) -> Iterator[Mention]:
    for loc, text in _texts(document.fields):
        yield from _in_field(document, loc, text)
    for target in find_links(document.body):
        if target.address.startswith(WEB):
            line, column = place_of(document.body, target.offset)
            number = document.body_line + line - 1
            yield Mention(target.address, document.file, number, column)


def _in_field(document: Document, loc: Loc, text: str) -> Iterator[Mention]:
    """Yield the address that a field is, or those that its Markdown leads to."""
    place = document.place(loc)
    if text.startswith(WEB) and not text.split()[1:]:
        yield Mention(text.strip(), document.file, place.line, place.column, dotted(loc))
        return
    for target in find_links(text):
        if target.address.startswith(WEB):
            line, column = _found(document, target.address, place.line, place.column)
            yield Mention(target.address, document.file, line, column, dotted(loc))


def _found(document: Document, address: str, line: int, column: int) -> tuple[int, int]:
    """Return where an address stands in a block of text that begins at a place."""
    for number in range(line, document.reading.first_line + len(document.reading.lines)):
        if address in (written := document.line(number)):
            return number, written.index(address) + 1
    return line, column


def _values(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    """Yield a value and all within it, each with its place."""
    yield loc, value
    within: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        within = [(str(name), one) for name, one in value.items()]
    elif isinstance(value, list):
        within = list(enumerate(value))
    for step, one in within:
        yield from _values(one, (*loc, step))


def _texts(value: object) -> Iterator[tuple[Loc, str]]:
    return ((loc, one) for loc, one in _values(value) if isinstance(one, str) and one.strip())
