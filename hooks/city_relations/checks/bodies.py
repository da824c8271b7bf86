"""Rules of texts: what an author typed is what a reader sees, and nothing in it was left behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import wraps

from city_relations.checks.alone import (
    every_file,
    for_each_file,
    found_alone,
    nothing,
    releases_and_pages,
)
from city_relations.checks.for_each import Rule, partners_and_city, wordings
from city_relations.checks.places import in_text
from city_relations.content import Content
from city_relations.documents import Document
from city_relations.documents.reading import Loc
from city_relations.language.words import Text, say
from city_relations.links.texts import texts_of
from city_relations.markdown.cleaned import KEPT
from city_relations.markdown.doubts import Doubtful, lost_notes, no_longer_read, taken_out
from city_relations.markdown.reading import read
from city_relations.problems import Problem
from city_relations.schema.base import Record
from city_relations.schema.suspect import (
    TURNING,
    TURNING_BEGINS,
    Scrambled,
    code_of_turning,
    restored,
    unscrambled,
)

# What most texts lack altogether: they are passed over in one look.
# A heading whose signs touch its word, and what else only the old reading knew.
OLD = re.compile(r"##[^#\s]|\{[:#.]|\{ ?[\w#.:-]+|\[TOC\]|\*\[|!!! ")
OLD_BEGINS = ("##", "{", "[TOC]", "*[", "!!!")
TAG = re.compile(r"<[a-zA-Z]")


@dataclass(frozen=True)
class Passage:
    """A text of a record, and how a problem at one of its offsets is made."""

    text: str
    problem: Callable[[int, str, Text], Problem]


def for_each_passage(rule: Callable[[Passage], Iterator[Problem]]) -> Rule:
    """Make a rule for the content of a rule for one text: a release's, alone, or one of a field."""

    @wraps(rule)
    def in_body(document: Document, _: None) -> Iterator[Problem]:
        return rule(Passage(document.body, lambda at, _, text: document.body_problem(at, text)))

    @wraps(rule)
    def hold(content: Content) -> Iterator[Problem]:
        yield from (one for _, one in found_alone(content, content.releases, in_body, None))
        for passage in _of_fields(content):
            yield from rule(passage)

    return hold


def _of_fields(content: Content) -> Iterator[Passage]:
    """Yield the texts in the fields of all records, in each of their languages."""
    for (record,) in partners_and_city(content):
        for loc, localized in texts_of(record):
            for text in wordings(localized):
                yield Passage(text, _in_field(record, loc))


def _in_field(record: Record, loc: Loc) -> Callable[[int, str, Text], Problem]:
    return lambda _, typed, text: in_text(record, loc, typed, text)


def _any(signs: Iterable[str], text: str) -> bool:
    """Return whether a text holds one of some signs, in one look: most hold none."""
    return any(sign in text for sign in signs)


def _may_hold(document: Document, signs: Iterable[str]) -> bool:
    return any(_any(signs, text) for text, _ in document.parts())


@for_each_passage
def what_is_taken_out_is_told(passage: Passage) -> Iterator[Problem]:
    """HTML that a page leaves out, such as frames and scripts, is named, and what to write."""
    if "<" in passage.text and TAG.search(passage.text):
        for found in taken_out(read(passage.text), KEPT):
            typed = found.typed.removesuffix(">")
            problem = passage.problem(found.offset, typed, found.text)
            yield replace(problem, remark=True)


@for_each_passage
def texts_are_read_as_meant(passage: Passage) -> Iterator[Problem]:
    """What only the reading of before 2026 understood is written anew."""
    if _any(OLD_BEGINS, passage.text) and OLD.search(passage.text):
        for found in no_longer_read(read(passage.text)):
            problem = passage.problem(found.offset, found.typed, found.text)
            yield _with_line(problem, found)


