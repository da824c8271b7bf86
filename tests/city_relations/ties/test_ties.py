"""Ties: a table of real histories, and what must hold of any history."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from city_relations.language.words import words_for
from city_relations.schema.choices import ActKind, State, TieKind
from city_relations.schema.tie import Tie
from city_relations.ties import standing, standings, ties_with_standing
from city_relations.ties.anniversaries import anniversaries
from city_relations.ties.parties import parties_of
from city_relations.ties.terms import term_in_words

FR = words_for("fr")
TOLD = Path(__file__).with_name("tie_histories.yml").read_text(encoding="utf-8")
HISTORIES = yaml.load(TOLD, yaml.BaseLoader)  # noqa: S506 - texts only, no objects


def tie(**fields):
    """Make a tie as its profile would say it."""
    return Tie.model_validate({"kind": "agreement", **fields})


def celebrated(tie, day):
    """Return the anniversaries of a partner's one tie."""
    return anniversaries(ties_with_standing([tie], day), day)


def test_the_table_is_long_enough():
    """At least a hundred histories, each with its intervals, and three hundred days asked."""
    assert len(HISTORIES) >= 100
    assert sum(len(history["on"]) for history in HISTORIES) >= 300


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history["story"])
def test_a_history_stands_where_it_should(history):
    """On each day asked the tie is in the state expected, with the dates and words expected."""
    ties = [Tie.model_validate(fields) for fields in history["ties"]]
    for day, expected in history["on"].items():
        state, wanted = (expected, {}) if isinstance(expected, str) else (*expected, {})[:2]
        found = standings(ties, date.fromisoformat(day))[0]
        told = {
            "since": str(found.since or "-"),
            "until": str(found.until or "-"),
            "next": str(found.next.date) if found.next else "-",
            "said": FR(found.sentence),
        }
        assert (day, found.state, {key: told[key] for key in wanted}) == (day, state, wanted)


DAYS = st.dates(date(1950, 1, 1), date(2030, 12, 31))
DATES = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map("{:%Y-%m}".format),
    DAYS.map("{:%Y}".format),
    st.builds("{:%Y}-{}{}".format, DAYS, st.integers(21, 24), st.sampled_from(["", "~", "?"])),
)
ACTS = st.builds(
    lambda act, fields: {"act": act, **fields},
    st.sampled_from([str(kind) for kind in ActKind]),
    st.fixed_dictionaries({}, optional={"planned": DATES, "date": DATES}),
)
TERMS = st.fixed_dictionaries(
    {"years": st.integers(1, 9).map(str)},
    optional={"tacit": st.just("oui"), "renewable": st.just("oui"), "months": st.just("7")},
)
TIES = st.fixed_dictionaries(
    {"kind": st.sampled_from([str(kind) for kind in TieKind]), "acts": st.lists(ACTS, max_size=6)},
    optional={"term": TERMS, "since": DATES},
)


@given(TIES, DAYS)
def test_no_day_without_exactly_one_state(fields, day):
    """Whatever the history, a day finds one state, and words for it."""
    found = standing(Tie.model_validate(fields), day)
    assert [state for state in State if found.state is state] == [found.state]
    assert FR(found.sentence)
    assert found.state.lives + found.state.past + found.state.prospective <= 1


@given(st.lists(DAYS, unique=True, max_size=6), st.data(), DAYS)
def test_order_of_writing_changes_nothing(days, data, day):
    """Acts of different days may be written in any order."""
    kinds = st.sampled_from([str(kind) for kind in ActKind])
    acts = [{"act": data.draw(kinds), "date": when.isoformat()} for when in days]
    shuffled = data.draw(st.permutations(acts))
    one, other = standing(tie(acts=acts), day), standing(tie(acts=shuffled), day)
    assert (one.state, one.since, one.until) == (other.state, other.since, other.until)
    assert one.life == other.life


@given(TIES, DAYS)
def test_a_step_is_either_to_come_or_overdue(fields, day):
    """What is to come is not past, and what is overdue is."""
    found = standing(Tie.model_validate(fields), day)
    assert all(step.date.last >= day for step in found.coming)
    assert all(step.date.last < day for step in found.overdue)


