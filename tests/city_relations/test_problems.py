"""Problems: their order, their words, and the line shown with its mark."""

from __future__ import annotations

from city_relations.language.words import say, words_for
from city_relations.problems import ContentError, Problem, in_order, marked, outcome, tell

FRENCH = words_for("fr")
EMPTY = say("the file is empty.")


def problem(line=1, column=1, **more):
    """Make a problem at a place."""
    return Problem("partners/turin.yml", line, column, "", EMPTY, **more)


def test_problems_are_told_in_the_order_of_files_and_lines():
    """An author walks through the files once; what is said twice is said once."""
    late, early = problem(10), problem(9)
    other = Problem("docs/a.md", 30, 1, "", EMPTY)
    assert in_order([late, early, other, early]) == (other, early, late)


def test_the_mark_stands_under_the_place():
    """The mark is under the column, whatever the width of the signs before it."""
    assert marked(problem(1, 10, shown="country: Albanie")) == [
        "    | country: Albanie",
        "    |          ^",
    ]
    assert marked(problem(1, 3, shown="都市x")) == ["    | 都市x", "    |     ^"]


def test_a_tab_keeps_its_width():
    """A tab before the mark stays a tab, so that both lines move alike."""
    assert marked(problem(1, 2, shown="\tx")) == ["    | \tx", "    | \t^"]


def test_a_long_line_is_cut_around_its_mark():
    """Of a line as long as a paragraph the part around the mark is shown."""
    line, mark = marked(problem(1, 301, shown="a" * 300 + "X" + "b" * 300))
    assert line[mark.index("^")] == "X"
    assert len(line) < 120


def test_signs_nobody_sees_are_shown():
    """A no-break space and a control character are made visible and harmless."""
    assert marked(problem(shown="a\u00a0b\x1bc"))[0] == "    | a⍽b⍽c"


def test_the_corrected_line_is_ready_to_paste():
    """What to write stands on a line of its own, its indent kept."""
    told = tell([problem(fix="  country: AL")], FRENCH)
    assert told[-2:] == ["    écrivez :", "    |   country: AL"]


def test_two_cures_of_one_line_are_one():
    """Under the last problem of a line stands the line with every cure; before it none."""
    line, cures = "themes: [eau, paix]", ("themes: [water, paix]", "themes: [eau, peace]")
    found = [problem(1, 10 + 5 * n, fix=fix, shown=line) for n, fix in enumerate(cures)]
    assert [p.fix for p in in_order(found)] == ["", "themes: [water, peace]"]


def test_remarks_stop_nothing():
    """A remark says that it is one, and is not counted."""
    error = ContentError([problem(), problem(2, remark=True)])
    assert error.faults == 1
    assert ": remarque : " in error.problems[1].told(FRENCH)


def test_the_outcome_counts():
    """The last line counts the problems and says what happens now."""
    assert outcome(1, FRENCH).startswith("1 problème. Rien n’a été publié")
    assert outcome(2, words_for("en")).startswith("2 problems. Nothing was published")
