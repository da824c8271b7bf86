"""Every mistake an author may make, and the exact words told; BLESS=1 writes them anew."""

from __future__ import annotations

import os
import re

import pytest
from babel.messages.extract import extract_from_file

from city_relations.catalog.findings import report
from city_relations.commands.messages import as_json, examples_file
from city_relations.language.words import Text, words_for
from mistaken import (
    BASE,
    CORE,
    LANGUAGES,
    REMARKS,
    RULES,
    bless,
    cases,
    examples,
    heavy,
    lenient,
    make,
    problems,
    remarked,
    rules_of,
    told,
    untold,
)

# Where what is wrong with content is said; what is said elsewhere is no author's mistake.
SAYING = (
    "attachments",
    "catalog/findings.py",
    "checks",
    "content",
    "dates/errors.py",
    "documents",
    "markdown",
    "links",
    "pictures/files.py",
    "publish/site.py",
    "publish/weight.py",
    "rendering/overrides.py",
    "schema",
    "ties/life.py",
)
CASES = cases()
REMARKED = cases(REMARKS)
# A module that tells of none only names what there is, such as the kinds of act.
FAULT = re.compile(r"[Ff]ault\(|[Pp]roblem\(|DateError\(|Text:")
PLACE = re.compile(r"\S.*?:\d+:\d+: \S")
HOW_TO_ACCEPT = "if it is meant: BLESS=1 pytest tests/test_mistakes.py, git diff, make guide"


@pytest.fixture(scope="module")
def problems_of(tmp_path_factory):
    """Return what makes a case and gives what is told of it; each is made once."""
    folder, kept = tmp_path_factory.mktemp("cases"), {}

    def told_of(case):
        if case.file not in kept:
            root = folder / f"{case.file.parent.name}-{case.name}"
            make(case, root)
            is_remark = case.file.parent == REMARKS
            kept[case.file] = remarked(case, root) if is_remark else problems(root)
        return kept[case.file]

    return told_of


def test_the_sound_site_is_sound():
    """The site in which the mistakes are made has none of its own."""
    assert problems(BASE) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_told(case, problems_of):
    """A mistake is told in these very words, in French and where noted in English."""
    found = problems_of(case)
    assert found, "nothing is told"
    in_these_words(case, found)


@pytest.mark.parametrize("case", REMARKED, ids=lambda case: case.name)
def test_a_matter_is_remarked(case, problems_of):
    """What there is to look at is said in these very words, and is never a fault."""
    found = problems_of(case)
    assert [problem.remark for problem in found] == [True] * len(found) != []
    in_these_words(case, found)


def in_these_words(case, found):
    """Compare what is told with the words of a case, or write them there to be judged."""
    if os.environ.get("BLESS"):
        bless(case, found)
        return
    assert {"rule", "told"} <= case.data.keys(), "BLESS=1 writes the rule and the words"
    assert case.data["rule"] == rules_of(found)
    for key in LANGUAGES.keys() & case.data.keys():
        assert told(found, LANGUAGES[key]) == case.data[key], HOW_TO_ACCEPT


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
    """Yield every sentence that the code says of a fault."""
    for name in SAYING:
        assert (CORE / name).exists(), f"{name} says nothing any more"
        found = [*(CORE / name).rglob("*.py")] if (CORE / name).is_dir() else [CORE / name]
        for path in (path for path in found if FAULT.search(path.read_text(encoding="utf-8"))):
            for _, message, _, _ in extract_from_file("python", path, {"say": None}):
                yield message


def spoken(text):
    """Yield the sentences of a Text: its own, and those of its values."""
    if isinstance(text, Text):
        yield text.one
        for _, value in text.values:
            yield from spoken(value)


@pytest.fixture(scope="module")
def found(tmp_path_factory, problems_of):
    """Return the problems of every mistake and every matter, each beside the name of its case."""
    folder = tmp_path_factory.mktemp("all")
    told_of = [("page-too-heavy", problem) for problem in heavy(folder)]
    told_of += [("lenient", problem) for problem in lenient(folder)]
    told_of += [("untold", problem) for problem in untold(folder)]
    return told_of + [(c.name, p) for c in (*CASES, *REMARKED) for p in problems_of(c)]


def test_no_message_is_without_its_mistake(found):
    """Every message in the code is met by at least one mistake."""
    met = set(report((), words_for("en")))
    for _, problem in found:
        met.update(spoken(problem.text))
    assert sorted(set(said()) - met) == []


def test_every_problem_has_a_rule_and_every_rule_its_mistake(found):
    """Each problem bears the name of a rule that is in the list, and no name is left over."""
    assert {problem.rule for _, problem in found} == set(RULES)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_guide_s_examples_are_the_mistakes(found, language):
    """The examples that the guide shows of each rule are these mistakes; BLESS=1 keeps them."""
    file, current = examples_file(language), as_json(examples(found, language))
    if os.environ.get("BLESS"):
        file.write_text(current, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == current, HOW_TO_ACCEPT
