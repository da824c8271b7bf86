"""What is wrong with a site's own words: a sentence that is none of ours, a value that is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

from city_relations.language.words import LOCALES, Text, say

VALUE = re.compile(r"\{\w+\}|%\(\w+\)s")


def faults(path: Path, language: str) -> Iterator[tuple[int, Text]]:
    """Find each fault of a site's own words, with its line."""
    try:
        with path.open("rb") as file:
            own = read_po(file, locale=language, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        line = getattr(error, "lineno", None)
        yield (line or 1), say("this file is not in the form of gettext (msgid, msgstr).")
        return
    ours = _ours()
    for message in own:
        if message.id and message.string:
            yield from _faults(message, ours)


def _faults(message: Message, ours: set[tuple[str, str]]) -> Iterator[tuple[int, Text]]:
    said, line = _forms(message.id), message.lineno or 1
    if (message.context or "", said[0]) not in ours:
        yield (
            line,
            say("no sentence of ours is “{text}”: copy it from our catalogue.", text=said[0]),
        )
        return
    known = {value for text in said for value in VALUE.findall(text)}
    told = {value for text in _forms(message.string) for value in VALUE.findall(text)}
    for value in sorted(told - known):
        yield (
            line,
            say("“{value}” stands for nothing here: the sentence has no such value.", value=value),
        )


def _forms(text: str | Sequence[str] | None) -> list[str]:
    """List the forms of a sentence: one, or one for each number."""
    return [text] if isinstance(text, str) else [*(text or [""])]


def _ours() -> set[tuple[str, str]]:
    """Return every sentence of ours with its context, from the catalogues that translate them."""
    found: set[tuple[str, str]] = set()
    for path in sorted(LOCALES.glob("*/*/*.po")):
        with path.open("rb") as file:
            found |= {(one.context or "", _forms(one.id)[0]) for one in read_po(file)}
    return found
