"""Intervals: a tie's whole life as one list, without a hole and without an overlap."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from city_relations.language.words import words_for
from city_relations.schema.choices import ActKind, State
from city_relations.schema.tie import Tie
from city_relations.ties import standing, standings
from city_relations.ties.identity import keys, replaced_by
from city_relations.ties.intervals import interval_on, intervals

FR = words_for("fr")
TOLD = Path(__file__).with_name("tie_histories.yml").read_text(encoding="utf-8")
HISTORIES = yaml.load(TOLD, yaml.BaseLoader)  # noqa: S506 - texts only, no objects
SEEN = date(2026, 11, 22)
DAYS = st.dates(date(1926, 1, 1), date(2026, 11, 22))
DATES = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map("{:%Y-%m}".format),
    DAYS.map("{:%Y}".format),
    DAYS.map(lambda day: f"{day.year // 10}X"),
    DAYS.map("[..{:%Y}]".format),
    st.sampled_from(["19XX", "XXXX"]),
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
    {"kind": st.just("agreement"), "acts": st.lists(ACTS, max_size=6)},
    optional={"term": TERMS, "since": DATES},
)
SUCCESSORS = st.fixed_dictionaries({"kind": st.just("twinning")}, optional={"since": DATES})


def made(fields):
    """Make a tie as its profile would say it."""
    return Tie.model_validate({"kind": "agreement", **fields})


def written(one):
    """Write an interval as the table of histories does."""
    first = ".." if one.first == date.min else one.first
    return f"{one.state} {first}/{'..' if one.last == date.max else one.last}"


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history["story"])
def test_a_history_has_these_intervals(history):
    """A life is the list of intervals that the table writes down; « … » leaves out the rest."""
    ties = [Tie.model_validate(fields) for fields in history["ties"]]
    found = [written(one) for one in standings(ties, SEEN)[0].life]
    expected = history["life"]
    if expected[-1] == "…":
        found = [*found[: len(expected) - 1], "…"]
    assert found == expected


@given(TIES, SUCCESSORS, st.booleans(), DAYS)
def test_intervals_touch_and_do_not_overlap(fields, successor, replaced, today):
    """From the first of all days to the last, each day is in exactly one interval."""
    other = made({**successor, "supersedes": "agreement"}) if replaced else None
    life = intervals(made(fields), today, other)
    assert (life[0].first, life[-1].last) == (date.min, date.max)
    assert all(one.first <= one.last for one in life)
    assert all(one.last + timedelta(1) == after.first for one, after in pairwise(life))
    assert all(one.end == after.start for one, after in pairwise(life))
    assert (life[0].start, life[-1].end) == (None, None) or life[0].state is State.UNKNOWN


@given(TIES, DAYS, DAYS)
def test_what_was_told_of_a_day_is_told_later_too(fields, one, other):
    """Seen from any later day a day stands as it stood, where every date has its year."""
    day, later = sorted((one, other))
    told = {**fields, "acts": [a for a in fields["acts"] if "X" not in a.get("date", "")]}
    tie = made({k: v for k, v in told.items() if not (k == "since" and "X" in v)})
    then, since = standing(tie, day), interval_on(intervals(tie, later), day)
    assert (then.state, then.since, then.founded) == (since.state, since.since, since.founded)


@given(TIES, DAYS)
def test_a_life_is_told_in_words(fields, day):
    """Each stretch has its words, the last being the sentence of the day."""
    found = standing(made(fields), day)
    told = [FR(text) for text in found.story]
    assert len(told) > 1 or told == [FR(found.sentence)]
    assert all(told)
    assert "{" not in " ".join(told)


@given(st.lists(st.sampled_from(["agreement", "twinning"]), max_size=6), st.data())
def test_each_tie_has_a_key_of_its_own(kinds, data):
    """G3: keys tell every tie of a partner apart; the first of a kind keeps the kind's own."""
    names = st.sampled_from(["", "Eau", "L’eau", "agreement", "2", "Eau 2"])
    ties = [made({"kind": kind, **name_of(data.draw(names))}) for kind in kinds]
    found = keys(ties)
    assert len(set(found)) == len(found)
    assert all(kind in found for kind in kinds)


