"""Hostile Markdown and YAML leave nothing live: not rendered alone, not in any file of a site."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET

import pytest

from building import files
from city_relations.markdown.html import converted
from city_relations.rendering.prose import Renderer
from hostile import ADDRESSES, LINES, MARKDOWN
from hostile_city import refused, told_by
from liveness import EVIL, live, live_in_part


def test_there_are_enough_of_them():
    """At least sixty payloads are tried, each once."""
    assert len(MARKDOWN) + len(LINES) + len(ADDRESSES) >= 60
    assert len(set(MARKDOWN.values())) == len(MARKDOWN)


def test_they_are_live_where_nothing_holds_them():
    """The payloads are no duds, and the judge sees them: plain Markdown lets most of them live."""
    bare = {name: converted(text, "fr", "").html for name, text in MARKDOWN.items()}
    alive = {name for name, html in bare.items() if live_in_part(html)}
    assert len(alive) > 80
    assert {"link", "reference", "image", "script", "svg", "refresh", "id of ours"} <= alive


@pytest.mark.parametrize("name", MARKDOWN)
def test_nothing_is_live_though_every_address_were_allowed(name):
    """The allow-list holds by itself, without the check that refuses what must not be linked."""
    prose = Renderer().render(MARKDOWN[name], _with_scheme)
    assert live_in_part(prose.html) == []
    for heading in prose.headings:
        assert heading.id.startswith("p-")


def _with_scheme(target):
    """Let every address by that is not of this site: those the site makes for itself."""
    return target if ":" in target else None


@pytest.fixture(scope="module")
def built_files(hostile_site):
    """Return the files of the hostile city's site."""
    return files(hostile_site)


def test_what_is_refused_is_told_with_its_place(tmp_path):
    """A link or address that no reader may follow publishes nothing and says where it stands."""
    told = refused(tmp_path / "city")
    assert len(told) > 15
    for file, problem in told.items():
        assert problem.file == file
        assert problem.line >= 1
    for name in ("link", "link to data", "image from elsewhere", "raw link"):
        assert told_by(name) in told


def test_no_page_holds_anything_live(built_files):
    """Every page of the hostile city, parsed as browsers parse it, is inert."""
    pages = {name: data for name, data in built_files.items() if name.endswith(".html")}
    assert sum("-essai-" in name for name in pages) > 70
    assert len(pages) > 130
    assert {name: found for name, data in pages.items() if (found := live(data))} == {}


def test_no_page_names_an_element_twice(built_files):
    """No author's id takes the place of one of ours, or of another author's."""
    for name, data in built_files.items():
        if name.endswith(".html"):
            ids = re.findall(r'\sid="([^"]*)"', data.decode())
            assert sorted(ids) == sorted(set(ids)), name


def test_the_search_index_holds_words_alone(built_files):
    """A word of the index is letters and digits: none can end the text it stands in."""
    found = [name for name in built_files if re.search(r"recherche/words/\d+\.json$", name)]
    words = [entry[0] for name in found for entry in json.loads(built_files[name])]
    assert len(words) > 500
    assert [word for word in words if re.search(r"[\s\"<>&;,/\\]", word)] == []


def test_the_feeds_hold_nothing_live(built_files):
    """The HTML that feed readers show is inert, and leads to the web or to this site."""
    entries = 0
    for name, data in built_files.items():
        for html in _told_to_readers(name, data):
            entries += 1
            assert live_in_part(html) == [], name
    assert entries > 100


def _told_to_readers(name, data):
    if name.endswith("atom.xml"):
        for content in ET.fromstring(data).iter("{http://www.w3.org/2005/Atom}content"):  # noqa: S314
            yield content.text
    if name.endswith("feed.json"):
        for item in json.loads(data)["items"]:
            yield item["content_html"]


def test_no_calendar_is_added_to(built_files):
    """No text of an author begins or ends an event, or a line of a calendar."""
    for name, data in built_files.items():
        if name.endswith(".ics"):
            lines = re.sub(r"\r\n[ \t]", "", data.decode()).split("\r\n")
            assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT")
            assert not [line for line in lines if re.match(r"(SUMMARY|X)[:=;].*evil;X=1:$", line)]
            uids = [line for line in lines if line.startswith("UID:")]
            assert len(uids) == lines.count("BEGIN:VEVENT")


def test_no_table_holds_a_formula(built_files):
    """No cell of a table for spreadsheets begins as a formula does."""
    for name, data in built_files.items():
        if name.endswith(".csv"):
            cells = [
                cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row
            ]
            assert [c for c in cells if re.match(r"[=+@\t\r]|-(?![\d.]+$)", c)] == [], name


def test_no_file_but_text_sends_anybody_away(built_files):
    """The one address of the enemy stands nowhere but in words and in links that were allowed."""
    for name, data in built_files.items():
        if name.endswith((".css", ".js", ".svg", ".xml")) and not name.endswith("atom.xml"):
            assert EVIL.encode() not in data, name
