"""Follows what the software advises: each line it proposes is copied, and the file read again."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from city_relations.catalog import read_catalog
from city_relations.documents import MARKDOWN_LIMIT
from city_relations.documents.text_files import read_text
from city_relations.language.words import Text
from city_relations.problems import ContentError, Problem
from mistaken import NOW

MOST_STEPS = 60
# What a line to copy leaves to its author to fill in, and what an author writes there.
GAP, FILLED = "…", "Une place vue du ciel"
# The advice of these rules is to write another word, or to delete one: of no other.
REWRITTEN = re.compile(
    r"date|day-|country|language|value-unknown|short-name|identifier|field-unknown|special-code"
    r"|nothing-is-left-behind|texts-are-read-as-meant|titles-are-sentences|names-stand-alone"
    r"|entry-begins|web-address|embed-host|repository|translations-are-up-to-date"
)
# What can only be seen once a line says what it means.
SEEN_LATER = {"counts-are-read-one-way", "forms-are-installed", "pictures-exist"}
NEAR = 0.6
ENDINGS = {"jpg", "jpeg", "heic", "png", "yaml", "yml"}
WORD = re.compile(r"\w+")


@dataclass
class Walk:
    """What came of following the advice on a site: what went wrong, and how many steps it took."""

    steps: int = 0
    wrong: list[str] = field(default_factory=list)


def problems(root: Path) -> tuple[Problem, ...]:
    """Return all that the check says, remarks among it."""
    try:
        return tuple(read_catalog(root, NOW).remarks)
    except ContentError as error:
        return tuple(error.problems)


def follow(root: Path, *, strict: bool = True) -> Walk:
    """Copy every line proposed for the site at `root`, one after the other, until none is.

    Where a line has several faults, one may only show when another is mended: that is allowed if
    not `strict`.
    """
    walk, seen = Walk(), set()
    found = problems(root)
    while walk.steps < MOST_STEPS and (advice := next((p for p in found if p.fix), None)):
        path = root / advice.file
        before = path.read_text(encoding="utf-8")
        after = with_line(root, advice)
        walk.steps += 1
        if after is None:
            walk.wrong.append(f"not in the file: {place(advice)} {advice.shown!r}")
            return walk
        path.write_text(after, encoding="utf-8")
        walk.wrong += lost(advice, found, before, after)
        now = problems(root)
        walk.wrong += no_progress(advice, found, now)
        walk.wrong += other_kind(advice, found, now) if strict else []
        if (advice.file, after) in seen or after == before:
            walk.wrong.append(f"a loop: {place(advice)} {advice.fix!r}")
            return walk
        seen.add((advice.file, after))
        found = now
    if walk.steps == MOST_STEPS:
        walk.wrong.append("no end")
    return walk


def with_line(root: Path, advice: Problem) -> str | None:
    """Return a file's text with the line as advised; nothing where the line shown is not there."""
    path = root / advice.file
    raw = path.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    clean = read_text(root, path, MARKDOWN_LIMIT)[0].split("\n")
    if not len(raw) == len(clean) >= advice.line or clean[advice.line - 1] != advice.shown:
        return None
    raw[advice.line - 1] = advice.fix.replace(GAP, FILLED)
    return "\n".join(raw)


def place(problem: Problem) -> str:
    """Name a problem by its place, rule and field."""
    return f"{problem.file}:{problem.line} {problem.rule} {problem.field}"


def no_progress(advice: Problem, before, after) -> list[str]:
    """Say whether all that was told of the line still is, and no further on in it."""
    old = Counter(_kind(p) for p in before if (p.file, p.line) == (advice.file, advice.line))
    gone = old - Counter(_kind(p) for p in after if _is_there(p, advice))
    target = str(dict(advice.text.values).get("target", ""))  # which may stand there twice
    fewer = bool(target) and advice.fix.count(target) < advice.shown.count(target)
    left = [len(p.shown) - p.column for p in after if p.shown and _is_there(p, advice)]
    further = bool(left) and max(left) < len(advice.shown) - advice.column
    return [] if gone or fewer or further else [f"still there: {place(advice)} {advice.fix!r}"]


def other_kind(advice: Problem, before, after) -> list[str]:
    """Say what is told of the line that is of another kind than what was."""
    old = {p.rule for p in before if (p.file, p.line) == (advice.file, advice.line)}
    new = {p.rule for p in after if _is_there(p, advice)} - old - SEEN_LATER
    return [f"instead of {place(advice)} {advice.fix!r}: {rule}" for rule in sorted(new)]


def _is_there(problem: Problem, advice: Problem) -> bool:
    """Return whether a problem stands on the lines that were copied."""
    lines = range(advice.line, advice.line + advice.fix.count("\n") + 1)
    return problem.file == advice.file and problem.line in lines


def _kind(problem: Problem) -> tuple[str, str, Text]:
    return problem.rule, problem.field, problem.text


def lost(advice: Problem, found, before: str, after: str) -> list[str]:
    """Say which words of the author are lost, but for one put right or put in signs."""
    old, new = Counter(WORD.findall(before)), Counter(WORD.findall(after))
    gone, come = list((old - new).elements()), list((new - old).elements())
    unmatched = [word for word in gone if not _alike(word, come)]
    whole = SequenceMatcher(None, "".join(gone), "".join(new - old)).ratio() > NEAR
    rules = [p.rule for p in found if (p.file, p.line) == (advice.file, advice.line)]
    if not unmatched or whole or any(map(REWRITTEN.match, rules)):
        return []
    return [f"lost: {unmatched} {place(advice)} {advice.shown!r} -> {advice.fix!r}"]


def _alike(word: str, come: list[str]) -> bool:
    """Return whether a word that is gone came back in another spelling, and use that up."""
    for other in come:
        near = SequenceMatcher(None, word.lower(), other.lower()).ratio() > NEAR
        endings = {word.lower(), other.lower()} <= ENDINGS
        if near or endings or (word.isdigit() and other.isdigit()):
            come.remove(other)
            return True
    return False
