"""What the theme prints around every page: escaped words, true addresses, a clean tree."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from markupsafe import Markup

from city_relations.publish.layout import frame, front_matter, is_needed, toc_tokens
from city_relations.published import Heading, Page
from worlds import SETTINGS, edition_of, read_city


def page(**more):
    """Make a page with what every page has."""
    return Page("a/", "A & <b>", Markup("<h1>A</h1>"), "fr", "list", **more)


def test_the_words_of_masthead_and_foot_are_escaped(tmp_path):
    """A city or publisher with signs of HTML in its name is told letter by letter."""
    settings = SETTINGS.replace("Ville de Rivage", '"Ville <b> & Co"')
    told = frame(edition_of(read_city(tmp_path, settings=settings)))
    assert told["publisher"] == "Ville &lt;b&gt; &amp; Co"
    assert "Rivage" in told["city_name"]
    assert told["demonstration"]


def test_front_matter_is_escaped_and_short():
    """Title and description are escaped; what a page has not is not there."""
    assert front_matter(page(description="<i>")) == {
        "title": "A &amp; &lt;b&gt;",
        "kind": "list",
        "description": "&lt;i&gt;",
    }


def test_front_matter_tells_the_true_date_and_keeps_lists_out_of_the_search():
    """The date is the page's own; a page that is not to be found says so; YAML can hold both."""
    told = front_matter(page(updated=date(2024, 5, 6), searchable=False))
    assert told["updated"] == "2024-05-06"
    assert told["search"] == {"exclude": True}
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


def test_only_what_a_page_asks_for_is_published():
    """Our files and the search worker stay; Material's scripts, maps and other stemmers go."""
    kept = ("assets/relations/base.css", "index.md", "assets/javascripts/workers/search.1.min.js")
    left = (
        "assets/javascripts/bundle.1.min.js",
        "assets/stylesheets/main.1.min.css",
        "assets/images/favicon.png",
        "assets/javascripts/lunr/min/lunr.de.min.js",
        "assets/javascripts/workers/search.1.min.js.map",
    )
    assert all(is_needed(path, ["fr"]) for path in kept)
    assert not any(is_needed(path, ["fr"]) for path in left)
    assert is_needed("assets/javascripts/lunr/min/lunr.fr.min.js", ["fr"])


@pytest.mark.parametrize(
    ("name", "languages", "kept"),
    [
        ("tinyseg", ["ja"], True),
        ("tinyseg", ["fr"], False),
        ("wordcut", ["th"], True),
        ("min/lunr.multi.min", ["fr", "ar"], True),
        ("min/lunr.multi.min", ["fr"], False),
        ("min/lunr.de.min", ["fr", "ar"], False),
        ("min/lunr.stemmer.support.min", ["fr"], True),
        ("min/lunr.stemmer.support.min", ["en"], False),
    ],
)
def test_only_what_the_search_loads_is_kept(name, languages, kept):
    """Of the lunr folder, the files that Material's worker asks for in these languages stay."""
    assert is_needed(f"assets/javascripts/lunr/{name}.js", languages) is kept
