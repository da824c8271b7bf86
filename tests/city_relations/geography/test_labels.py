"""Names and targets on small pictures."""

from itertools import combinations
from math import hypot

import pytest

from city_relations.geography.labels import (
    TARGET,
    label_box,
    labelled,
    overlap,
    room_for,
    separated,
    width_of,
)
from city_relations.geography.views import WIDTH, close, world
from geography_cities import CITIES

WIDTHS = (300, 600, 960)
POINTS = [(lon, lat) for _, lon, lat in CITIES]


def laid(view, width):
    """Return the cities of a view in pixels, their names, and the size of the picture."""
    ratio = width / WIDTH
    shown = [(name, view.place(lon, lat)) for name, lon, lat in CITIES if view.shows(lon, lat)]
    size = (width, view.height * ratio)
    return [(x * ratio, y * ratio) for _, (x, y) in shown], [name for name, _ in shown], size


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", [world(POINTS), close(POINTS)], ids=["world", "close"])
def test_no_two_of_sixty_targets_are_nearer_than_24_pixels(view, width):
    """At each of the three widths, or the one they need, targets have 24 pixels and stay inside."""
    width = max(width, room_for(len(POINTS), view.height / WIDTH))
    points, _, size = laid(view, width)
    apart = separated(points, size)
    nearest = min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(apart, 2))
    assert nearest >= TARGET - 1e-5
    assert all(12 <= x <= size[0] - 12 and 12 <= y <= size[1] - 12 for x, y in apart)


def test_names_of_the_close_view_cover_nothing():
    """No name touches another, another's mark or the edge; nearly all are placed."""
    points, names, size = laid(close(POINTS), 960)
    apart = separated(points, size)
    widths = [width_of(name) for name in names]
    chosen = labelled(apart, widths, size)
    boxes = [(i, label_box(apart[i], widths[i], place)) for i, place in enumerate(chosen) if place]
    assert not [1 for (_, a), (_, b) in combinations(boxes, 2) if overlap(a, b)]
    for i, box in boxes:
        assert box[0] >= 0
        assert box[2] <= 960
        assert not any(
            overlap(box, (x - 12, y - 12, x + 12, y + 12))
            for j, (x, y) in enumerate(apart)
            if j != i
        )
    assert len(boxes) >= len(points) * 9 // 10


def test_twins_at_one_spot_are_parted():
    """Two partners at identical coordinates get two targets, the first left in place."""
    first, second = separated([(100, 100), (100, 100)], (300, 200))
    assert first == (100, 100)
    assert hypot(second[0] - 100, second[1] - 100) == pytest.approx(TARGET)


def test_a_full_picture_still_gives_every_point_a_place():
    """When there is no room left, points stand as far apart as can be, inside the picture."""
    apart = separated([(10, 10)] * 12, (60, 60))
    assert len(apart) == 12
    assert all(0 <= x <= 60 and 0 <= y <= 60 for x, y in apart)


def test_marks_keep_off_the_home_city():
    """A fixed point is left where it is and others move off it."""
    (spot,) = separated([(101, 100)], (300, 200), fixed=[(100, 100)])
    assert hypot(spot[0] - 100, spot[1] - 100) >= TARGET


def test_a_mark_stays_on_its_side_of_the_city():
    """What must give way to the city and to others is not shown on the city's other side."""
    city, turin, korca, albstadt = (100, 100), (103, 102), (128, 114), (110, 90)
    spots = separated([albstadt, korca, turin], (300, 200), fixed=[city], gap=36)
    assert all(x > 100 for x, _ in spots)
    assert spots[0][1] < 100 < min(y for _, y in spots[1:])
    assert hypot(spots[2][0] - 103, spots[2][1] - 102) < 40


def test_nothing_to_place_is_no_trouble():
    """No points give no places."""
    assert separated([], (300, 200)) == []
    assert labelled([], [], (300, 200)) == []
