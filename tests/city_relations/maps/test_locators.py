"""The small map of a partner's page."""

from math import isfinite

import pytest

from city_relations.geography.borders import Borders
from city_relations.maps.locators import ACROSS, HIGH, locate
from city_relations.store import Store

HOME = (5.92, 45.57)


@pytest.mark.parametrize(
    "there",
    [(7.69, 45.07), (114.87, 40.78), (-72.75, 46.57), (-8.88, 30.47), (180.0, -17.0), HOME],
)
def test_both_places_are_in_the_picture(there, tmp_path):
    """Near, far, over the antimeridian or identical: both places are inside, at equal distance."""
    found = locate(Store(tmp_path), (HOME, there), ("Chambéry", "Ailleurs"), Borders.NONE)
    for x, y in (found.here, found.there):
        assert isfinite(x)
        assert 0 <= x <= ACROSS
        assert 0 <= y <= HIGH
    assert found.here[0] + found.there[0] == pytest.approx(ACROSS, abs=0.5)
    assert found.here[1] + found.there[1] == pytest.approx(HIGH, abs=0.5)
    assert found.ground.land


@pytest.mark.parametrize("there", [(-174.08, -45.57), (-174.0, -45.0), (0.0, -90.0), (0.0, 90.0)])
def test_antipodes_and_poles_do_no_harm(there, tmp_path):
    """Half a turn away, or at a pole, everything stays a number."""
    found = locate(Store(tmp_path), (HOME, there), ("Chambéry", "Là-bas"), Borders.UN)
    assert all(isfinite(v) for point in (found.here, found.there) for v in point)
    assert "nan" not in found.line
