"""Our pages in MkDocs' shapes: escaped front matter, a clean tree of headings."""

from __future__ import annotations

from datetime import date

import yaml
from markupsafe import Markup

from city_relations.engine.pages import front_matter, toc_tokens
from city_relations.published import Heading, Page


def page(**more):
    """Make a page with what every page has."""
    return Page("a/", "A & <b>", Markup("<h1>A</h1>"), "fr", "list", **more)


def test_front_matter_is_escaped_and_short():
    """The title is escaped; the plugin that a city may keep reads nothing of the page."""
    told = {"title": "A &amp; &lt;b&gt;", "search": {"exclude": True}}
    assert front_matter(page(tags=("<i>",))) == told


def test_front_matter_tells_the_true_date():
    """The date is the page's own, and YAML can hold it."""
    told = front_matter(page(updated=date(2024, 5, 6)))
    assert told["updated"] == "2024-05-06"
    assert yaml.safe_load(yaml.safe_dump(told)) == told


def test_headings_become_a_tree():
    """A deeper heading hangs under the last higher one; the words are escaped."""
    headings = (
        Heading("a", "A & B"),
        Heading("b", "B", 3),
        Heading("c", "C"),
        Heading("d", "D", 4),
    )
    tokens = toc_tokens(page(headings=headings))
    assert [(t["id"], [c["id"] for c in t["children"]]) for t in tokens] == [
        ("a", ["b"]),
        ("c", ["d"]),
    ]
    assert tokens[0]["name"] == "A &amp; B"
