"""The pages of time: what they hold, how they are marked up, and what another day changes."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from building import NOW, ROOT
from city_relations.catalog import read_catalog
from city_relations.timeline.milestones import brief, news_left_out, unfolded
from reading import fragment, words
from small_city import RELEASE, TURIN, read_city, write_city

A_YEAR_LATER = NOW.replace(year=NOW.year + 1)


@pytest.fixture(scope="module")
def sites():
    """Return the city's own site today, tomorrow and a year later."""
    days = {"today": NOW, "tomorrow": NOW + timedelta(days=1), "later": A_YEAR_LATER}
    return {name: read_city(ROOT, day) for name, day in days.items()}


@pytest.fixture(scope="module")
def timeline(sites):
    """Return the city's timeline as a tree."""
    return fragment(sites["today"].pages["chronologie/"].body)


def test_years_are_headings_over_lists(timeline):
    """Each decade is a heading, each year one below it, each with an ordered list of facts."""
    years = [words(h) for h in timeline.iter("h4") if "rel-year__name" in h.get("class", "")]
    assert years == sorted(set(years), key=int)
    assert years[0] == "1957"
    for section in (s for s in timeline.iter("section") if s.get("class") == "rel-year"):
        facts = section.find("ol")
        assert facts.get("role") == "list"
        assert all(item.find("h5") is not None for item in facts)


def test_each_fact_says_its_kind_and_date_in_words(timeline):
    """The kind is written out, the date is text, <time> holds only what HTML allows."""
    facts = [item for item in timeline.iter("li") if item.get("class") == "rel-mile"]
    assert len(facts) > 30
    for fact in facts:
        texts = {p.get("class"): words(p) for p in fact.iter("p")}
        assert re.search(r"\d{4}", texts["rel-mile__date"]), texts
        assert texts["rel-mile__meta"]
    times = [t.get("datetime") for t in timeline.iter("time")]
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", value) for value in times)


def test_the_overview_has_its_equal_in_words(sites, timeline):
    """Every lane names its partner and says its ties; its drawing is named after it."""
    lanes = [item for item in timeline.iter("li") if item.get("class") == "rel-lane"]
    assert len(lanes) == len(sites["today"].catalog.partners)
    assert all("en vigueur" in words(lane) or "lettre" in words(lane) for lane in lanes)
    named = [svg.get("aria-label") for svg in timeline.iter("{http://www.w3.org/2000/svg}svg")]
    assert sorted(named) == sorted(map(sites["today"].edition.plain, _names(sites["today"])))


def _names(site):
    """Return the names of the partners."""
    return [partner.name for partner in site.catalog.partners]


def test_each_mark_leads_to_its_fact_and_says_it(timeline):
    """A mark of a lane is a link into the list; its name is the dates and titles it holds."""
    marks = list(timeline.iter("{http://www.w3.org/2000/svg}a"))
    ids = {item.get("id") for item in timeline.iter("li")}
    assert len(marks) > 15
    for mark in marks:
        assert mark.get("href").removeprefix("#") in ids
        lines = words(mark[0]).split(" · ")
        assert len(lines) > len(mark.get("data-facts").split())


def test_a_short_page_is_open_and_a_long_one_folds():
    """Up to forty facts no decade is folded; of more, the last thirty stand open."""
    short = {1950: {1957: range(10)}, 2020: {2021: range(30)}}
    assert unfolded(short) == {1950, 2020}
    long = {1950: {1957: range(10)}, 2010: {2013: range(5)}, 2020: {2021: range(26)}, None: {}}
    assert unfolded(long) == {2020}
    assert unfolded({2010: {2013: range(50)}, 2020: {2021: range(31)}}) == set()


