"""What is due, as an issue of a forge, which a job opens or renews once a month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from city_relations.catalog.findings import Finding
from city_relations.dates import Said, parse_date
from city_relations.language.words import Text, Words, say

MARK = "<!-- relations status -->"
SIGNS_OF_MARKDOWN = re.compile(r"([\\`*_<>\[\]#@|])")


def issue(found: Sequence[Finding], more: Text | None, today: date, words: Words) -> Iterator[str]:
    """Say the findings as an issue of a forge, in Markdown: its title in the first line.

    Nothing is said where nothing is due. The last line lets a job find the issue again.
    """
    if not found and more is None:
        return
    yield words(say("What is due: {date}", date=Said(parse_date(today.isoformat()), "noun")))
    if more is not None:
        yield from ("", words(more))
    for matter, own in groupby(found, key=lambda finding: finding.matter):
        heading = words(matter.label)
        yield from ("", f"## {heading[:1].upper()}{heading[1:]}", "")
        yield from (f"- [ ] {_plainly(f.problem.told(words))}" for f in own)
    yield from ("", MARK)


def _plainly(told: str) -> str:
    """Return a line whose signs Markdown would read as its own, each as it is."""
    return SIGNS_OF_MARKDOWN.sub(r"\\\1", told)
