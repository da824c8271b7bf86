"""Hand-written pages, once some engine has converted them."""

from __future__ import annotations

from datetime import date

import pytest

from city_relations.publish.hand_written import Converted


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({}, ""),
        ({"updated": "2024-05-06"}, "2024-05-06"),
        ({"updated": date(2024, 5, 6)}, "2024-05-06"),
    ],
)
def test_a_page_is_dated_by_its_front_matter(fields, day):
    """A page without a date has none, whether YAML read it as a text or as a day."""
    assert Converted("b.md", "b/", "B", fields, "").day == ("b/", day)
