"""Faults in content: where each stands, what is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from relations.words import Text, Words, say, say_n


@dataclass(frozen=True)
class Problem:
    """One fault in one content file; a remark is told but stops nothing.

    `line` and `column` count from 1, in characters; `field` is the dotted name the author reads;
    `fix` is the corrected line, where it can be known.
    """

    file: str
    line: int
    column: int
    field: str
    text: Text
    fix: str = ""
    remark: bool = False

    def told(self, words: Words) -> str:
        """Say the problem on one line: `file:line:column: field: message`."""
        place = f"{self.file}:{self.line}:{self.column}: "
        return place + (f"{self.field}: " if self.field else "") + words(self.text)


class ContentError(Exception):
    """The content cannot be published; carries every problem met."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__()
        self.problems = in_order(problems)

    @property
    def faults(self) -> int:
        """Count what must be mended; remarks stop nothing."""
        return sum(not problem.remark for problem in self.problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems as an author walks through the files, each said once."""
    return tuple(
        sorted(set(problems), key=lambda p: (p.file, p.line, p.column, p.field, p.text.one, repr(p)))
    )


def tell(problems: Iterable[Problem], words: Words) -> list[str]:
    """Say problems line by line, each corrected line below its problem."""
    lines = []
    for problem in problems:
        lines.append(problem.told(words))
        if problem.fix:
            lines.append("    " + words(say("write: {line}", line=problem.fix.strip())))
    return lines


def outcome(count: int, words: Words) -> str:
    """Say how many problems there are and what happens now."""
    counted = words(say_n("{n} problem.", "{n} problems.", count))
    return f"{counted} " + words(say("Nothing was published: the site online stays as it was."))
