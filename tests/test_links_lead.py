"""No page of either city has a link without an address, and no table that a phone cuts off."""

from __future__ import annotations

import re

import pytest

NOWHERE = re.compile(r"<a(?=[\s>])(?![^>]*\shref=)[^>]*>")
TABLE = re.compile(r"(.{0,80})<table(?![^>]*class=)[^>]*>", re.DOTALL)
# The page whose one table is ours: three columns that every phone has room for.
OURS = ("eco-conception/index.html", "eco-design/index.html")


@pytest.fixture(params=["site", "sample_site"])
def pages(request):
    """Return the text of every page of a city, by its path."""
    folder = request.getfixturevalue(request.param)
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.html"))
    }


def test_no_link_is_without_an_address(pages):
    """Every `<a>` has its `href`: what leads nowhere is no link."""
    assert {name: found for name, page in pages.items() if (found := NOWHERE.findall(page))} == {}


def test_every_table_of_an_author_has_its_frame(pages):
    """A table of a text, on a page of ours or a hand-written one, scrolls within itself."""
    assert any("rel-scroll" in page for page in pages.values())
    bare = {
        name
        for name, page in pages.items()
        if name not in OURS and 'rel-page--eco"' not in page
        for before in TABLE.findall(page)
        if not before.endswith(('tabindex="0">', "data-search-exclude>"))
    }
    assert bare == set()
