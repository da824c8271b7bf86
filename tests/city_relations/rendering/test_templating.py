"""What templates call: passages in another language, directions, sources."""

from __future__ import annotations

import pytest

from city_relations.rendering.templating import direction, foreign, source_html


def test_a_passage_is_marked_with_its_language():
    """A foreign name is escaped, and says its language and direction."""
    assert foreign("<تارودانت>", "ar") == '<span lang="ar" dir="rtl">&lt;تارودانت&gt;</span>'


def test_a_passage_is_set_as_its_language_is():
    """A French title on an Arabic page keeps the spaces of French typography."""
    told = foreign("Ouahigouya : 1 060 000 euros <b>", "fr")
    assert told == (
        '<span lang="fr" dir="ltr">'
        "Ouahigouya\u00a0: 1\u202f060\u202f000\u00a0euros &lt;b&gt;</span>"
    )


@pytest.mark.parametrize(("language", "told"), [("ar", "rtl"), ("fa-AF", "rtl"), ("fr", "ltr")])
def test_a_language_has_a_direction(language, told):
    """Arabic and Persian run from the right, whatever the region."""
    assert direction(language) == told


def test_a_source_is_told_by_its_host():
    """An address of the web links and is told by its host; a document keeps its name."""
    html = source_html("https://www.a.example/x?a=1&b=2")
    assert html == '<a href="https://www.a.example/x?a=1&amp;b=2" rel="noopener">a.example</a>'
    assert source_html("Archives <12>") == "Archives &lt;12&gt;"
