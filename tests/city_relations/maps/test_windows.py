"""What part of the world a map opens on, and how partners are told together."""

import pytest

from city_relations.geography.countries import country_boxes
from city_relations.geography.country_spots import spots
from city_relations.geography.subregions import SUBREGIONS, subregion
from city_relations.geography.views import WIDTH, world
from city_relations.maps.clusters import CROWD, MOST, clusters
from city_relations.maps.country_names import Land, named_lands
from city_relations.maps.marks import Look, Mark
from city_relations.maps.windows import LEAST, TALL, WIDE, window
from city_relations.schema.countries import region_name
from city_relations.schema.world_regions import region_of

HEIGHT = 970


def marks(count, country="IT"):
    """Return so many marks of a country."""
    return [
        Mark(i, f"v{i}", f"Ville {i}", country, "twinning", Look.SOLID, (7.0, 45.0))
        for i in range(1, count + 1)
    ]


def gathered(found, places):
    """Gather marks by country."""
    return clusters(found, places, lambda mark: mark.country, str)


@pytest.mark.parametrize("ratio", [WIDE, TALL])
@pytest.mark.parametrize(
    "points",
    [[(1000.0, 400.0)], [(10.0, 5.0), (300.0, 500.0)], [(900.0, 300.0), (1600.0, 600.0)],
     [(1990.0, 960.0)]],
)  # fmt: skip
def test_a_window_holds_its_points_inside_the_view(points, ratio):
    """Whatever the points, the window shows them all and nothing beyond the view."""
    found = window(points, HEIGHT, ratio)
    assert found.left >= 0
    assert found.top >= 0
    assert found.left + found.width <= WIDTH + 1e-6
    assert found.top + found.height <= HEIGHT + 1e-6
    assert found.width >= WIDTH * LEAST - 1e-6
    for x, y in points:
        assert found.left <= x <= found.left + found.width
        assert found.top <= y <= found.top + found.height


def test_partners_all_round_the_earth_need_no_window():
    """Where nearly all the world is needed, the map opens on all of it."""
    assert window([(40.0, 300.0), (1900.0, 600.0)], HEIGHT, WIDE) is None


def test_two_windows_meet_in_what_both_show():
    """What a page and a phone show alike holds every point."""
    points = [(500.0, 200.0), (1300.0, 800.0)]
    both = window(points, HEIGHT, WIDE) or window(points, HEIGHT, TALL)
    both = both.meet(window(points, HEIGHT, TALL) or both)
    assert all(both.left <= x <= both.left + both.width for x, _ in points)
    assert all(both.top <= y <= both.top + both.height for _, y in points)


def test_a_crowd_is_gathered_and_fewer_are_not():
    """From 25 marks of a view on they are told together; one below, each by itself."""
    few = marks(CROWD - 1)
    places = {mark.number: (mark.number * 10.0, 500.0) for mark in marks(CROWD)}
    assert gathered(few, places) == ()
    found = gathered(marks(CROWD), places)
    assert sum(len(one.members) for one in found) == CROWD


def test_many_of_one_country_are_parted_by_where_they_lie():
    """120 partners of one country are several clusters, none of more than can be listed."""
    places = {mark.number: (mark.number % 12 * 9.0, mark.number // 12 * 7.0) for mark in marks(120)}
    found = gathered(marks(120), places)
    assert sorted(m.number for one in found for m in one.members) == list(range(1, 121))
    assert max(len(one.members) for one in found) <= MOST
    assert len({one.key for one in found}) == len(found) > 1


def test_one_alone_of_its_country_is_no_cluster():
    """A disc of one would only hide its partner."""
    found = [*marks(CROWD), Mark(99, "x", "X", "JP", "twinning", Look.SOLID, (140.0, 36.0))]
    places = {mark.number: (float(mark.number), 5.0) for mark in found}
    assert 99 not in {m.number for one in gathered(found, places) for m in one.members}


def test_every_country_has_one_sub_region_inside_one_region():
    """Each country is in one sub-region, and no sub-region is in two regions of the world."""
    held = [code for countries in SUBREGIONS.values() for code in countries.split()]
    assert len(held) == len(set(held))
    assert set(country_boxes()) - set(held) <= {"AQ"}
    for countries in SUBREGIONS.values():
        assert len({region_of(code) for code in countries.split()}) == 1
    assert subregion("") == subregion("AQ") == ""


@pytest.mark.parametrize("language", ["fr", "de", "en", "es", "it", "ja", "ar"])
def test_each_sub_region_has_a_name_of_its_own(language):
    """In each language told, every sub-region has a name, and no two the same."""
    names = [region_name(code, language) for code in SUBREGIONS]
    assert all(names)
    assert len(set(names)) == len(names)


def test_a_country_is_named_inside_its_land_and_only_where_there_is_room():
    """Brazil's name is over Brazil; a mark in each of its places leaves none."""
    view = world([])
    assert spots("ZZ", view) == ()
    land = Land("kbr", "Brésil", ("x",), spots("BR", view))
    size = (float(WIDTH), float(view.height))
    (chosen,) = named_lands([land], [land.spots], ([], [], []), size)
    assert chosen == land.spots[0].point
    blocked = [spot.point for spot in land.spots]
    taken = (blocked, [0.0] * len(blocked), [None] * len(blocked))
    assert named_lands([land], [land.spots], taken, size) == [None]


def test_no_name_of_a_country_stands_on_land_that_two_claim():
    """Morocco's name is not written on Western Sahara."""
    view = world([])
    tarfaya = view.place(-13, 27.6)[1]
    assert all(spot.point[1] < tarfaya for spot in spots("MA", view))
