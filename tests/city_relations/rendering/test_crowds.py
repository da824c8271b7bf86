"""How a page stays short where there are many."""

from __future__ import annotations

import pytest

from city_relations.rendering.crowds import Manner, by_country, by_region, manner_of
from small_city import catalog_of, edition_of, profile


@pytest.mark.parametrize(
    ("partners", "manner"), [(0, "cards"), (1, "cards"), (12, "cards"), (13, "names"),
                             (30, "names"), (31, "folded"), (120, "folded")]
)  # fmt: skip
def test_the_more_partners_the_smaller_each(partners, manner):
    """Up to twelve are cards, up to thirty are names, beyond these fold."""
    assert manner_of(partners) is Manner(manner)


def test_partners_are_grouped_by_region_and_by_country(tmp_path):
    """Each stands once, in order; countries are sorted as the language sorts them."""
    told = {"a": "IT", "b": "EE", "c": "IT", "d": "MA"}
    files = {
        f"partners/{slug}.yml": profile(slug.upper()).replace("IT", country)
        for slug, country in told.items()
    }
    edition = edition_of(catalog_of(tmp_path / "city", files))
    countries = by_country(edition, edition.partners)
    assert list(countries) == ["Estonie", "Italie", "Maroc"]
    assert [partner.slug for partner in countries["Italie"]][:2] == ["a", "c"]
    regions = by_region(edition.partners)
    assert [(region.value, len(found)) for region, found in regions] == [
        ("europe", 4),
        ("africa", 1),
    ]
