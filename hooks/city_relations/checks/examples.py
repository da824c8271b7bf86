"""Rules of the guides' examples: a sentence copied to be written over is written over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from posixpath import basename

from city_relations.checks.alone import found_alone
from city_relations.checks.for_each import Rule, for_each
from city_relations.content import Content
from city_relations.content.unread_files import GUIDES
from city_relations.documents import MARKDOWN_LIMIT, Document, profile, with_fields
from city_relations.documents.reading import Loc
from city_relations.documents.text_files import read_text
from city_relations.language.words import Text, say
from city_relations.problems import Problem
from city_relations.schema.choices import Status
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease

BLOCK = re.compile(r"^```\w*\n(?P<example>.*?)^```", re.DOTALL | re.MULTILINE)
# The fields that tell a fact of one file alone; names of places and offices may well be the same.
SENTENCES = {"title", "summary", "about", "alt", "caption", "sources"}

Record = Partner | PressRelease


def _copied(content: Content) -> Iterator[tuple[Record, set[str]]]:
    """Yield each record that repeats something of the examples, and what these say."""
    guides = [file for file in content.files if basename(file).lower() in GUIDES]
    sentences = {said for guide in guides for said in _of_guide(content, guide)}
    if sentences:
        asked = tuple(sorted(sentences))
        for record, _ in found_alone(content, content.records, _repeated, asked):
            yield record, sentences


def _repeated(document: Document, sentences: tuple[str, ...]) -> Iterator[str]:
    """Give the first sentence that a file repeats: most repeat none."""
    text = "\n".join((*document.reading.lines, document.body))
    return islice((sentence for sentence in sentences if sentence in text), 1)


def _of_guide(content: Content, file: str) -> Iterator[str]:
    """Yield the sentences of the first example in a guide."""
    text, _ = read_text(content.root, content.root / file, MARKDOWN_LIMIT)
    if block := BLOCK.search(text):
        example = block["example"]
        document = (with_fields if example.startswith("---") else profile)(example, file)
        yield from (said for _, said in _sentences(document))
        yield from filter(None, document.body.split("\n"))


def _sentences(document: Document) -> Iterator[tuple[Loc, str]]:
    for loc in document.reading.places:
        value = None if SENTENCES.isdisjoint(loc) else _at(document.fields, loc)
        if isinstance(value, str) and value:
            yield loc, value


def _at(value: object, loc: Loc) -> object:
    """Return what stands at a place; nothing where it could not be read."""
    for step in loc:
        try:
            value = value[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return None
    return value


@for_each(_copied)
def examples_are_written_over(record: Record, sentences: set[str]) -> Iterator[Problem]:
    """What is published says nothing that the guides' examples say; a draft may, for a while."""
    if isinstance(record, PressRelease) and record.status == Status.DRAFT:
        return
    for loc, said in _sentences(record.document):
        if said in sentences:
            yield record.problem(loc, _left_behind(said))
    for line in re.finditer(r"\S.*\S", record.document.body):
        if line[0] in sentences:
            yield record.document.body_problem(line.start(), _left_behind(line[0]))


def _left_behind(said: str) -> Text:
    return say("“{text}” comes from the example: write your own words in its place.", text=said)


EXAMPLE_CHECKS: tuple[Rule, ...] = (examples_are_written_over,)
