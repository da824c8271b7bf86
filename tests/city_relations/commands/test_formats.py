"""The forms in which problems are told."""

from __future__ import annotations

from city_relations.commands.formats import as_github, as_summary, coloured
from city_relations.language.words import say, words_for
from city_relations.problems import Problem, tell

ENGLISH = words_for("en")
PROBLEM = Problem(
    "a,b:c.md", 1, 2, "", say("the file is empty."), shown="x~~~~y", fix="100 %", rule="file-empty"
)


def test_a_terminal_sees_place_and_mark():
    """The place is bold and the mark is red; nothing else changes."""
    told = tell([PROBLEM], ENGLISH)
    lines = coloured(told)
    assert lines[0].startswith("\x1b[1ma,b:c.md:1:2:\x1b[0m")
    assert "\x1b[31m^\x1b[0m" in lines[2]
    assert lines[1] == told[1]


def test_an_annotation_cannot_be_broken_out_of():
    """Signs that mean something to GitHub are escaped."""
    assert as_github([PROBLEM], ENGLISH) == [
        "::error file=a%2Cb%3Ac.md,line=1,col=2,title=file-empty::the file is empty.%0A100 %25"
    ]


def test_a_summary_cannot_be_broken_out_of():
    """The fence is longer than any in the text."""
    assert as_summary([PROBLEM], ENGLISH).startswith("~~~~~text\n")
    assert as_summary([], ENGLISH) == ""
