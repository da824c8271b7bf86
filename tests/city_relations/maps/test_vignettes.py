"""The drawing that stands where a partner has no photo: its coast, and the way to the city."""

from __future__ import annotations

import pytest

from city_relations.maps.vignettes import MOST, drawn, land_share
from city_relations.store import Store

CITY = (5.92, 45.57)
PLACES = {
    "coast": (-8.87, 30.47),
    "inland": (-2.42, 13.58),
    "steppe": (106.9, 47.9),
    "atoll": (166.9, -0.5),
    "date line": (179.99, -16.6),
    "pole": (0.0, 90.0),
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_every_place_is_drawn_small_with_land_and_sea(tmp_path, place):
    """Wherever a partner is, its drawing shows sea and, but on the high seas, land, in little."""
    found = drawn(Store(tmp_path), place, CITY)
    assert land_share(found.land) <= MOST
    assert len(found.land) < 1800
    assert found.way.startswith("M1000 666l")


def test_a_neighbour_needs_no_way(tmp_path):
    """Between two places that are one on the drawing no line is drawn."""
    assert drawn(Store(tmp_path), CITY, CITY).way == ""


def test_land_is_measured():
    """A ring that fills half the frame is half of it; a lake in it takes away."""
    assert land_share("M0 0l1000 0 0 1333-1000 0") == pytest.approx(0.5)
    assert land_share("M0 0l1000 0 0 1333-1000 0M0 0l0 1333 500 0 0-1333") == pytest.approx(0.25)
