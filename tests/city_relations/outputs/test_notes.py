"""Sources of a partner's timeline as numbered notes at its foot."""

from __future__ import annotations

import re

import pytest

from small_city import profile, read_city, write_bare_city

EVENTS = """events:
  - {date: 2001-05-01, title: Première visite, sources: [Archives, "https://example.org/a"]}
  - {date: 2003-05-01, title: Deuxième visite, sources: ["https://example.org/b", Archives]}
  - {date: 2005-05-01, title: Troisième visite}
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """Return the page of a partner whose facts share sources."""
    root = write_bare_city(
        tmp_path_factory.mktemp("noted"), {"partners/turin.yml": profile(more=EVENTS)}
    )
    return str(read_city(root).pages["partenaires/turin/"].body)


def test_a_source_is_numbered_once_where_it_is_first_named(page):
    """Two facts with one source name one note; the numbers run as they are read."""
    assert re.findall(r'href="#note-(\d)"', page) == ["1", "2", "1", "3"]
    notes = re.findall(r'<li id="note-(\d)">(.*?)</li>', page)
    assert [number for number, _ in notes] == ["1", "2", "3"]
    assert "Archives" in notes[0][1]
    assert 'href="https://example.org/b"' in notes[2][1]


def test_each_note_leads_back_to_where_it_is_first_named(page):
    """Every way back leads to a place that is there once, and has a name for who listens."""
    back = re.findall(r'href="#(cite-\d)"[^>]* aria-label="([^"]+)"', page)
    assert [at for at, _ in back] == ["cite-1", "cite-2", "cite-3"]
    for at, name in back:
        assert page.count(f'id="{at}"') == 1
        assert name.startswith("Revenir à l’appel de note")
    assert 'aria-label="Note\u00a03"' in page or 'aria-label="Note 3"' in page


def test_a_fact_without_source_names_none(page):
    """What has no source has no number, and no line of sources is left."""
    third = page[page.index("Troisième visite") :]
    assert "rel-cite" not in third.split("</li>")[0]
    assert "rel-mile__source" not in page
