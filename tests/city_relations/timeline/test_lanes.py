"""The overview: every tie is a span on its row, inside the picture, from its real dates."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import NOW
from city_relations.catalog import read_catalog
from city_relations.schema.tie import Tie
from city_relations.ties import standings
from city_relations.timeline.lanes import overview
from city_relations.timeline.scales import WIDTH, scale_of
from small_city import write_city

TODAY = NOW.date()
CITY = """name: Turin
country: IT
coordinates: {lat: 45, lon: 7}
ties:
"""
TWINNING = (
    "  - {kind: twinning, acts: [{act: vote, date: 1954}, {act: signature, date: 1957-05-19}%s]}\n"
)


def drawn(root, ties, more=""):
    """Draw the one lane of a small city."""
    files = {"partners/turin.yml": CITY + ties + more}
    catalog = read_catalog(write_city(root / "city", files, base=False), NOW)
    return overview(catalog.partners_now, catalog.milestones, catalog.this_month)


def spans(lane, row=0):
    """Return the spans of a row: how each is drawn, with its years."""
    return [(s.style, s.start, s.end) for s in lane.spans if s.row == row]


def test_a_tie_in_force_runs_until_today(tmp_path):
    """From vote to signature dotted, from signature to this month full."""
    seen = drawn(tmp_path, TWINNING % "")
    assert seen.scale.decades == tuple(range(1950, 2030, 10))
    (vote, begin), (full, end) = [(style, stop) for style, _, stop in spans(seen.lanes[0])]
    assert (vote, full) == ("prospective", "lived")
    assert begin == pytest.approx(WIDTH / 2 * 7.38 / 60, abs=1)
    assert end == seen.today


def test_a_suspension_is_drawn_from_its_day(tmp_path):
    """The span changes where the tie was suspended."""
    seen = drawn(tmp_path, TWINNING % ", {act: suspension, date: 2022-03-07}")
    styles = [style for style, _, _ in spans(seen.lanes[0])]
    assert styles == ["prospective", "lived", "suspended"]


def test_an_end_ends_the_span(tmp_path):
    """A tie that ended stops at its end."""
    seen = drawn(tmp_path, TWINNING % ", {act: end, date: 1999-12-31}")
    assert spans(seen.lanes[0])[-1][2] == pytest.approx(WIDTH / 2 * 5 / 6, abs=1)


def test_a_term_ahead_is_drawn_past_today(tmp_path):
    """What still runs stands after today, to the end of the term."""
    tie = "  - {kind: agreement, term: {years: 5}, acts: [{act: signature, date: 2024-01-01}]}\n"
    seen = drawn(tmp_path, tie)
    assert [s[0] for s in spans(seen.lanes[0])] == ["lived", "ahead"]
    assert spans(seen.lanes[0])[-1][1] == seen.today


def test_projects_have_their_own_row(tmp_path):
    """A period of a project is a span under the ties."""
    more = "projects: [{title: Eau, period: 2020/2021}]\n"
    seen = drawn(tmp_path, "  - {kind: twinning, since: 2011}\n", more)
    assert seen.lanes[0].rows == 2
    assert [s[0] for s in spans(seen.lanes[0], 1)] == ["project"]


def test_only_binding_acts_are_filled(tmp_path):
    """A vote is hollow, a signature filled."""
    seen = drawn(tmp_path, TWINNING % "")
    acts = [dot.filled for dot in seen.lanes[0].dots if dot.style == "act"]
    assert sorted(acts) == [False, True]


def test_d2_a_very_old_tie_does_not_crush_the_rest(tmp_path):
    """D2: time is cut at twelve decades, the bar says that it begins earlier, no dot stands."""
    seen = drawn(tmp_path, "  - {kind: friendship, since: 0836}\n")
    assert len(seen.scale.decades) == 12
    assert "earlier" in seen.styles
    (lane,) = seen.lanes
    assert (lane.spans[0].start, lane.spans[0].is_earlier) == (0, True)
    assert lane.earlier == {0}
    assert [dot for dot in lane.dots if dot.style == "act"] == []


@pytest.mark.parametrize("first", [836, 1890, 1931, 1957, 1975, 1989, 1999, 2019, 2026])
@pytest.mark.parametrize("last", [2026, 2034, 2125])
def test_the_axis_gives_the_last_decades_their_room(first, last):
    """Years run on without a leap, from edge to edge; a decade's name has a tenth of the width."""
    scale = scale_of(first, last, 2026)
    places = [scale.at_year(year) for year in range(scale.first, scale.last + 1)]
    assert places == sorted(set(places))
    assert (places[0], places[-1]) == (0, WIDTH)
    labels = [place for part in scale.labels for place in map(scale.at_year, part)]
    assert all(b - a > WIDTH / 10 - 1 for a, b in pairwise(labels))
    if scale.broken:
        assert (scale.broken, scale.at_year(scale.broken)) == (2010, WIDTH / 2)
    assert bool(scale.broken) == (first < 1990)


def test_marks_are_a_finger_wide_and_hold_every_dot(tmp_path):
    """What stands near is gathered under one mark; each dotted fact is under one."""
    more = ", {act: renewal, date: 1957-06-01}, {act: renewal, date: 2015-05-19}"
    (lane,) = drawn(tmp_path, TWINNING % more).lanes
    assert {fact.key for mark in lane.marks for fact in mark.facts} == {d.key for d in lane.dots}
    assert [len(mark.facts) for mark in lane.marks][:2] == [3, 1]
    for mark in lane.marks:
        assert mark.end - mark.start > WIDTH / 12.1
    assert all(a.end <= b.start for a, b in pairwise(lane.marks))


def test_nothing_dated_draws_nothing():
    """Without a milestone there is no picture."""
    assert overview((), (), NOW.date()) is None


DATES = st.dates(date(1900, 1, 1), date(2030, 12, 31)).map(date.isoformat)


@given(
    st.lists(
        st.tuples(st.sampled_from(["vote", "signature", "suspension", "end"]), DATES), max_size=5
    )
)
def test_a_tie_stands_whatever_is_drawn(acts):
    """The lanes take any standing the ties can have; none has an end before its beginning."""
    told = [{"act": act, "date": when} for act, when in acts]
    found = standings([Tie.model_validate({"kind": "agreement", "acts": told})], TODAY)[0]
    assert not (found.since and found.until) or found.since.first <= found.until.last


def test_moments_stand_on_the_tie_that_lived(tmp_path):
    """A visit after a friendship became a twinning stands on the twinning's row."""
    ties = """  - {kind: friendship, acts: [{act: signature, date: 1976-07-03}]}
  - {kind: twinning, supersedes: friendship, acts: [{act: signature, date: 1979-09-15}]}
"""
    more = "events: [{date: 1978, title: Avant}, {date: 2019, title: Après}]\n"
    seen = drawn(tmp_path, ties, more)
    assert [dot.row for dot in seen.lanes[0].dots if dot.style == "event"] == [0, 1]
    assert seen.styles == {"lived", "act", "event"}
