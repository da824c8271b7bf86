"""Problems told to people at a terminal, and to the forges that show them beside the line."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from city_relations.language.words import Words
from city_relations.problems import Problem, harmless, tell

Format = Callable[[Sequence[Problem], Words], list[str]]
BOLD, RED, PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[0m"
PLACE = re.compile(r"^(?! )(.+?:\d+:\d+:)")
MARK = re.compile(r"^(    \|\s*)\^$")


def as_text(problems: Sequence[Problem], words: Words) -> list[str]:
    """Tell each problem with its line, the mark and the line to write."""
    return tell(problems, words)


def coloured(lines: Sequence[str]) -> list[str]:
    """Set places off in bold and marks in red, for a terminal."""
    bold = (PLACE.sub(rf"{BOLD}\1{PLAIN}", line) for line in lines)
    return [MARK.sub(rf"\1{RED}^{PLAIN}", line) for line in bold]


def as_github(problems: Sequence[Problem], words: Words) -> list[str]:
    """Write the annotations of GitHub's workflow commands; it shows ten of each kind."""
    return [_annotation(problem, words) for problem in problems]


def _annotation(problem: Problem, words: Words) -> str:
    kind = "warning" if problem.remark else "error"
    place = f"file={_property(problem.file)},line={problem.line},col={problem.column}"
    title = f"title={_property(problem.rule)}"
    message = _message(problem, words)
    escaped = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{kind} {place},{title}::{escaped}"


def _property(value: str) -> str:
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        value = value.replace(sign, code)
    return value


def _message(problem: Problem, words: Words) -> str:
    return problem.sentence(words) + (f"\n{problem.fix}" if problem.fix else "")


def as_summary(problems: Sequence[Problem], words: Words) -> str:
    """Write the whole list in Markdown, for the summary of a job."""
    text = "\n".join(as_text(problems, words))
    fence = "~" * max(3, 1 + max(map(len, re.findall("~+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}\n" if problems else ""


def as_gitlab(problems: Sequence[Problem], words: Words) -> list[str]:
    """Write GitLab's code quality report."""
    report = [_finding(problem, words) for problem in problems]
    return [json.dumps(report, ensure_ascii=False, indent=1)]


def _finding(problem: Problem, words: Words) -> dict[str, Any]:
    told = problem.told(words)
    return {
        "description": _message(problem, words),
        "check_name": problem.rule,
        "fingerprint": hashlib.sha256(told.encode("utf-8", "replace")).hexdigest(),
        "severity": "info" if problem.remark else "major",
        "location": {"path": problem.file, "lines": {"begin": problem.line}},
    }


def as_json(problems: Sequence[Problem], words: Words) -> list[str]:
    """Write the problems as data for another program."""
    told = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "field": problem.field,
            "message": harmless(words(problem.text)),
            "fix": problem.fix,
            "remark": problem.remark,
            "rule": problem.rule,
        }
        for problem in problems
    ]
    return [json.dumps(told, ensure_ascii=False, indent=1)]


FORMATS: Mapping[str, Format] = {
    "text": as_text,
    "github": as_github,
    "gitlab": as_gitlab,
    "json": as_json,
}
