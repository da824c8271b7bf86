"""Atom feeds judged by jing with a grammar of RFC 4287."""

from __future__ import annotations

import subprocess

import pytest

from building import ROOT

GRAMMAR = ROOT / "tests" / "atom.rnc"


def judged(jing, *feeds):
    """Return the exit status and the words of jing."""
    command = [jing, "-c", str(GRAMMAR), *map(str, feeds)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


@pytest.mark.parametrize("built_site", ["site", "sample_site"])
def test_every_feed_keeps_to_the_grammar(jing, request, built_site):
    """Every Atom feed of both cities is what RFC 4287 allows."""
    feeds = sorted(request.getfixturevalue(built_site).rglob("atom.xml"))
    assert feeds
    assert judged(jing, *feeds) == (0, "")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<updated>", "<updatedd>"),
        ("<id>", "<id></id><id>"),
        ("<title>", "<link/><title>"),
        ("+00:00<", "<"),
    ],
)
def test_the_grammar_refuses_a_bad_feed(jing, site, tmp_path, right, wrong):
    """An unknown element, a second identifier, a link to nowhere, a date without zone are seen."""
    feed = next(site.rglob("atom.xml")).read_text(encoding="utf-8")
    if right == "+00:00<":
        right = feed[feed.index("</updated>") - 6 : feed.index("</updated>")] + "<"
    bad = feed.replace(right, wrong, 1)
    if wrong == "<updatedd>":
        bad = bad.replace("</updated>", "</updatedd>", 1)
    assert bad != feed
    (tmp_path / "atom.xml").write_text(bad, encoding="utf-8")
    assert judged(jing, tmp_path / "atom.xml")[0] == 1
