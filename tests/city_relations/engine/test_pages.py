"""Our pages to MkDocs: links, the menu and anchors find them, and nothing reads them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from city_relations.engine.pages import made_page, name_page, show_anchors
from city_relations.published import Heading, Page

MADE = Page("a/", "A & <b>", Markup("<h1>A</h1>"), "fr", "list", headings=(Heading("x", "X"),))


@pytest.fixture
def config(tmp_path):
    """Return MkDocs' settings of a site in a folder of the test's own."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "docs_dir": str(tmp_path), "site_dir": f"{tmp_path}/site"})
    config.validate()
    return config


def file(path, config):
    """Return the file of a hand-written page."""
    return File(path, config.docs_dir, config.site_dir, use_directory_urls=True)


def test_mkdocs_finds_a_page_of_ours_and_does_nothing_with_it(config, tmp_path):
    """It leads to its address, is no page to read, and no file of it is written."""
    files = Files([made_page(config, MADE.address)])
    found = files.get_file_from_path("a/index.md")
    assert found.url == "a/"
    assert list(files.documentation_pages()) == []
    files.copy_static_files()
    assert not (tmp_path / "site").exists()


def test_an_entry_of_the_menu_takes_the_page_s_title_escaped(config):
    """A title that the menu gives stays; else the page's own, as MkDocs takes words for HTML."""
    for given, told in (("Given", "Given"), (None, "A &amp; &lt;b&gt;")):
        page = MkDocsPage(given, made_page(config, MADE.address), config)
        name_page(page, MADE)
        assert page.title == told


def test_anchors_of_ours_are_shown_to_mkdocs(config):
    """A link to a heading that is on our page is sound, and another is not."""
    target = made_page(config, MADE.address)
    written = file("w.md", config)
    written.page = SimpleNamespace(links_to_anchors={target: {"x": "a/index.md#x"}})
    show_anchors(written, {"a/": MADE}, config)
    assert target.page.present_anchor_ids == {"x"}
