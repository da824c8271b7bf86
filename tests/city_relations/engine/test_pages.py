"""Our pages in MkDocs' shapes: escaped front matter."""

from __future__ import annotations

from datetime import date

import yaml
from markupsafe import Markup

from city_relations.engine.pages import front_matter
from city_relations.published import Page


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
