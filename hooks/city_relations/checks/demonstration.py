"""Rules of a fork: nothing stays of the city whose files were the first, and a demonstration."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path

from city_relations.checks.alone import every_file, for_each_file, nothing
from city_relations.checks.for_each import Rule
from city_relations.content import Content
from city_relations.content.written_pages import WrittenPage
from city_relations.documents import Document
from city_relations.language.words import say
from city_relations.problems import Problem
from city_relations.schema.base import Record
from city_relations.schema.nearest import folded

# Prints of what the demonstration says: its city on the first line, then its sentences.
PRINTS = Path(__file__).parent / "demonstration.txt"
END = re.compile(r"(?<=[.!?…])\s")
SHORTEST, FEWEST = 40, 6  # letters and words: what is shorter, and addresses, anybody may say
# A file that was copied says what it said from its first lines on.
LOOKED_AT, LONGEST = 2, 1_500


def sentences(document: Document) -> Iterator[str]:
    """Yield the first sentence of each line that is long enough to be somebody's own."""
    for text in (document.body, *_texts(document.fields)):
        for line in text[:LONGEST].split("\n"):
            if len(line) >= SHORTEST:
                words = END.split(line.strip(), maxsplit=1)[0].split()
                if len(words) >= FEWEST:
                    yield " ".join(words)


def print_of(sentence: str) -> str:
    """Return the print of a sentence: sixteen digits of its SHA-256."""
    return sha256(sentence.encode("utf-8")).hexdigest()[:16]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


@cache
def _known() -> tuple[str, frozenset[str]]:
    city, *prints = PRINTS.read_text(encoding="ascii").split()
    return city, frozenset(prints)


def _of_another_city(content: Content) -> Iterator[Record | WrittenPage]:
    """List each file of a city that is not the one of the demonstration."""
    if content.city and print_of(folded(content.city.name)) != _known()[0]:
        yield from every_file(content)


@for_each_file(_of_another_city, nothing)
def nothing_of_the_demonstration_stays(document: Document, _: None) -> Iterator[Problem]:
    """No text of another city is the one of the demonstration that comes with the software."""
    prints = _known()[1]
    if any(print_of(one) in prints for one in islice(sentences(document), LOOKED_AT)):
        message = say(
            "this text is of the demonstration that came with the software, and tells of another "
            "city: write your own, or delete the file."
        )
        yield Problem(document.file, 1, 1, "", message, remark=True)


DEMONSTRATION_CHECKS: tuple[Rule, ...] = (nothing_of_the_demonstration_stays,)
