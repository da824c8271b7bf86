"""What became of addresses, said in words or as data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from city_relations.language.words import Text, Words, say, say_n
from city_relations.problems import Problem
from city_relations.web.answers import Answer, Outcome
from city_relations.web.mentions import Fact, Mention

Answers = Mapping[str, Answer]


def unsupported(facts: Sequence[Fact], answers: Answers) -> list[Fact]:
    """Return the facts all of whose sources are addresses, none of which anybody can read now."""
    return [one for one in facts if not any(_stands(source, answers) for source in one.sources)]


def _stands(source: str, answers: Answers) -> bool:
    """Return whether a source can be read, or is no address at all: a paper lives on a shelf."""
    answer = answers.get(source)
    return answer is None or answer.outcome.lives


def report(
    mentions: Sequence[Mention], answers: Answers, facts: Sequence[Fact], words: Words
) -> Iterator[str]:
    """Yield lines that say by outcome, gravest first, which addresses do not simply answer."""
    for outcome in Outcome:
        own = [one for one in mentions if answers[one.address].outcome is outcome]
        if own and outcome is not Outcome.ANSWERS:
            yield from _under(outcome.label, [_mentioned(one, answers) for one in own], words)
    if facts:
        yield from _under(say("facts left without a source that answers"), map(_fact, facts), words)
    yield words(say_n("{n} address asked.", "{n} addresses asked.", len(answers)))


def _under(heading: Text, found: Iterable[Problem], words: Words) -> Iterator[str]:
    said = words(heading)
    yield f"{said[:1].upper()}{said[1:]}"
    yield from (f"  {one.told(words)}" for one in found)
    yield ""


def _mentioned(one: Mention, answers: Answers) -> Problem:
    told = say("{whole}: {part}", whole=one.address, part=answers[one.address].why)
    return Problem(one.file, one.line, one.column, one.field, told)


def _fact(one: Fact) -> Problem:
    told = say("none of its sources can be read now: {sources}", sources=", ".join(one.sources))
    return Problem(one.file, one.line, one.column, one.field, told)


def as_data(
    mentions: Sequence[Mention], answers: Answers, facts: Sequence[Fact], words: Words
) -> str:
    """Return the same as JSON, every address among it."""
    told = {
        "asked": len(answers),
        "addresses": [_plain(one, answers[one.address], words) for one in mentions],
        "facts": [
            {"file": one.file, "line": one.line, "column": one.column, "field": one.field}
            for one in facts
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _plain(one: Mention, answer: Answer, words: Words) -> dict[str, str | int]:
    return {
        "file": one.file,
        "line": one.line,
        "column": one.column,
        "field": one.field,
        "address": one.address,
        "outcome": str(answer.outcome),
        "why": words(answer.why),
        "moved_to": answer.moved_to,
    }
