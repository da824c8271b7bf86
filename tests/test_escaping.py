"""Data with signs of HTML, quotes, Arabic and long words comes out right wherever it is told.

It stands in the hostile city; that nothing in it runs is shown in test_hostile.py.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from html import unescape

import pytest

from building import build, files
from escaping import ARABIC, ISLAND, LONG, NAME, TITLE
from indexed import indexed
from reading import article, parse, told
from small_city import write_city


def bare(text):
    """Return a text with plain blanks and quotes, as it was written before typography."""
    return " ".join(text.replace("’", "'").replace("«\u202f", "« ").split())


@pytest.fixture(scope="module")
def partner(hostile_site):
    """Return the hostile partner's page."""
    return (hostile_site / "partenaires" / "ile" / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def release(hostile_site):
    """Return the hostile release's page."""
    path = hostile_site / "communiques" / "2026" / "2026-03-02-essai" / "index.html"
    return path.read_text(encoding="utf-8")


def test_titles_are_told_letter_by_letter(partner, release):
    """Heading and document title hold the very signs meant, as text: `&amp;` is an `&`."""
    for html, text in ((partner, NAME), (release, TITLE)):
        page = parse(html)
        assert bare(unescape(text)) in bare("".join(page.find(".//h1").itertext()))
        assert bare(unescape(text)) in bare(page.find(".//title").text)


def test_descriptions_are_told_letter_by_letter(release):
    """The description for search engines holds the very signs written."""
    metas = {m.get("name"): m.get("content") for m in parse(release).iter("meta")}
    assert bare(TITLE) in bare(metas["description"])


def test_words_in_arabic_and_long_words_are_whole(partner, release):
    """Neither is cut, turned or spelt with entities that a reader would see."""
    assert LONG in told(article(partner)).replace("\u00ad", "")
    assert LONG in told(article(release)).replace("\u00ad", "")
    assert ARABIC in told(article(release))


def test_the_search_index_tells_the_same(hostile_site):
    """Titles in the index are the titles of the pages, as plain text."""
    entry = next(d for d in indexed(hostile_site) if d.address.endswith("2026-03-02-essai/"))
    assert bare(entry.title) == bare(TITLE)


def test_all_json_is_json(hostile_site):
    """Every JSON file is read back, and no inline JSON closes its own element."""
    found = {n: json.loads(d) for n, d in files(hostile_site).items() if n.endswith("json")}
    assert found
    for path in sorted(hostile_site.rglob("*.html")):
        for script in parse(path.read_bytes()).iter("script"):
            if script.get("type") == "application/ld+json":
                assert json.loads(script.text)


def test_all_xml_is_xml(hostile_site):
    """Sitemap, feeds and drawings are well formed."""
    for name, data in files(hostile_site).items():
        if name.endswith((".xml", ".svg", ".atom")):
            assert ET.fromstring(data) is not None, name  # noqa: S314 - we wrote it


@pytest.mark.parametrize("line", ["name: A\x07\n", "name: A\u2028B\n", "name: A\x00B\n"])
def test_control_characters_are_refused(tmp_path, line):
    """A control character in a field publishes nothing."""
    project = write_city(tmp_path / "city", {"partners/ile.yml": line + ISLAND})
    assert build(project, project / "site").returncode == 1
