"""Which part of the world a country belongs to."""

from __future__ import annotations

import pytest

from city_relations.schema.countries import territories
from city_relations.schema.world_regions import WorldRegion, region_of


@pytest.mark.parametrize(
    ("country", "region"),
    [("AL", "europe"), ("MA", "africa"), ("CA", "americas"), ("LB", "asia"), ("NZ", "oceania")],
)
def test_a_country_has_its_region(country, region):
    """One country of each part of the world."""
    assert region_of(country) is WorldRegion(region)


def test_no_country_stands_in_two_regions():
    """The lists do not overlap and name only countries there are."""
    told = [code for region in WorldRegion for code in region.countries.split()]
    assert len(set(told)) == len(told)
    assert set(told) <= set(territories("en"))


def test_asia_is_what_the_lists_leave():
    """The countries left over are those of Asia: about fifty, from Turkey to Japan."""
    left = {code for code in territories("en") if region_of(code) is WorldRegion.ASIA}
    assert {"TR", "IL", "PS", "SA", "IN", "CN", "TW", "JP", "ID", "KZ", "GE", "CY"} <= left
    assert len(left) < 60
    assert not left & {"FR", "EG", "US", "AU", "RU"}
