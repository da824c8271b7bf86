"""What is a person's own, a mobile number or a mailbox in somebody's name: taken out, and told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from city_relations.checks.exposure import Guard, guard_of, persons_own
from city_relations.content import Content
from city_relations.importing.source import Block, LeftOut
from city_relations.language.words import say
from city_relations.schema.partial import UnknownError

# An address or a number that is a link to itself.
LINKED = re.compile(r"\[([^\]]*)\]\((?:tel|mailto):[^)]*\)|<(?:tel|mailto):([^>]*)>")
# Signs that stood between what was taken out and what is left.
LOOSE = re.compile(r"(?:\s*[-–—|/;:•·,(]\s*)+(?=[.)]?\s*$|\n)|\(\s*\)", re.MULTILINE)
NAMED = re.compile(
    r"[ \t]*(?:tél|tel|mobile|port|handy|mobil|cell|gsm|e-?mail|courriel|mail|m|هاتف)\.?\s*:?\s*\Z",
    re.IGNORECASE,
)
PERSONS_OWN = say("a person's own number or mailbox")


@dataclass(frozen=True)
class Persons:
    """Takes out of texts what is a person's own, by the rule of the check."""

    guard: Guard

    def without(self, block: Block) -> tuple[Block, list[LeftOut]]:
        """Return a block without what is a person's own, and what was taken out."""
        markdown = LINKED.sub(lambda found: found[1] or found[2], block.markdown)
        markdown, taken = self.cleaned(markdown)
        text, _ = self.cleaned(block.text)
        if not taken:
            return block, []
        return block.saying(markdown, text), [LeftOut(PERSONS_OWN, words) for words in taken]

    def cleaned(self, text: str) -> tuple[str, list[str]]:
        """Return a text without what is a person's own, and what was taken out."""
        taken: list[str] = []
        for start, end in sorted(self._spans(text), reverse=True):
            taken.append(" ".join(text[start:end].split()))
            text = NAMED.sub("", text[:start]) + text[end:]
        return (LOOSE.sub("", text).strip() if taken else text), taken[::-1]

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        for words, start in persons_own(text, self.guard):
            yield start, start + len(words)


def persons_of(content: Content) -> Persons:
    """Return what takes out of texts what the city did not make public."""
    with suppress(UnknownError):
        return Persons(guard_of(content))
    return Persons(Guard(("FR",), ()))
