"""Every mistake an author may make, and the exact words told; BLESS=1 writes them anew."""

from __future__ import annotations

import os
import re

import pytest
from babel.messages.extract import extract_from_file

from city_relations.catalog.findings import report
from city_relations.language.words import LOCALES, Text, words_for
from mistaken import (
    BASE,
    LANGUAGES,
    REMARKS,
    bless,
    cases,
    heavy,
    make,
    problems,
    remarked,
    told,
)

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
    "status.py",
    "strays.py",
    "ties/life.py",
    "weight.py",
)
CASES = cases()
REMARKED = cases(REMARKS)
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
    in_these_words(case, found)


@pytest.mark.parametrize("case", REMARKED, ids=lambda case: case.name)
def test_a_matter_is_remarked(case, tmp_path):
    """What there is to look at is said in these very words, and is never a fault."""
    make(case, tmp_path / "site")
    found = remarked(case, tmp_path / "site")
    assert [problem.remark for problem in found] == [True] * len(found) != []
    in_these_words(case, found)


def in_these_words(case, found):
    """Compare what is told with the words of a case, or write them there to be judged."""
    if os.environ.get("BLESS"):
        bless(case, found)
        return
    for key in LANGUAGES.keys() & case.data.keys():
        assert told(found, LANGUAGES[key]) == case.data[key]


def test_a_page_too_heavy_is_told(tmp_path):
    """A page over its budget is told as its author's matter or as the theme's, in these words."""
    lines = re.sub(r"[\u00a0\u202f]", " ", told(heavy(tmp_path), "fr")).splitlines()
    author, theme = lines
    assert author == (
        "docs/long.md:1:1: la page /long.html pèse 110 ko une fois compressée, dont 110 pour son "
        "texte ; elle peut en peser 75 : raccourcissez le texte, ou faites-en deux pages."
    )
    assert theme == (
        "slow.html:1:1: la page /slow.html pèse 110 ko une fois compressée, dont 110 de feuilles "
        "de style et de scripts ; elle peut en peser 75 : c’est au thème de maigrir, prévenez qui "
        "entretient le site."
    )


@pytest.mark.parametrize("case", [*CASES, *REMARKED], ids=lambda case: case.name)
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
    met = set(report((), words_for("en")))
    for case in CASES:
        make(case, tmp_path / case.name)
        for problem in problems(tmp_path / case.name):
            met.update(spoken(problem.text))
    for case in REMARKED:
        make(case, tmp_path / f"{case.name}-remarked")
        for problem in remarked(case, tmp_path / f"{case.name}-remarked"):
            met.update(spoken(problem.text))
    met.update(problem.text.one for problem in heavy(tmp_path))
    assert sorted(set(said()) - met) == []
