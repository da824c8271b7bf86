"""Rules of what a text opens: a quotation and a comment are closed again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from city_relations.checks.bodies import Passage, for_each_passage
from city_relations.checks.for_each import Rule
from city_relations.language.words import Text, say
from city_relations.problems import Problem

FRENCH, CURLY = ("«", "»"), ("“", "”")
SIGNS = (*FRENCH, *CURLY, '"')
# What is no quotation: code, HTML, and the title of a link.
NO_QUOTATION = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`|<[^<>]*>|\]\([^()]*\)", re.DOTALL)
STRAIGHT = re.compile(r'(?<!\d)"')
BEGINS = re.compile(r"(?:\A|\n[ \t]*\n)[ \t>*_-]*\Z")


@for_each_passage
def quotations_end(passage: Passage) -> Iterator[Problem]:
    """A quotation that is opened is closed, and one that is closed was opened."""
    if any(sign in passage.text for sign in SIGNS):
        for offset, sign, text in _loose(passage.text):
            yield replace(passage.problem(offset, sign, text), remark=True)


def _loose(text: str) -> Iterator[tuple[int, str, Text]]:
    """Yield each quotation mark without its other half: where, which, and what is to be said."""
    plain = NO_QUOTATION.sub(lambda found: " " * len(found[0]), text)
    for opening, closing in (FRENCH, CURLY):
        if "„" in plain and opening == "“":
            continue  # German closes with this sign
        yield from _unpaired(plain, opening, closing)
    for start, paragraph in _paragraphs(plain):
        found = [one.start() for one in STRAIGHT.finditer(paragraph)]
        if len(found) % 2:
            yield start + found[-1], '"', _never_closed('"')


def _unpaired(text: str, opening: str, closing: str) -> Iterator[tuple[int, str, Text]]:
    """Yield the marks that pair with none; a paragraph of a quotation may begin with its mark."""
    opened: list[int] = []
    for found in re.finditer(f"[{opening}{closing}]", text):
        if found[0] == opening:
            if not (opened and BEGINS.search(text[: found.start()])):
                opened.append(found.start())
        elif opened:
            opened.pop()
        elif opening in text:
            message = say("“{sign}” closes a quotation that nothing opened.", sign=closing)
            yield found.start(), closing, message
    for offset in opened[:1]:
        yield offset, opening, _never_closed(closing)


def _never_closed(closing: str) -> Text:
    return say("a quotation is opened here and never closed: add “{sign}”.", sign=closing)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for part in re.split(r"(\n[ \t]*\n)", text):
        yield start, part
        start += len(part)


@for_each_passage
def comments_end(passage: Passage) -> Iterator[Problem]:
    """A comment is closed: what follows an open one would be left out of the page."""
    # The first that opens behind the last that is closed: found in a time that grows no faster.
    start = passage.text.find("<!--", passage.text.rfind("-->") + 1)
    if start >= 0:
        message = say(
            "a comment is opened here and never closed: all that follows would be left out; "
            "add “-->” at its end."
        )
        yield passage.problem(start, "<!--", message)


QUOTATION_CHECKS: tuple[Rule, ...] = (quotations_end, comments_end)
