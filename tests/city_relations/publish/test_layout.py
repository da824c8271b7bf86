"""What the theme prints around every page: escaped words, true addresses, a clean tree."""

from __future__ import annotations

import pytest

from city_relations.publish.layout import is_needed, layout
from worlds import SETTINGS, edition_of, read_city


def test_the_words_of_masthead_and_foot_are_escaped(tmp_path):
    """A city or publisher with signs of HTML in its name is told letter by letter."""
    settings = SETTINGS.replace("Ville de Rivage", '"Ville <b> & Co"')
    told = layout(edition_of(read_city(tmp_path, settings=settings)), {})
    assert told.publisher == "Ville &lt;b&gt; &amp; Co"
    assert "Rivage" in told.city_name
    assert told.demonstration


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
