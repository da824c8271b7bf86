"""The projections against values published by others."""

from math import hypot, isfinite, sqrt

import pytest

from city_relations.geography.projections import (
    EqualEarth,
    Lambert,
    distance_km,
    turned,
)


@pytest.mark.parametrize(
    ("lon", "lat", "x", "y"),
    [
        (0, 0, 0, 0),
        (180, 0, 17263256.84, 0),
        (180, 45, 14795421.79, 5486671.72),
        (0, 90, 0, 8402320.16),
    ],
)
def test_equal_earth_gives_the_values_of_proj(lon, lat, x, y):
    """PROJ publishes these for `+proj=eqearth +R=6378137`, in metres, to the centimetre."""
    found = EqualEarth(0).project_offset(lon, lat)
    assert [v * 6378137 for v in found] == pytest.approx([x, y], abs=0.01)


def test_lambert_gives_snyders_example():
    """Snyder (1987, page 332): radius 3, centre 40° N 100° W, point 20° S 100° E."""
    x, y = Lambert(-100, 40).project(100, -20)
    assert (3 * x, 3 * y) == pytest.approx((-4.2339303, 4.0257775), abs=1e-7)


def test_lambert_gives_snyders_table():
    """Snyder (1987, table 29): on the equatorial aspect a quarter turn lies at the root of two."""
    assert Lambert(0, 0).project(90, 0) == pytest.approx((sqrt(2), 0), abs=1e-12)
    assert Lambert(0, 0).project(0, 90) == pytest.approx((0, sqrt(2)), abs=1e-12)


@pytest.mark.parametrize("centre", [(5.9, 45.6), (139.7, 35.7), (-179.9, -17), (0, 90), (30, -90)])
def test_lambert_finds_its_way_back(centre):
    """Every point comes back from the plane where it was on the sphere."""
    frame = Lambert(*centre)
    for lon in range(-170, 180, 35):
        for lat in range(-80, 90, 16):
            there = frame.unproject(*frame.project(lon, lat))
            assert distance_km((lon, lat), there) < 0.01


@pytest.mark.parametrize("lat", [-90, -89.999, 0, 89.999, 90])
@pytest.mark.parametrize("lon", [-180, -168.6, 0, 11.4, 180])
def test_no_place_is_without_a_finite_image(lon, lat):
    """Poles, the antimeridian, the cut and antipodes all have finite images."""
    for frame in (EqualEarth(), Lambert(5.9, 45.6), Lambert(0, 90), Lambert(-lon, -lat)):
        assert all(isfinite(v) for v in frame.project(lon, lat))


def test_the_two_names_of_the_antimeridian_are_one_place():
    """180° E and 180° W fall on the same point of both projections."""
    for frame in (EqualEarth(), Lambert(170, -20)):
        assert frame.project(180, -17) == pytest.approx(frame.project(-180, -17))


def test_neighbours_across_the_antimeridian_stay_neighbours():
    """A tenth of a degree across 180° is a small step on the map, for the cut lies elsewhere."""
    (x1, y1), (x2, y2) = (EqualEarth().project(lon, -17) for lon in (179.95, -179.95))
    assert hypot(x2 - x1, y2 - y1) < 0.002


@pytest.mark.parametrize(
    ("lon", "centre", "found"),
    [(190, 0, -170), (-190, 0, 170), (180, 0, -180), (-170, 170, 190), (540, 0, -180)],
)
def test_a_meridian_is_told_beside_a_centre(lon, centre, found):
    """Whole turns are added until a longitude is within half a turn of the centre."""
    assert turned(lon, centre) == pytest.approx(found)


def test_the_great_circle_from_los_angeles_to_new_york():
    """Williams' Aviation Formulary gives 0.623585 radians for LAX to JFK."""
    lax, jfk = (-(118 + 24 / 60), 33 + 57 / 60), (-(73 + 47 / 60), 40 + 38 / 60)
    assert distance_km(lax, jfk) / 6371.0088 == pytest.approx(0.623585, abs=1e-6)


def test_the_great_circle_takes_the_short_way_and_half_a_turn_at_most():
    """A step across the antimeridian is short, and antipodes are half a circumference apart."""
    assert distance_km((179.5, 0), (-179.5, 0)) == pytest.approx(111.195, abs=0.01)
    assert distance_km((0, 90), (0, -90)) == pytest.approx(20015.115, abs=0.01)
