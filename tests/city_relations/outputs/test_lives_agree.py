"""Page, lanes, list, data and calendar agree on every day of a hundred years.

Histories are drawn by lot, from one seed, so that every run tells the same: acts of every kind in
any order, dated to the day or to a century, with terms, renewals and ties that replace others.
"""

from __future__ import annotations

import csv
import io
import random
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from html import unescape

import pytest
from icalendar import Calendar

from city_relations.checks import check, check_on
from city_relations.content import read_content
from city_relations.language.typography import typeset_plain
from city_relations.schema.choices import ActKind, State
from city_relations.ties import standing
from city_relations.ties.identity import successor_of
from city_relations.timeline.lanes import overview
from small_city import assets, read_city, write_city

TODAY = date(2026, 11, 22)
FIRST = date(1926, 11, 22)
DRAWN, HISTORIES = 200, 40
SEED = 13
DAYS = [FIRST + timedelta(n) for n in range((TODAY - FIRST).days + 1)]
NEAR = timedelta(8)  # a tenth of a lane's thousand points, rounded, is some days


def drawn_date(lot, today):
    """Draw when something was by a day, as exactly as it may be known."""
    day = FIRST + timedelta(lot.randrange((date(today.year, 1, 1) - FIRST).days))
    forms = [day.isoformat()] * 5 + [f"{day:%Y-%m}", f"{day:%Y}", f"{day:%Y-%m}~"]
    forms += [f"{day.year}-{lot.choice(['22', '23', '24', '33', '36', '40'])}"]
    forms += [f"avant {day.year}", f"{day.year // 10}X", f"fin {day:%Y}"]
    return lot.choice(forms)


def drawn_tie(lot, today):
    """Draw a tie as a profile would tell it."""
    acts = [
        f"{{act: {lot.choice([str(kind) for kind in ActKind])}, date: {drawn_date(lot, today)}}}"
        for _ in range(lot.randint(1, 6))
    ]
    term = lot.choice(["", "", "term: 3 ans, ", "term: {years: 5, tacit: oui}, "])
    return f"{term}acts: [{{act: signature, date: {drawn_date(lot, today)}}}, {', '.join(acts)}]"


def drawn_profile(lot, name, today):
    """Draw a partner of one tie, or of two of which the second replaced the first."""
    ties = f"ties:\n  - {{kind: agreement, {drawn_tie(lot, today)}}}\n"
    if lot.random() < 0.3:
        ties += f"  - {{kind: twinning, supersedes: agreement, since: {drawn_date(lot, today)}}}\n"
    return f"name: {name}\ncountry: FR\n{ties}"


def files(today):
    """Return the profiles of histories drawn until a day, by path."""
    lot = random.Random(SEED)  # noqa: S311 - the same lot each time is what is asked
    return {f"partners/lieu-{n}.yml": drawn_profile(lot, f"Lieu {n}", today) for n in range(DRAWN)}


def published(folder, today):
    """Return a city of the first of these partners that no rule refuses, as built on a day."""
    drawn, now = files(today), datetime.combine(today, time(12), UTC)
    content = read_content(write_city(folder, drawn, base=False))
    found = [*content.problems, *check(content), *check_on(today, content)]
    refused = {problem.file for problem in found if not problem.remark}
    sound = [name for name in drawn if name not in refused][:HISTORIES]
    assert len(sound) == HISTORIES
    return read_city(write_city(folder, {name: drawn[name] for name in sound}, base=False), now)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return that city as it is published today."""
    return published(tmp_path_factory.mktemp("drawn") / "city", TODAY)


def rows(site, name):
    """Return the lines of a table of the open data."""
    text = assets(site)[f"donnees/{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def told(html):
    """Return what a page says, in one line with plain blanks."""
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]*>", "", str(html)))).replace("\u202f", " ")


def typeset(text):
    """Set a sentence as a page does, with plain blanks."""
    return re.sub(r"\s+", " ", typeset_plain(text, "fr")).replace("\u202f", " ")


@dataclass(frozen=True)
class Spell:
    """A line of the table of intervals: from when to when a tie stood in a state."""

    first: date
    last: date
    state: State
    is_bare: bool


def spells(site):
    """Return what the table of intervals says of each tie, by the tie's identifier."""
    found = {}
    for row in rows(site, "intervalles"):
        before = found.setdefault(row["tie"], [])
        first = before[-1].last + timedelta(1) if before else date.min
        last = date.fromisoformat(row["last_day"]) if row["last_day"] else date.max
        found[row["tie"]].append(Spell(first, last, State(row["state"]), not row["start"]))
    return found


def each_tie(site):
    """List each tie with its partner, its row in the lane, and its identifier in the data."""
    for partner in site.catalog.partners:
        for row, (tie, stand) in enumerate(site.catalog.ties_with_standing(partner.slug)):
            yield partner, row, tie, stand, f"{partner.slug}-{stand.key}"


