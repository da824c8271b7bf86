"""A tie's whole life as readers meet it: cases D1, D2 and G1 to G5, and every output agreeing."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import UTC, date, datetime, time, timedelta
from html import unescape

import pytest
from edtf import parse_edtf
from icalendar import Calendar

from building import NOW
from city_relations.catalog import read_catalog
from city_relations.language.typography import typeset_plain
from city_relations.timeline.lanes import overview
from small_city import assets, read_city, write_city

STORIES = {
    "albi": "  - {kind: twinning, since: inconnue}\n",
    "berne": "  - {kind: twinning, since: au plus tard en 2012}\n",
    "cork": "  - {kind: twinning, acts: [{act: signature, date: années 1980}]}\n",
    "delft": "  - {kind: agreement, acts: [{act: signature, date: avant 1990}]}\n",
    "evora": "  - {kind: agreement, acts: [{act: signature, planned: date inconnue}]}\n",
    "fes": "  - {kind: friendship, since: 19XX}\n",
    "gand": "  - {kind: twinning, acts: [{act: signature, date: 1970}, "
    "{act: end, date: inconnue}]}\n",
    "hue": "  - {kind: friendship, acts: [{act: signature, date: 1890-07-14}]}\n",
    "izmir": "  - {kind: twinning, acts: [{act: signature, date: 1970-02-02}, "
    "{act: suspension, date: 1981-03-03}, {act: resumption, date: 1990-04-04}]}\n",
    "jena": "  - {kind: twinning, acts: [{act: vote, date: 1969-05-05}, {act: signature, "
    "date: 1970-06-06}, {act: end, date: 2001-07-07}, {act: renewal, date: 2011-08-08}]}\n",
    "kotor": "  - {kind: agreement, term: 3 ans, acts: [{act: signature, date: 2015-01-01}, "
    "{act: renewal, date: 2025-01-01}]}\n",
    "lviv": "  - {kind: agreement, name: Eau, term: 3 ans, "
    "acts: [{act: signature, date: 2001-02-03}]}\n"
    "  - {kind: agreement, name: Écoles, acts: [{act: signature, date: 2003-04-05}]}\n"
    "  - {kind: twinning, supersedes: Écoles, acts: [{act: signature, date: 2010-06-07}]}\n",
    "mons": "  - {kind: agreement, term: {years: 2, tacit: oui}, parties: [Port-Arden, Mons], "
    "acts: [{act: signature, date: 1995-09-09}, "
    "{act: amendment, date: 2005-09-09, parties: [Port-Arden, Mons, Hainaut]}]}\n",
    "nimes": "  - {kind: agreement, acts: [{act: vote, date: 1999-01-01}, "
    "{act: signature, date: 1999-01-01}, {act: end, date: 2010}, {act: renewal, date: 2010}]}\n",
}
FILES = {
    f"partners/{slug}.yml": f"name: {slug.title()}\ncountry: FR\nties:\n"
    + ties.replace("{kind:", f"{{themes: [{'culture' if slug < 'g' else 'sport'}], kind:", 1)
    for slug, ties in STORIES.items()  # a theme of so few partners shows them as cards
}


def told(html):
    """Return what a page says, in one line with plain blanks."""
    return (
        re.sub(r"\s+", " ", unescape(re.sub("<[^>]*>", "", str(html))))
        .replace("\u202f", " ")
        .strip()
    )


def typeset(text):
    """Set a sentence as a page does, with plain blanks."""
    return re.sub(r"\s+", " ", typeset_plain(text, "fr")).replace("\u202f", " ")


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Return the folder of a city of partners with lives of every shape."""
    return write_city(tmp_path_factory.mktemp("lives") / "city", FILES, base=False)


@pytest.fixture(scope="module")
def site(root):
    """Return that city as it is published."""
    return read_city(root)


