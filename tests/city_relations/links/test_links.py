"""Links inside Markdown: found where a renderer finds them, resolved as a reader follows them."""

from __future__ import annotations

import pytest

from city_relations.language.words import Text
from city_relations.links import Destinations, find_links

KNOWN = Destinations(
    {
        "partners/turin.yml": "partenaires/turin/",
        "press_releases/2023/2023-06-10-turin.md": "communiques/2023/2023-06-10-turin/",
        "docs/index.md": "",
        "/carte/": "carte/",
    }
)
FROM = "press_releases/2024/2024-02-29-korca.md"


@pytest.mark.parametrize(
    ("markdown", "targets"),
    [
        ("[a](b.md) et [c](d.md 'e')", ["b.md", "d.md"]),
        ("![a](b.jpg)", ["b.jpg"]),
        ("[a](<b c.md>) [a](b c.md)", ["b%20c.md", "b%20c.md"]),
        ("[a][b]\n\n[b]: c.md", ["c.md"]),
        ('<a href="b.md">', ["b.md"]),
        ("`[a](b.md)` et\n\n    [c](d.md)\n", []),
        ("```\n[a](b.md)\n```", []),
        ("a = b", []),
    ],
)
def test_links_are_found(markdown, targets):
    """Inline, by reference, as a picture or in HTML; not in code."""
    assert [link.address for link in find_links(markdown)] == targets


def test_a_link_has_its_place():
    """The offset is that of the target in the text, code before it counted."""
    markdown = "`[x](y)` [a](b.md)"
    assert [link.offset for link in find_links(markdown)] == [markdown.index("b.md")]


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("../../partners/turin.yml", "partenaires/turin/"),
        ("../2023/2023-06-10-turin.md#et-après", "communiques/2023/2023-06-10-turin/#et-après"),
        ("../../docs/index.md", ""),
        ("/carte/", "carte/"),
        ("#plus-bas", "#plus-bas"),
        ("mailto:a@b.fr", "mailto:a@b.fr"),
        ("https://a.example/é?b#c", "https://a.example/é?b#c"),
    ],
)
def test_links_lead_to_addresses(target, address):
    """Files lead to their pages, anchors and the web are kept."""
    assert KNOWN.resolve(target, FROM) == address


@pytest.mark.parametrize(
    "target",
    ["x.md", "../../../etc/passwd", "//host/a", "C:\\a", "file:///etc", "javascript:a", "data:a,b"],
)
def test_other_links_are_refused(target):
    """What leads nowhere, out of the site or to a program is told in words."""
    assert isinstance(KNOWN.resolve(target, FROM), Text)


def test_the_link_meant_is_written_as_the_author_would():
    """What was meant is proposed as a path from the file that holds the link."""
    text = KNOWN.resolve("../2023/2023-06-10-turn.md", FROM)
    assert dict(text.values)["meant"] == "../2023/2023-06-10-turin.md"