def test_what_another_day_changes(sites):
    """A year later exactly the pages change whose ties, anniversaries, terms or projects do."""
    before, after = bodies(sites["today"]), bodies(sites["later"])
    gone, come = before.keys() - after.keys(), after.keys() - before.keys()
    assert gone
    assert come
    assert all("/2017/" in key for key in gone)  # the report of the eleventh year back
    led = {key for key in come if key.endswith("/2017/index.html")}  # its address leads on
    assert led
    assert all("/2027/" in key for key in come - led)
    changed = {key for key in after.keys() & before.keys() if after[key] != before[key]}
    homes = [one.addresses.home for one in sites["today"].editions.values() if one.addresses.home]
    others = {key for key in changed if key.startswith(tuple(homes))}
    # Each other language changes as much; Arabic says one number more in another form.
    counts = [sum(key.startswith(home) for key in others) for home in homes]
    assert min(counts) >= max(counts) - 1 > 0
    changed -= others
    themes = {key for key in changed if key.startswith("thematiques/")}
    assert themes == themes_that_change(sites["today"], sites["later"])
    assert changed - themes - STATES == {
        ".well-known/security.txt",  # it expires 300 days after the month of the build
        "agenda/",
        "chronologie/",
        "participer/",  # what one can come to
        "insert home",  # what comes, and for how many years
        "bilan/",
        "bilan/2026/",  # of a year that goes on, what comes is told
        "integrer/agenda.inc",
        "integrer/partenaires.inc",
        "agenda.ics",  # the anniversary of Turin is over
        "partenaires/turin/",
        "partenaires/turin/agenda.ics",
        "partenaires/ouahigouya/",  # its thirty-five years are over
        "partenaires/shawinigan/",  # its ten years are over
        "partenaires/caza-de-bcharre/",  # a project is over, ten years are near
        "partenaires/taroudant/",  # its term has run out, and its releases show where it stands
        "communiques/2023/2023-01-13-taroudant/",
        "communiques/2023/2023-03-10-taroudant/",
        "communiques/2024/2024-04-22-taroudant/",
    }


# The lists, the map and the data tell where every tie stands.
STATES = {
    "partenaires/",
    "carte/",
    "donnees/",
    *(
        f"donnees/{name}.{form}"
        for name in ("jalons", "liens", "intervalles")
        for form in ("csv", "json", "ods", "xlsx")
    ),
    "donnees/partenaires.geojson",
}


def themes_that_change(one, other):
    """Return the addresses of the themes about which a tie or a milestone stands otherwise."""
    return {
        one.edition.addresses.theme(theme)
        for theme in one.catalog.themes
        if standing_on(one.catalog, theme) != standing_on(other.catalog, theme)
    }


def standing_on(catalog, theme):
    """Return what a theme's page tells that a day may change."""
    ties = [
        [s.state for _, s in catalog.ties_with_standing(p.slug)] for p in catalog.partners_on(theme)
    ]
    return ties, [(m.key, m.status) for m in catalog.milestones_on(theme)]


def test_a_day_later_nothing_changes(sites):
    """Nothing tells the day of the build: tomorrow's site is today's."""
    today, tomorrow = bodies(sites["today"]), bodies(sites["tomorrow"])
    assert {key for key, body in today.items() if tomorrow[key] != body} == set()


def bodies(site):
    """Return what a site publishes that is about ties, by address."""
    found = {address: str(page.body) for address, page in site.pages.items()}
    found |= {a.path: a.content.decode("utf-8", "replace") for a in site.assets}
    return found | {f"insert {name}": str(i.body) for name, i in site.inserts.items()}


def test_a_city_without_dates_has_a_timeline_and_an_agenda(tmp_path):
    """One profile with nothing but a plan gives both pages, and no broken sentence."""
    profile = TURIN.replace("date: 1957-05-19", "planned: 2030-05")
    site = read_city(write_city(tmp_path / "city", {"partners/turin.yml": profile}, base=False))
    assert "prévu pour" in site.pages["chronologie/"].body
    assert "Rien n’est daté" in site.pages["agenda/"].body
    empty = read_city(write_city(tmp_path / "empty", base=False))
    assert "<h1>" in empty.pages["chronologie/"].body


def test_a_thousand_releases_stay_readable(tmp_path):
    """Beyond three hundred facts the news is counted by year, and leads to the year's page."""
    days = [f"{2000 + n % 24}-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(350)]
    files = {
        f"press_releases/{day[:4]}/{day}-n{n}.md": RELEASE.replace("2024-05-19", day)
        for n, day in enumerate(days)
    }
    catalog = read_catalog(write_city(tmp_path / "city", files), NOW)
    assert len(catalog.milestones) > 350
    assert len(brief(catalog.milestones)) < 10
    assert sum(news_left_out(catalog.milestones).values()) == 351
    assert news_left_out(catalog.milestones[:300]) == {}