@for_each_passage
def notes_are_called(passage: Passage) -> Iterator[Problem]:
    """A note under a text is called in it, and what calls a note has one."""
    if "[^" in passage.text:
        for found in lost_notes(read(passage.text)):
            problem = passage.problem(found.offset, found.typed, found.text)
            yield replace(problem, remark=True)


def _with_line(problem: Problem, found: Doubtful) -> Problem:
    """Return the line as it should be, where that can be known."""
    if found.instead is None or found.typed not in problem.shown:
        return problem
    line = problem.shown.replace(found.typed, found.instead, 1).rstrip()
    return replace(problem, fix=line)


def directions_are_plain(content: Content) -> Iterator[Problem]:
    """No invisible sign turns the direction of a field of one line; in a text it is remarked."""
    yield from _turned_in_files(content)
    for partner in content.partners:
        yield from _turned(partner.document, tuple(loc for loc, _ in texts_of(partner)))
    if content.city:
        yield from _turned(content.city.document)


@for_each_file(releases_and_pages, nothing)
def _turned_in_files(document: Document, _: None) -> Iterator[Problem]:
    return _turned(document)


def _turned(document: Document, texts: tuple[Loc, ...] = ()) -> Iterator[Problem]:
    """Tell where the direction turns; `texts` are the fields that are texts of several lines."""
    if not _may_hold(document, TURNING_BEGINS):
        return
    for number, line in document.written():
        found = TURNING.search(line)
        in_body = number >= document.body_line and bool(document.body)
        if found and not (in_body and found[0].startswith("\\")):  # no escape is read there
            remark = in_body or _is_text(document, texts, number)
            yield _turning(document.file, number, line, found, remark=remark)


def _turning(file: str, number: int, line: str, found: re.Match[str], *, remark: bool) -> Problem:
    message = say(
        "an invisible sign (U+{code}) turns the direction of the text here: delete it.",
        code=code_of_turning(found[0]),
    )
    fix = TURNING.sub("", line)
    return Problem(file, number, found.start() + 1, "", message, fix, remark=remark, shown=line)


def _is_text(document: Document, texts: tuple[Loc, ...], number: int) -> bool:
    """Return whether a line of the fields belongs to a text of several lines."""
    keys = document.reading.keys.items()
    above = [(place.line, place.column, loc) for loc, place in keys if place.line <= number]
    last = max(above, default=(0, 0, ()), key=lambda key: key[:2])[2]
    return any(last[: len(loc)] == loc for loc in texts)


@for_each_file(every_file, nothing)
def nothing_is_left_behind(document: Document, _: None) -> Iterator[Problem]:
    """No note of an author to themself, no filler and no scrambled letter is published."""
    if not _may_hold(document, MAYBE):
        return
    for number, line in document.written():
        if words := FILLER.search(line):
            yield _left_behind(document.file, number, line, words)
        if not line.isascii() and (found := unscrambled(line)):
            yield _scrambled(document.file, number, line, found)


def _left_behind(file: str, number: int, line: str, words: re.Match[str]) -> Problem:
    message = say("“{words}” was left here: is the text finished?", words=words[0])
    return Problem(file, number, words.start() + 1, "", message, remark=True, shown=line)


def _scrambled(file: str, number: int, line: str, found: Scrambled) -> Problem:
    message = say(
        "“{typed}” was scrambled on its way here: “{meant}” is meant.",
        typed=found.typed,
        meant=found.meant,
    )
    fix = restored(line)
    return Problem(file, number, found.start + 1, "", message, fix, remark=True, shown=line)


# What every filler and every scrambled sign begins with: most files hold none of it.
MAYBE = ("TODO", "FIXME", "orem", "OREM", "à compl", "À compl", "À COMPL", "Â", "Ã", "Å", "â€")
FILLER = re.compile(r"\b(?:TODO|FIXME|(?i:lorem ipsum|à compléter))\b")

BODY_CHECKS: tuple[Rule, ...] = (
    what_is_taken_out_is_told,
    texts_are_read_as_meant,
    notes_are_called,
    directions_are_plain,
    nothing_is_left_behind,
)
