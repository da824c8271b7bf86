"""Faults in content: where each stands, what is wrong, and what to write instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from city_relations.language.words import Text, Words, say, say_n


@dataclass(frozen=True)
class Fault:
    """What is wrong, wherever it stands: the name of the rule, which stays, and the sentence."""

    rule: str
    text: Text


@dataclass(frozen=True)
class Problem:
    """One fault in one content file; a remark is told but stops nothing.

    `line` and `column` count from 1, in characters; `field` is the dotted name the author reads;
    `fix` is the corrected line, where it can be known; `shown` the line as it stands. `rule` is the
    stable name of the rule that found it, which is how programs and guides speak of the problem; a
    rule of `checks/` leaves it to those who run it (see `named`).
    """

    file: str
    line: int
    column: int
    field: str
    text: Text
    fix: str = ""
    remark: bool = False
    shown: str = ""
    rule: str = ""

    def told(self, words: Words) -> str:
        """Say the problem on one line: `file:line:column: field: message`."""
        place = f"{harmless(self.file)}:{self.line}:{self.column}: "
        return place + (words(say("remark: ")) if self.remark else "") + self.sentence(words)

    def sentence(self, words: Words) -> str:
        """Say what is wrong, and in which field, without the place: harmless on a terminal."""
        return harmless((f"{self.field}: " if self.field else "") + words(self.text))


def named(rule: Callable[..., Iterable[Problem]], *facts: object) -> Iterator[Problem]:
    """Hold a rule against some facts, and name what it finds after it: `acts-have-a-date`."""
    return (replace(problem, rule=name_of(rule)) for problem in rule(*facts))


def name_of(rule: Callable[..., Iterable[Problem]]) -> str:
    """Name a rule of `checks/` in kebab case, after its generator."""
    return rule.__name__.replace("_", "-")


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
    """Sort problems as an author walks through the files, each said once, one cure a line."""
    found = sorted(set(problems), key=_place_and_words)
    lines = groupby(found, key=lambda p: (p.file, p.line))
    return tuple(problem for _, group in lines for problem in _cured_once(list(group)))


def _place_and_words(p: Problem) -> tuple[object, ...]:
    """Return what problems are sorted by: no line of a file among it, which may be all of it."""
    words = p.text.one, repr(p.text.values), p.rule, p.remark, len(p.fix)
    return (p.file, p.line, p.column, p.field, *words)


def _cured_once(problems: list[Problem]) -> list[Problem]:
    """Put the cures of one line together under its last problem: one would undo the other."""
    shown = {p.shown for p in problems if p.fix}
    if sum(bool(p.fix) for p in problems) < 2 or len(shown) > 1:  # noqa: PLR2004 - one needs no other
        return problems
    line = whole = shown.pop()
    changes = sorted({_change(line, p.fix) for p in problems if p.fix}, reverse=True)
    if any(end > start for (_, end, _), (start, _, _) in pairwise(reversed(changes))):
        return problems
    for start, end, new in changes:
        line = line[:start] + new + line[end:]
    return [
        *(replace(p, fix="") for p in problems[:-1]),
        replace(problems[-1], fix=line, shown=whole),
    ]


def _change(old: str, new: str) -> tuple[int, int, str]:
    """Return what a cure changes: from where to where in the old line, and what stands there."""
    start = _alike(old, new)
    same = _alike(old[start:][::-1], new[start:][::-1])
    return start, len(old) - same, new[start : len(new) - same]


def _alike(one: str, other: str) -> int:
    """Count the signs two texts begin with in common."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def tell(problems: Iterable[Problem], words: Words) -> list[str]:
    """Say problems line by line: each with its place, the faulty line and the line to write."""
    lines = []
    for problem in problems:
        lines.append(problem.told(words))
        lines += marked(problem)
        if problem.fix:
            lines.append(INDENT + words(say("write:")))
            lines += [
                RULE + _CONTROL.sub(_escape, line.rstrip()) for line in problem.fix.split("\n")
            ]
    return lines


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def harmless(text: str) -> str:
    """Show as escapes the signs that a terminal or a forge's log would obey, not show."""
    if text.isprintable():
        return text
    return "".join(
        _escape(sign) if unicodedata.category(sign) in _OBEYED else sign for sign in text
    )


def _escape(sign: str | re.Match[str]) -> str:
    return (sign if isinstance(sign, str) else sign[0]).encode("unicode_escape").decode()


_OBEYED = ("Cc", "Cf", "Cn", "Cs", "Zl", "Zp")
INDENT, RULE = "    ", "    | "
WIDEST = 96
LEAD = 40


def marked(problem: Problem) -> list[str]:
    """Show the faulty line with a mark under the place; a long line is cut around it."""
    if not problem.shown.strip():
        return []
    start = problem.column - 1
    cut = max(0, start - LEAD) if len(problem.shown) > WIDEST else 0
    line = problem.shown[cut : cut + WIDEST]
    before = "…" if cut else ""
    after = "…" if cut + WIDEST < len(problem.shown) else ""
    under = before.replace("…", " ") + _blank(problem.shown[cut:start])
    return [RULE + before + _visible(line).rstrip() + after, RULE + under + "^"]


def _blank(text: str) -> str:
    """Return the spaces a terminal needs to stand under a text; tabs stay tabs."""
    return "".join("\t" if sign == "\t" else " " * _width(sign) for sign in text)


def _width(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1


def _visible(text: str) -> str:
    """Make signs nobody can see visible, and harmless in a terminal."""
    return "".join(
        "⍽" if sign != " " and unicodedata.category(sign) in _UNSEEN and sign != "\t" else sign
        for sign in text
    )


_UNSEEN = ("Zs", "Cf", "Cc", "Cn", "Zl", "Zp", "Cs")


def outcome(count: int, words: Words) -> str:
    """Say how many problems there are and what happens now."""
    counted = words(say_n("{n} problem.", "{n} problems.", count))
    return f"{counted} " + words(say("Nothing was published: the site online stays as it was."))


def refusal(error: ContentError, words: Words) -> str:
    """Say all that is wrong, below an empty line, and what happens now."""
    return "\n".join(["", *tell(error.problems, words), outcome(error.faults, words)])