@given(TIES, DAYS)
def test_announced_is_not_done(fields, day):
    """A plan alone never changes the state."""
    bare = [{k: v for k, v in act.items() if k != "planned"} for act in fields["acts"]]
    planned = standing(Tie.model_validate(fields), day).state
    assert planned is standing(Tie.model_validate({**fields, "acts": bare}), day).state


@given(TIES, DAYS)
def test_states_change_on_dates_that_are_told(fields, day):
    """From one day to the next a state changes only at a bound of an act or of the term."""
    made = Tie.model_validate(fields)
    before, after = standing(made, day), standing(made, day + timedelta(1))
    if before.state is not after.state:
        bounds = {one.first for one in after.life}
        assert day + timedelta(1) in bounds


def test_several_ties_with_one_partner_stand_apart():
    """A twinning in force and a convention expired stand side by side."""
    twinning = tie(kind="twinning", acts=[{"act": "signature", "date": "1979"}])
    convention = tie(term={"years": "3"}, acts=[{"act": "signature", "date": "2016"}])
    states = [s.state for s in standings([twinning, convention], date(2026, 11, 22))]
    assert states == [State.IN_FORCE, State.EXPIRED]


def test_overdue_acts_stay_told():
    """A signature announced for autumn 2023 and never dated is overdue from winter on."""
    late = tie(acts=[{"act": "signature", "planned": "2023-23"}])
    assert not standing(late, date(2023, 11, 30)).overdue
    assert [s.date.text for s in standing(late, date(2023, 12, 1)).overdue] == ["2023-23"]


def test_certainty_within_the_span_of_a_date():
    """Inside the year of an end known by its year only, the state is not certain."""
    fuzzy = tie(term={"years": "5"}, acts=[{"act": "signature", "date": "2022"}])
    assert standing(fuzzy, date(2026, 11, 22)).certain
    assert not standing(fuzzy, date(2027, 6, 1)).certain
    assert standing(fuzzy, date(2028, 1, 1)).certain


def test_a_renewal_may_lose_and_gain_parties():
    """Who is bound follows from the last binding act that names its parties."""
    acts = [
        {"act": "signature", "date": "2016", "parties": ["A", "B", "C"]},
        {"act": "renewal", "date": "2019", "parties": ["A", "B"]},
        {"act": "renewal", "date": "2022"},
    ]
    made = tie(parties=["A", "B"], acts=acts)
    for day, bound in (("2017", ("A", "B", "C")), ("2023", ("A", "B")), ("2015", ("A", "B"))):
        assert parties_of(made, lambda act, day=day: str(act.date) <= day) == bound


def test_a_term_is_said_in_words():
    """Years where they are whole, months otherwise, with how it is renewed."""
    terms = [
        {"years": "3", "renewable": "oui"},
        {"months": "18"},
        {"years": "1", "tacit": "oui"},
        {"months": "24"},
    ]
    told = [FR(term_in_words(tie(term=term))) for term in terms]
    assert told == ["3 ans, renouvelable", "18 mois", "1 an, reconduction tacite", "2 ans"]
    assert term_in_words(tie()) is None


def test_round_anniversaries_of_living_ties():
    """Ten, twenty and every fifth year after are celebrated, in the coming twelve months only."""
    turin = tie(kind="twinning", acts=[{"act": "signature", "date": "1957-05-19"}])
    found = celebrated(turin, date(2026, 11, 22))
    assert [(a.years, a.date.text) for a in found] == [(70, "2027-05-19")]
    assert celebrated(turin, date(2027, 5, 20)) == ()
    ended = tie(acts=[{"act": "signature", "date": "1957-05-19"}, {"act": "end", "date": "2020"}])
    assert celebrated(ended, date(2026, 11, 22)) == ()


def test_an_anniversary_is_as_exact_as_its_founding():
    """A tie of a month has its anniversary in a month; one of a year, in a year."""
    month = tie(acts=[{"act": "signature", "date": "1979-05"}])
    year = tie(kind="twinning", since="1991")
    assert [a.date.text for a in celebrated(month, date(2029, 1, 1))] == ["2029-05"]
    assert [a.date.text for a in celebrated(year, date(2026, 6, 1))] == ["2026"]
