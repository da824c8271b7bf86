"""The ground drawn under the marks."""

import re

import pytest

from city_relations.geography.atlas import COARSE, FINE, load, shore
from city_relations.geography.borders import DOCTRINES, Borders
from city_relations.geography.ground import draw
from city_relations.geography.outlines import area, clipped, path, simplified, unwrapped
from city_relations.geography.views import WIDTH, around, close, world

NEAR = [(5.92, 45.57), (7.69, 45.07), (9.03, 48.22), (20.78, 40.62), (36.01, 34.25)]
ANYWHERE = [(178.4, -18.1), (-169.0, 66.0), (0.0, 90.0), (30.0, -90.0), (-149.6, -17.5)]


def corners(drawn):
    """Return every corner of an SVG path of whole, relative steps."""
    points = []
    for part in drawn.split("M")[1:]:
        start, _, steps = part.partition("l")
        x, y = map(int, start.split())
        points.append((x, y))
        numbers = list(map(int, re.findall(r"-?\d+", steps)))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
    return points


@pytest.mark.parametrize("centre", ANYWHERE)
def test_the_ground_of_anywhere_stays_in_its_frame(centre):
    """Over the antimeridian, the Bering Strait and both poles all is drawn in the frame."""
    view = around(centre, 3000, 0.7)
    for x, y in corners(draw(view, load(COARSE), Borders.UN, 2, 4).land):
        assert -45 <= x <= WIDTH + 45
        assert -45 <= y <= view.height + 45


def test_the_world_is_complete_and_light():
    """The whole coast of the world, compressed, stays a few kilobytes, without NaN."""
    land = draw(world([]), load(FINE), Borders.NONE, 1.6, 14).land
    xs = [x for x, _ in corners(land)]
    assert min(xs) < 120
    assert max(xs) > WIDTH - 320
    assert "nan" not in land.lower()
    assert len(land) < 16000


def test_a_world_opened_in_the_atlantic_keeps_both_parts_of_greenland():
    """Land that the edge of the world parts is drawn on both sides, and nothing strays."""
    view = world([(171.25, -42.35), (-72.95, -40.95)])
    parts = draw(view, load(COARSE), Borders.UN, 2, 4).land.split("M")[1:]
    north = [p for p in map(corners, (f"M{part}" for part in parts)) if min(y for _, y in p) < 60]
    assert any(max(x for x, _ in part) > 1400 for part in north)
    assert any(min(x for x, _ in part) < 600 for part in north)
    assert all(-45 <= x <= WIDTH + 45 for part in north for x, _ in part)


def test_no_coast_is_drawn_along_the_antimeridian():
    """A ring that the atlas cuts at 180° loses that edge and nothing else."""
    ring = (
        (170.0, 60.0),
        (180.0, 62.0),
        (180.0, 64.0),
        (180.0, 66.0),
        (170.0, 68.0),
        (170.0, 60.0),
    )
    assert shore(ring).line == ((180.0, 66.0), (170.0, 68.0), (170.0, 60.0), (180.0, 62.0))
    whole = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0))
    assert shore(whole).line is whole
    assert not shore(whole).is_cut


def test_longitudes_run_on_across_the_antimeridian():
    """A ring over 180° becomes one shape beside the centre asked for."""
    ring = [(179.0, 0.0), (-179.0, 0.0), (-179.0, 1.0), (179.0, 1.0)]
    assert [x for x, _ in unwrapped(ring, 180)] == [179, 181, 181, 179]
    assert [x for x, _ in unwrapped(ring, -180)] == [-181, -179, -179, -181]
    assert unwrapped([], 0) == []


def test_none_draws_no_border():
    """The default is the coast alone."""
    ground = draw(close(NEAR), load(COARSE), Borders.NONE, 1, 4)
    assert ground.land
    assert not ground.borders
    assert not ground.disputed


def test_france_merges_and_dashes_what_its_table_says():
    """Western Sahara has no line of its own, and the line of the Golan is broken."""
    sahara = around((-12, 26), 2200, 0.7)
    levant = around((35, 32), 800, 0.7)
    un, france = (
        [draw(view, load(FINE), choice, 1, 4) for view in (sahara, levant)]
        for choice in (Borders.UN, Borders.FRANCE)
    )
    assert len(france[0].borders) < len(un[0].borders)
    assert not un[1].disputed
    assert france[1].disputed


def test_every_territory_of_the_table_is_in_the_atlas():
    """The dated table names no number that the atlas does not have."""
    known = {territory.number for territory in load(FINE).territories}
    for doctrine in DOCTRINES.values():
        named = {*doctrine.merged, *doctrine.merged.values()}
        named |= {number for pair in doctrine.dashed for number in pair}
        assert named <= known


def test_clipping_keeps_the_part_in_the_box():
    """A square half in the box keeps half its area; one outside keeps nothing."""
    square = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]
    assert area(clipped(square, (1, -1, 5, 5))) == pytest.approx(2)
    assert clipped(square, (3, 3, 5, 5)) == []


def test_simplifying_keeps_the_ends_and_what_stands_out():
    """Points on the way are dropped, a cape is kept."""
    line = [(0.0, 0.0), (1.0, 0.1), (2.0, 0.0), (3.0, 4.0), (4.0, 0.0)]
    assert simplified(line, 0.5) == [(0.0, 0.0), (2.0, 0.0), (3.0, 4.0), (4.0, 0.0)]


def test_a_path_is_whole_relative_steps():
    """Coordinates are rounded, told from the last one, and standing still is left out."""
    assert path([[(1.2, 2.2), (3.4, 1.1), (3.3, 1.2), (0, 5)]]) == "M1 2l2-1-3 4"
    assert path([[(1, 1), (1.2, 1.1)]]) == ""