def name_of(name):
    """Return the field of a name, where there is one."""
    return {"name": name} if name else {}


def story(acts, **fields):
    """Say a life in French as it is known today."""
    return ", ".join(FR(t) for t in standing(made({"acts": acts, **fields}), SEEN).story)


def test_g1_a_gap_and_a_suspension_are_told():
    """G1: a life says what held, what was held and where nothing did."""
    ended = [("signature", "1970"), ("end", "2001"), ("renewal", "2011")]
    told = story([{"act": act, "date": when} for act, when in ended])
    assert told == (
        "en vigueur de 1970 à 2001, interrompu de 2001 à 2011, de nouveau en vigueur depuis 2011"
    )
    held = [("signature", "1970"), ("suspension", "1981"), ("resumption", "1990")]
    told = story([{"act": act, "date": when} for act, when in held])
    assert told == ("en vigueur de 1970 à 1981, suspendu de 1981 à 1990, en vigueur depuis 1990")


def test_g2_a_lapse_is_told():
    """G2: a term that ran out is a gap, and the renewal a beginning."""
    acts = [{"act": "signature", "date": "2015"}, {"act": "renewal", "date": "2025"}]
    assert story(acts, term={"years": "3"}) == (
        "en vigueur de 2015 à 2018, interrompu de 2018 à 2025, "
        "de nouveau en vigueur depuis 2025, jusqu’en 2028"
    )


def test_g3_supersedes_names_one_tie():
    """G3: a name, or the kind of the only one that had not ended, says which tie was replaced."""
    water = made({"name": "Eau", "since": "2001"})
    schools = made({"name": {"fr": "Écoles", "it": "Scuole"}, "since": "2003"})
    ended = made({"acts": [{"act": "signature", "date": "1990"}, {"act": "end", "date": "1995"}]})

    def meant(text, *ties):
        later = made({"kind": "twinning", "since": "2010", "supersedes": text})
        return replaced_by(later, (*ties, later))

    assert meant("ECOLES", water, schools) == (schools,)
    assert meant("scuole", water, schools) == (schools,)
    assert meant("accord", water, schools) == (water, schools)
    assert meant("accord", water, ended) == (water,)
    assert meant("accord", ended) == (ended,)
    assert meant("Musées", water, schools) == ()


RENAMED = [
    ([{"name": "Eau"}, {"name": "Écoles"}], ("agreement", "agreement-ecoles")),
    (
        [{"name": "Eau"}, {"name": "Lycées", "formerly": "Écoles"}],
        ("agreement", "agreement-ecoles"),
    ),
    (
        [{"name": "Lycées", "formerly": "agreement-ecoles"}, {"name": "Eau"}],
        ("agreement-ecoles", "agreement"),
    ),
    ([{"name": "Eau", "formerly": "Sources"}], ("agreement",)),
    ([{}, {"formerly": ["agreement-2", "Écoles"]}], ("agreement", "agreement-2")),
    ([{"formerly": "agreement-2"}, {}, {}], ("agreement-2", "agreement", "agreement-3")),
]


@pytest.mark.parametrize(("ties", "named"), RENAMED)
def test_g3_a_renamed_tie_keeps_its_key(ties, named):
    """G3: a tie is known by the name it had first, or by the key it says it had."""
    assert keys([made(fields) for fields in ties]) == named


def test_g3_a_renamed_tie_can_be_named_as_before():
    """G3: « supersedes » may give a name the tie had before."""
    schools = made({"name": "Lycées", "formerly": "Écoles", "since": "2003"})
    later = made({"kind": "twinning", "since": "2010", "supersedes": "écoles"})
    assert replaced_by(later, (made({"name": "Eau"}), schools, later)) == (schools,)
