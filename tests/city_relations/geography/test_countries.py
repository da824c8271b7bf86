"""Where countries lie, roughly."""

import pytest

from city_relations.geography.countries import country_boxes, inside, is_known

PLACES = [
    ("FR", 5.92, 45.57), ("IT", 7.69, 45.07), ("DE", 9.03, 48.22), ("BF", -2.42, 13.58),
    ("CA", -72.75, 46.57), ("LB", 36.01, 34.25), ("CN", 114.87, 40.78), ("MA", -8.88, 30.47),
    ("AL", 20.78, 40.62), ("PS", 35.25, 32.22), ("XK", 21.17, 42.67), ("MC", 7.42, 43.74),
    ("FR", 55.45, -20.88), ("FR", -61.55, 16.24), ("PT", -25.67, 37.74), ("ES", -15.43, 28.12),
    ("FJ", 180.0, -16.8), ("FJ", -179.9, -16.8), ("RU", -169.8, 66.1), ("NZ", -176.5, -43.9),
    ("NO", 25.8, 71.1), ("CL", -70.9, -53.2), ("MT", 14.51, 35.9), ("SG", 103.85, 1.29),
]  # fmt: skip


@pytest.mark.parametrize(("country", "lon", "lat"), PLACES)
def test_a_place_is_inside_its_country(country, lon, lat):
    """Capitals, islands, overseas parts and both sides of the antimeridian are found at home."""
    assert is_known(country)
    assert inside(country, lon, lat)


@pytest.mark.parametrize("place", [p for p in PLACES if abs(p[1]) <= 90 and p[0] != "SG"])
def test_swapped_coordinates_are_elsewhere(place):
    """Latitude written for longitude falls outside the country, for every place of this list."""
    country, lon, lat = place
    assert not inside(country, lat, lon)


@pytest.mark.parametrize("country", ["TK", "GI", "BQ", "ZZ", "??"])
def test_a_country_the_atlas_does_not_know_is_never_refused(country):
    """What is too small for the atlas, or no country at all, is unknown and not wrong."""
    assert not is_known(country)
    assert inside(country, 0, 0)


@pytest.mark.parametrize(("country", "lon", "lat"), [("EH", -13.2, 27.1), ("MA", -13.2, 27.1)])
def test_a_disputed_place_may_be_named_either_way(country, lon, lat):
    """A check of coordinates takes no side in a dispute."""
    assert inside(country, lon, lat)


def test_france_has_boxes_overseas():
    """One box is given for each polygon, so that Guiana does not stretch France over an ocean."""
    boxes = country_boxes()["FR"]
    assert len(boxes) > 5
    assert not inside("FR", -30, 30)


def test_settling_a_place_is_cheap():
    """The boxes of countries are made at the first look, and looked up from then on."""
    country_boxes.cache_clear()
    for _ in range(200):
        assert inside("FR", 5.92, 45.57)
    assert country_boxes.cache_info().misses == 1
