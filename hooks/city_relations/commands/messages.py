"""What the check says, rule by rule, each with a mistake: the guide's page of messages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from city_relations.language.words import SOURCE_LANGUAGE, Words, say
from city_relations.problems import Problem, harmless, tell

EXAMPLES = Path(__file__).parent / "examples"
EXPLANATION = say(
    "Each message names file, line, column and field, then what to write; a remark stops nothing. "
    "Each rule has a name that stays: GitHub shows it as the title of a message, GitLab as the "
    "name of its check, and “relations check --format json” as “rule”. Below it stand its "
    "messages, each with a mistake and, where it can be known, the line to write."
)
# What Markdown would take for a sign of its own; an underscore inside a word is none.
SIGNS = re.compile(r"([\\`*\[\]<>|~]|(?<!\w)_|_(?!\w))")


@dataclass(frozen=True)
class Example:
    """A mistake as an author is told of it: where, in which words, and the lines shown below."""

    place: str
    message: str
    lines: tuple[str, ...]


Examples = Mapping[str, Sequence[Example]]


def example_of(problem: Problem, words: Words) -> Example:
    """Make an example of a problem, in a language."""
    message = harmless(words(problem.text))
    told, *lines = tell([problem], words)
    return Example(told.removesuffix(message).rstrip(" \u00a0:"), message, tuple(lines))


def examples_file(language: str) -> Path:
    """Return where each rule's examples are kept; tests derive them from their mistakes."""
    return EXAMPLES / f"messages.{language}.json"


def as_json(examples: Examples) -> str:
    """Write examples by rule, to be kept."""
    data = {rule: [asdict(example) for example in examples[rule]] for rule in sorted(examples)}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def kept_examples(language: str) -> Examples:
    """Read the examples by rule, in English where there are none in a language."""
    file = examples_file(language)
    file = file if file.is_file() else examples_file(SOURCE_LANGUAGE)
    data = json.loads(file.read_text(encoding="utf-8"))
    return {
        rule: [Example(one["place"], one["message"], tuple(one["lines"])) for one in found]
        for rule, found in data.items()
    }


def messages(words: Words) -> Iterator[str]:
    """Explain every rule, line by line: its name, what it says, a mistake, what to write."""
    yield from (words(EXPLANATION), "")
    for rule, examples in kept_examples(words.language).items():
        yield from (f"## `{rule}`", "")
        for example in examples:
            yield from ("> " + SIGNS.sub(r"\\\1", example.message), "")
            yield from ("```text", example.place, *example.lines, "```", "")
