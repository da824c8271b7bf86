"""Every mistake an author may make, and the exact words told; BLESS=1 writes them anew."""

from __future__ import annotations

import os
import re

import pytest
from babel.messages.extract import extract_from_file

from mistaken import BASE, LANGUAGES, bless, cases, make, problems, told
from relations.words import LOCALES, Text

CORE = LOCALES.parent
# Where what is wrong with content is said; what is said elsewhere is no author's mistake.
SAYING = (
    "checks",
    "content.py",
    "dates/errors.py",
    "documents",
    "links.py",
    "pictures/files.py",
    "schema",
    "site.py",
)
CASES = cases()
PLACE = re.compile(r"\S.*?:\d+:\d+: \S")


def test_the_sound_site_is_sound():
    """The site in which the mistakes are made has none of its own."""
    assert problems(BASE) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_told(case, tmp_path):
    """A mistake is told in these very words, in French and where noted in English."""
    make(case, tmp_path / "site")
    found = problems(tmp_path / "site")
    assert found, "nothing is told"
    if os.environ.get("BLESS"):
        bless(case, found)
        return
    for key in LANGUAGES.keys() & case.data.keys():
        assert told(found, LANGUAGES[key]) == case.data[key]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_has_its_place(case):
    """The words begin with file, line and column, and so does each further problem."""
    for key in LANGUAGES.keys() & case.data.keys():
        for line in case.data[key].splitlines():
            assert PLACE.match(line) or line.startswith("    "), line


def test_there_are_enough():
    """A hundred mistakes at least are told, and a third of as many in English too."""
    assert len(CASES) >= 100
    assert sum("in_english" in case.data for case in CASES) >= len(CASES) / 3


def said():
    """Give every sentence that the code says of a fault."""
    for path in (path for name in SAYING for path in (CORE / name, *(CORE / name).rglob("*.py"))):
        if path.is_file():
            for _, message, _, _ in extract_from_file("python", path, {"say": None}):
                yield message


def spoken(text):
    """Give the sentences of a Text: its own, and those of its values."""
    if isinstance(text, Text):
        yield text.one
        for _, value in text.values:
            yield from spoken(value)


def test_no_message_is_without_its_mistake(tmp_path):
    """Every message in the code is met by at least one mistake."""
    met = set()
    for case in CASES:
        make(case, tmp_path / case.name)
        for problem in problems(tmp_path / case.name):
            met.update(spoken(problem.text))
    assert sorted(set(said()) - met) == []
