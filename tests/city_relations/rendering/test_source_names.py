"""Sources of one site are told apart by the names of their pages."""

from __future__ import annotations

import pytest

from city_relations.rendering.source_names import source_name


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (
            "http://www.albstadt.example/40-Jahre-Partnerschaft",
            "albstadt.example/40-Jahre-Partnerschaft",
        ),
        ("https://a.example/St%C3%A4dte/", "a.example/Städte"),
        ("https://a.example/?p=1864", "a.example/?p=1864"),
        ("https://a.example/dyn/detail.html?id=15798", "a.example/…?id=15798"),
        ("https://a.example/347-caza.htm", "a.example/347-caza"),
        ("https://a.example/" + "sehr-" * 20, "a.example/" + "sehr-" * 7 + "sehr…"),
        ("https://www.a.example/", "a.example"),
        ("https://a.example/%E2%80%AEevil", "a.example"),
        ("Council minutes, 27 August 1996", "Council minutes, 27 August 1996"),
    ],
)
def test_a_source_is_told_by_its_own_page(address, told):
    """The host and what is the page's own, without what only machines read."""
    assert source_name(address) == told