def rows(site, name):
    """Return the lines of a table of the open data."""
    text = assets(site)[f"donnees/{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def partner(site, slug):
    """Return the words of a partner's page."""
    return told(site.pages[f"partenaires/{slug}/"].body)


SAID = {
    "albi": ("depuis une date inconnue", "XXXX"),
    "berne": ("depuis 2012 au plus tard", "[..2012]"),
    "cork": ("depuis les années 1980", "198X"),
    "delft": ("depuis avant 1990", "[..1989]"),
    "fes": ("depuis une année entre 1900 et 1999", "19XX"),
}


@pytest.mark.parametrize("slug", SAID)
def test_d1_a_date_nobody_knows_is_told_as_such(site, slug):
    """D1: card, page, lanes and data say what is known, and not a day more."""
    words, edtf = SAID[slug]
    assert f"En vigueur {words}." in partner(site, slug)
    cards = re.findall(
        r'<li class="rel-card".*?</li>', site.pages["thematiques/culture/"].body, re.DOTALL
    )
    (card,) = (card for card in map(told, cards) if slug.title() in card)
    assert card.endswith(words)
    lanes = re.findall(
        r'<li class="rel-lane"[^>]*>.*?</li>', site.pages["chronologie/"].body, re.DOTALL
    )
    (lane,) = (lane for lane in lanes if slug.title() in lane)
    assert f"en vigueur {words}" in told(lane)
    assert "rel-dot" not in lane
    (row,) = (row for row in rows(site, "liens") if row["partner"] == slug)
    assert (row["founded"], row["state"]) == (edtf, "in_force")
    assert parse_edtf(edtf)
    assert f"partenaires/{slug}/agenda.ics" not in assets(site)


def test_d1_counts_leave_out_what_has_no_year(site):
    """D1: the years of ties are counted from the oldest of a known year."""
    assert str(site.catalog.oldest_living) == "1890-07-14"
    begun = {one.partner.slug for decade in site.catalog.decades for one in decade.begun}
    assert "cork" in begun
    assert not begun & {"albi", "berne", "delft", "fes"}


def test_d1_a_plan_without_a_date_is_announced_and_never_due(site):
    """D1: what is announced for nobody knows when is told, is on no agenda and never overdue."""
    assert "prévu pour une date inconnue" in partner(site, "evora")
    (_, standing) = site.catalog.main_tie("evora")
    assert [str(step.date) for step in standing.coming] == ["XXXX"]
    assert standing.overdue == ()
    assert all("evora" not in milestone.partners for milestone in site.catalog.coming)


def test_d1_what_nobody_knows_is_no_slip_of_the_hand(site):
    """D1: no check doubts a date for being unknown, nor an end renewed within the year."""
    rules = {problem.rule for problem in site.catalog.remarks}
    assert not rules & {"acts-are-of-our-time", "ties-end-once", "deeds-are-past"}


def test_d1_facts_of_no_known_year_stand_last_under_their_own_name(site):
    """D1: a decade is under its decade without a year, what has no date at the very end."""
    page = site.pages["chronologie/"]
    assert page.headings[-1].id == "undated"
    body = page.body
    last = told(body[body.index('id="undated"') :])
    assert "Dates inconnues" in last
    assert "Fin du jumelage" in last
    eighties = told(body[body.index('id="d1980"') : body.index('id="d1990"')])
    assert "Année inconnue années 1980 Cork Signature du jumelage" in eighties


def test_d2_an_axis_that_begins_later_says_so(site):
    """D2: the bar of a tie older than the axis is open to it, in words too, and has no dot."""
    body = site.pages["chronologie/"].body
    lanes = re.findall(r'<li class="rel-lane"[^>]*>.*?</li>', body, re.DOTALL)
    (lane,) = (lane for lane in lanes if "Hue" in lane)
    assert "(commence avant l’axe)" in told(lane)
    assert "rel-span--earlier" in lane
    assert "rel-dot--act" not in lane
    assert body.count("rel-span--earlier") == 1
    assert "rel-key__sign--earlier" in body


def drawn(catalog, slug):
    """Return the styles of a partner's lines, row by row."""
    lanes = overview(catalog.partners_now, catalog.milestones, catalog.this_month).lanes
    (lane,) = (lane for lane in lanes if lane.partner.slug == slug)
    return [[s.style for s in lane.spans if s.row == row] for row in range(lane.rows)], lane


def test_g1_spans_follow_from_the_acts(site):
    """G1: solid while in force, dashed while suspended, nothing where nothing held."""
    assert drawn(site.catalog, "izmir")[0] == [["lived", "suspended", "lived"]]
    styles, lane = drawn(site.catalog, "jena")
    assert styles == [["prospective", "lived", "lived"]]
    (_, before, after) = lane.spans
    assert after.start - before.end > 50
    assert "interrompu du 7 juillet 2001 au 8 août 2011" in partner(site, "jena")


def test_g1_page_and_lanes_say_the_same_word_for_word(site):
    """G1: the words beside a lane are on the partner's page too."""
    words, body = site.edition.words, told(site.pages["chronologie/"].body)
    for one in site.catalog.partners:
        for _, standing in site.catalog.ties_with_standing(one.slug):
            story = typeset(", ".join(words(text) for text in standing.story))
            assert story in body
            assert story[1:] in partner(site, one.slug)


def test_g2_a_lapse_is_a_milestone_and_a_renewal_begins_anew(site):
    """G2: the term that ran out is told, and the tie is in force anew."""
    assert "De nouveau en vigueur depuis le 1er janvier 2025" in partner(site, "kotor")
    found = [m for m in site.catalog.milestones_of("kotor") if m.kind.value == "term"]
    assert [(str(m.date), m.status.value) for m in found] == [
        ("2018-01-01", "done"),
        ("2028-01-01", "coming"),
    ]
    assert "Fin de la convention, renouvelée plus tard" in partner(site, "kotor")


def test_g3_two_ties_of_a_kind_are_told_apart(site):
    """G3: ids, titles and lines are each tie's own, and only the one named was replaced."""
    lines = [row for row in rows(site, "liens") if row["partner"] == "lviv"]
    assert [(row["id"], row["state"]) for row in lines] == [
        ("lviv-agreement", "expired"),
        ("lviv-agreement-ecoles", "ended"),
        ("lviv-twinning", "in_force"),
    ]
    found = site.catalog.milestones_of("lviv")
    titles = [site.edition.plain(m.title) for m in found if m.kind.value == "act"]
    assert titles == [
        "signature de l’accord (Eau)",
        "signature de l’accord (Écoles)",
        "signature du jumelage",
    ]
    uids = re.findall(rb"UID:(\S+)", assets(site)["partenaires/lviv/agenda.ics"])
    assert len(uids) == len(set(uids)) == 4
    _, lane = drawn(site.catalog, "lviv")
    acts = sorted((d.row, d.at) for d in lane.dots if d.style == "act" and d.filled)
    assert [row for row, _ in acts] == [0, 1, 2]


def test_g3_a_second_agreement_after_the_first_ran_out_is_no_remark(tmp_path):
    """G3: two ties of a kind are remarked only where both live and no name tells them apart."""
    one = "  - {kind: agreement, %s acts: [{act: signature, date: 2001-01-01}]}\n"
    other = "  - {kind: agreement, %s acts: [{act: signature, date: 2010-01-01}]}\n"

    def remarked(ties):
        text = f"name: Lviv\ncountry: UA\nties:\n{ties}"
        folder = write_city(tmp_path / "city", {"partners/lviv.yml": text}, base=False)
        rules = [problem.rule for problem in read_catalog(folder, NOW).remarks]
        return "ties-do-not-overlap" in rules

    assert remarked(one % "" + other % "")
    assert not remarked(one % "term: 3 ans," + other % "")
    assert not remarked(one % "name: Eau," + other % "name: Écoles,")


def test_g4_acts_of_one_day_stand_as_written(site):
    """G4: on page, timeline and data, vote before signature, end before renewal."""
    found = [m.key for m in site.catalog.milestones_of("nimes")]
    assert found == [f"nimes-agreement-{act}-1" for act in ("vote", "signature", "end", "renewal")]
    acts = [row["act"] for row in rows(site, "actes") if row["partner"] == "nimes"]
    assert acts == ["vote", "signature", "end", "renewal"]
    assert "De nouveau en vigueur depuis 2010" in partner(site, "nimes")


def test_g5_who_joins_by_an_amendment_is_told(site):
    """G5: an amendment with a party more says so, on its step and its milestone."""
    page = partner(site, "mons")
    assert page.count("Désormais avec Hainaut") == 2
    assert "Désormais sans" not in page


YEARS = 100
EVERY = 641  # days: some fifty-seven days of a hundred years, in all months
DAYS = [date(2026, 11, 22) - timedelta(n) for n in range(0, 365 * YEARS, EVERY)]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_output_agrees_on_a_day(root, day):
    """Page, lanes, list, data and calendar tell one standing of each tie, whatever the day."""
    site = read_city(root, datetime.combine(day, time(12), UTC))
    lines = {row["id"]: row for row in rows(site, "liens")}
    spans = {row["tie"]: row for row in rows(site, "intervalles")}  # the last of each
    listed = re.findall(r'data-state="(\w+)"', site.pages["partenaires/"].body)
    layer = json.loads(assets(site)["donnees/partenaires.json"])
    assert len(layer) == len(STORIES)
    states = []
    for one in site.catalog.partners:
        body = site.pages[f"partenaires/{one.slug}/"].body
        styles = drawn(site.catalog, one.slug)[0] if site.catalog.milestones else []
        for i, (_, standing) in enumerate(site.catalog.ties_with_standing(one.slug)):
            state = str(standing.state)
            states.append(state)
            row = lines[f"{one.slug}-{standing.key}"]
            assert (row["state"], spans[row["id"]]["state"]) == (state, state)
            sentence = typeset(site.edition.words(standing.sentence))
            assert sentence[1:] in told(body)
            held = [s for s in standing.stretches if s.first <= day.replace(day=1)]
            if held and held[-1].last >= day.replace(day=1) and styles:
                assert held[-1].state.drawn in [*styles[i], ""]
    assert sorted(listed) == sorted(states)
    _calendar_agrees(site, day)


def _calendar_agrees(site, day):
    """Hold the calendar against the acts: done ones are certain, others are not."""
    calendar = Calendar.from_ical(assets(site)["agenda.ics"])
    for event in calendar.walk("VEVENT"):
        is_past = event.decoded("dtstart") <= day
        assert (event["STATUS"] == "CONFIRMED") is is_past or "anniversary" in event["UID"]
