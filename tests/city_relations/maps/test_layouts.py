"""Where marks stand at each width, as the stylesheet tells it."""

from itertools import combinations
from math import hypot

import pytest

from city_relations.geography.views import WIDTH, close, world
from city_relations.maps.layouts import DESIGNS, Frame, Item, Plan, layouts, stylesheet
from geography_cities import CITIES

POINTS = [(lon, lat) for _, lon, lat in CITIES]


def items_of(view):
    """Return the cities a view shows, as items."""
    shown = [(name, lon, lat) for name, lon, lat in CITIES if view.shows(lon, lat)]
    return [Item(f"m{i}", name, view.place(lon, lat)) for i, (name, lon, lat) in enumerate(shown)]


@pytest.mark.parametrize("view", [world(POINTS), close(POINTS)], ids=["world", "close"])
def test_targets_keep_24_pixels_at_every_width(view):
    """Sixty cities on one view: at the least width of each layout no two are nearer."""
    for plan in layouts(items_of(view), Frame(view.height)):
        scale = plan.least / WIDTH
        near = min(hypot(a[0] - b[0], a[1] - b[1]) * scale for a, b in combinations(plan.spots, 2))
        assert near >= 24 - 1e-5


def test_a_phone_has_discs_and_a_page_has_names():
    """A few names on the narrowest picture of a crowd, nearly all on a wide one."""
    view = close(POINTS)
    plans = layouts(items_of(view), Frame(view.height))
    assert DESIGNS[0] <= plans[0].least < 328  # what a phone 360 pixels wide leaves
    assert sum(map(bool, plans[0].names)) < len(plans[0].names) / 3
    wide = next(plan for plan in plans if plan.least == 960)
    assert sum(map(bool, wide.names)) >= len(wide.names) * 9 // 10


def test_too_many_for_a_phone_make_the_picture_wider():
    """Where sixty targets cannot fit a phone's world, the least width it is laid out for grows."""
    view = world(POINTS)
    assert layouts(items_of(view), Frame(view.height))[0].least > DESIGNS[0]


def test_a_mark_moved_off_its_point_is_led_back():
    """Every mark that was moved by more than a few pixels has a line to where it belongs."""
    spot = (1000.0, 500.0)
    plans = layouts([Item("m1", "Un", spot), Item("m2", "Deux", spot)], Frame(1200))
    assert [len(plan.leads) for plan in plans] == [1] * len(plans)


def test_the_stylesheet_says_a_place_once():
    """A place that a wider picture keeps is not told again."""
    items = [Item("m1", "Seul", (1000.0, 500.0))]
    text = stylesheet("world", 1000, Plan(tuple(items), (), layouts(items, Frame(1000))))
    assert text.count("left:50.00%;top:50.00%") == 1
    assert text.count("@container") == len(DESIGNS) - 1