def test_data_tell_every_day_once(site):
    """The lines of each tie follow each other without a hole, and begin where they say."""
    for row in rows(site, "intervalles"):
        assert not row["first_day"] or date.fromisoformat(row["first_day"])
    for found in spells(site).values():
        assert found[-1].last == date.max
        assert all(one.first <= one.last for one in found)
    starts = {row["id"]: row["first_day"] for row in rows(site, "intervalles")}
    for tie, found in spells(site).items():
        for number, one in enumerate(found, 1):
            assert starts[f"{tie}-{number}"] in ("", one.first.isoformat())


def test_lanes_and_data_agree_on_every_day(site):
    """On each of 36 525 days a lane is drawn as the state of that day in the data is."""
    catalog = site.catalog
    drawing = overview(catalog.partners_now, catalog.milestones, catalog.this_month)
    lanes = {lane.partner.slug: lane for lane in drawing.lanes}
    at = {day: drawing.scale.at(day) for day in DAYS}
    month, table, compared = TODAY.replace(day=1), spells(site), 0
    for partner, row, _, _, name in each_tie(site):
        spans = [s for s in lanes[partner.slug].spans if s.row == row and s.style != "ahead"]
        for spell in table[name]:
            style = "" if spell.state.prospective and spell.is_bare else spell.state.drawn
            first = max(spell.first + NEAR, FIRST) if spell.first > date.min else FIRST
            last = min(spell.last - NEAR if spell.last < date.max else month, month)
            if first > last:
                continue
            compared += (last - first).days + 1
            there = [s for s in spans if s.start <= at[last] and s.end >= at[first]]
            assert [s.style for s in there] == [style] * bool(style), (name, first)
            # one line, from the first of these days to the last: so each of them is drawn so
            assert all(s.start <= at[first] and at[last] <= s.end for s in there), (name, first)
    assert compared > HISTORIES * len(DAYS) * 0.8


def test_what_a_page_says_on_a_day_is_what_data_say_of_it(site):
    """Asked on the days around each change, and others, a tie stands as the table tells."""
    lot, table = random.Random(SEED), spells(site)  # noqa: S311 - see above
    for partner, _, tie, _, name in each_tie(site):
        if any("X" in str(d) for d in (tie.since, *(act.date for act in tie.acts)) if d):
            continue  # what was done by the day that is asked, for want of its year
        edges = {one.first for one in table[name]} | {one.last for one in table[name]}
        asked = {day + timedelta(n) for day in edges if FIRST < day < TODAY for n in (-1, 0, 1)}
        for day in sorted(asked | set(lot.sample(DAYS, 20))):
            if day > TODAY:
                continue
            spell = next(one for one in table[name] if one.first <= day <= one.last)
            then = standing(tie, day, successor_of(tie, partner.ties))
            if then.successor is None or day > max(edges - {date.max, date.min}, default=day):
                assert then.state is spell.state, (name, day)


def test_page_and_list_tell_the_stretches_that_lanes_draw(site):
    """The words beside each lane are on the partner's page, one for each stretch drawn."""
    body = told(site.pages["chronologie/"].body)
    for partner, _, _, stand, _ in each_tie(site):
        words = [site.edition.words(text) for text in stand.story]
        story = typeset(", ".join(words))
        assert story in body
        assert story[1:] in told(site.pages[f"partenaires/{partner.slug}/"].body)


def test_the_calendar_tells_the_changes_of_the_data(site):
    """An act dated to the day is in the calendar on it; a term that ran out ends what held."""
    table = spells(site)
    acts = {row["id"]: row for row in rows(site, "actes")}
    found = Calendar.from_ical(assets(site)["agenda.ics"]).walk("VEVENT")
    days = {str(e["uid"]).partition("@")[0]: e.decoded("dtstart") for e in found}
    dated = {
        name: row for name, row in acts.items() if re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"])
    }
    assert {name: date.fromisoformat(row["date"]) for name, row in dated.items()} == {
        name: day for name, day in days.items() if name in acts
    }
    terms = [(name, day) for name, day in days.items() if "-term-" in name and day < TODAY]
    for name, day in terms:
        tie = next(one for one in table if name.startswith(f"{one}-term-"))
        after = next(one for one in table[tie] if one.first <= day + timedelta(1) <= one.last)
        assert after.state in (State.EXPIRED, State.UNKNOWN, State.ENDED, State.IN_FORCE), name
    assert terms


@pytest.mark.parametrize("day", [date(1950, 2, 28), date(1977, 7, 1), date(2003, 12, 31)], ids=str)
def test_a_site_built_on_a_day_agrees_with_itself(tmp_path, day):
    """Page, list and data of a site built on any day tell one state of each tie."""
    site = published(tmp_path / "city", day)
    lines = {row["id"]: row["state"] for row in rows(site, "liens")}
    listed = re.findall(r'data-state="(\w+)"', site.pages["partenaires/"].body)
    table = spells(site)
    for partner, _, _, stand, name in each_tie(site):
        assert lines[name] == str(stand.state) == str(table[name][-1].state)
        sentence = typeset(site.edition.words(stand.sentence))
        assert sentence[1:] in told(site.pages[f"partenaires/{partner.slug}/"].body)
    assert sorted(listed) == sorted(lines.values())
