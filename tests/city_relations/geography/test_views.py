"""Which views are chosen, and what they frame."""

from math import isfinite

import pytest

from city_relations.geography.projections import EqualEarth, Lambert
from city_relations.geography.views import WIDTH, close, globe_edge, world
from geography_cities import CITIES

CHAMBERY = (5.92079, 45.56628)
TURIN, ALBSTADT, KORCA = (7.68682, 45.07049), (9.02596, 48.21644), (20.78083, 40.61861)
BCHARRE, TAROUDANT = (36.01056, 34.25083), (-8.87695, 30.47028)
FAR = [(-2.41786, 13.5769), (-72.74913, 46.56675), (114.87139, 40.78341)]
NEAR = [CHAMBERY, TURIN, ALBSTADT, KORCA, BCHARRE, TAROUDANT]


def test_chambery_gets_europe_and_the_mediterranean():
    """The close view holds the six places from Taroudant to Bcharré and none of the far ones."""
    view = close([*NEAR, *FAR])
    assert all(view.shows(*point) for point in NEAR)
    assert not any(view.shows(*point) for point in FAR)


def test_a_city_of_asia_gets_its_own_surroundings():
    """Where partners crowd round Sendai, the close view is centred on Japan."""
    sendai, tokyo, seoul, paris = (140.87, 38.27), (139.69, 35.69), (126.98, 37.57), (2.35, 48.86)
    view = close([sendai, tokyo, seoul, paris])
    assert view.shows(*seoul)
    assert not view.shows(*paris)
    assert 125 < view.projection.lon < 141


@pytest.mark.parametrize("points", [[], [CHAMBERY], [CHAMBERY, *FAR]], ids=len)
def test_no_close_view_where_nothing_crowds(points):
    """None, one, or far partners are well shown by the world alone."""
    assert close(points) is None


def test_partners_of_one_country_fill_the_frame():
    """Places within one country get a frame of that country's size, not of a continent's."""
    points = [(2.0 + i % 8 * 0.6, 44.0 + i // 8 * 0.7) for i in range(60)]
    view = close(points)
    assert all(view.shows(*point) for point in points)
    assert view.box[2] - view.box[0] < 1200 / 6371


@pytest.mark.parametrize(
    "points",
    [
        [CHAMBERY, CHAMBERY],
        [(180.0, -17.0), (-180.0, -17.0), (179.9, -16.5)],
        [(0.0, 90.0), (120.0, 90.0), (5.0, 89.0)],
        [(0.0, -90.0), (1.0, -89.5)],
        [(-168.7, 65.0), (-168.71, 65.0)],
    ],
    ids=["identical", "antimeridian", "north pole", "south pole", "beside the cut"],
)
def test_places_hard_to_frame_are_framed(points):
    """Identical places, the antimeridian, the poles and the cut of the world get finite frames."""
    view = close(points)
    assert all(view.shows(*point) for point in points)
    assert all(world(points).shows(*point) for point in points)
    assert all(isfinite(v) for v in view.box)


def test_a_frame_across_the_antimeridian_is_small():
    """Fiji's two halves are neighbours in the close view."""
    view = close([(179.9, -17.0), (-179.9, -17.0)])
    (x1, y1), (x2, y2) = view.place(179.9, -17), view.place(-179.9, -17)
    assert abs(x2 - x1) < WIDTH / 10
    assert abs(y2 - y1) < WIDTH / 10


def test_the_edge_of_the_earth_is_drawn_on_the_world_alone():
    """The sea of the world ends where the Earth does, within its frame; a close view is all sea."""
    far, near = world([]), close([*NEAR, *FAR])
    edge = globe_edge(far)
    xs = [x for x, _ in edge]
    assert min(xs) == pytest.approx(0, abs=1)
    assert max(xs) == pytest.approx(WIDTH, abs=1)
    assert globe_edge(near) == []


def test_the_world_goes_to_antarctica_only_for_a_partner_there():
    """The usual frame ends south of Cape Horn; a partner at the pole opens it."""
    assert world([CHAMBERY]).height < world([(0, -90)]).height
    assert isinstance(world([]).projection, EqualEarth)


def test_sixty_cities_have_a_close_view():
    """A city tied to half of Europe gets a Lambert view of it."""
    assert isinstance(close([(lon, lat) for _, lon, lat in CITIES]).projection, Lambert)


def test_a_city_of_the_pacific_is_not_torn_from_america():
    """From New Zealand to Chile the map runs over the Pacific, not round the Earth."""
    arden, chile = (171.25, -42.35), (-72.95, -40.95)
    view = world([arden, chile, (140.75, 38.27), (9.8, 52.35)])
    assert 0 < view.place(*chile)[0] - view.place(*arden)[0] < WIDTH / 2
    assert world([CHAMBERY, *FAR]).projection.lon == pytest.approx(11.4)
