"""Identifiers last: they are nobody else's, and survive a rename, a mended title, a moved date."""

from __future__ import annotations

import json
import re

import pytest
from icalendar import Calendar

from building import NOW
from city_relations.catalog import read_catalog
from city_relations.open_data.tables import tables
from city_relations.press.feeds import entries, feeds
from city_relations.publish.identities import DuplicateError, repeated
from drawn import picture
from identities import feed_identifiers, identifiers
from small_city import (
    TURIN,
    URL,
    assets,
    catalog_of,
    edition_of,
    profile,
    read_city,
    release,
    write_bare_city,
    write_city,
)

YEAR = "press_releases/2024"
FESTIVALS = """events:
  - {date: 2027-06-21, title: Fête de la musique, place: Turin}
  - {date: 2028-06-21, title: Fête de la musique, place: Turin}
"""


def uids(root, files):
    """Return the UID of each event of a city's calendar, by its day."""
    told = assets(read_city(write_city(root, files)))["agenda.ics"]
    events = Calendar.from_ical(told).walk("VEVENT")
    return {str(e["dtstart"].dt): str(e["uid"]) for e in events}


def test_no_identifier_is_published_twice(site, sample_site, hostile_site):
    """In every list of all built cities each identifier stands once, and there are some."""
    for folder in (site, sample_site, hostile_site):
        found = dict(identifiers(folder))
        assert len(found) > 10
        assert {name: repeated(ids) for name, ids in found.items() if repeated(ids)} == {}
        feeds_of = feed_identifiers(folder)
        assert len(set(feeds_of.values())) == len(feeds_of) > 1


def test_one_identifier_is_one_thing(site, sample_site):
    """An event of a partner's calendar has the UID it has in the city's, and an entry its id."""
    for folder in (site, sample_site):
        found = dict(identifiers(folder))
        events = {uid for name, ids in found.items() if name.endswith("agenda.ics") for uid in ids}
        assert events == set(found["agenda.ics"])
        atoms = {name: ids for name, ids in found.items() if name.endswith("atom.xml")}
        assert atoms
        for name, ids in atoms.items():
            assert ids == found[name.replace("atom.xml", "feed.json")]


def test_c1_two_events_of_one_title_are_two(tmp_path):
    """C1: a festival of each year has a UID of its own, and an identifier in the open data."""
    found = uids(tmp_path / "city", {"partners/turin.yml": TURIN + FESTIVALS})
    assert found["2027-06-21"] == "turin-other-2027-06-21@port-arden.example"
    assert found["2028-06-21"] == "turin-other-2028-06-21@port-arden.example"
    edition = edition_of(catalog_of(tmp_path / "b", {"partners/turin.yml": TURIN + FESTIVALS}))
    for table in tables(edition):
        assert repeated(row["id"] for row in table.rows) == set()


def test_c1_a_mended_title_makes_no_new_event(tmp_path):
    """C1: a typo put right in a title changes no UID."""
    mended = FESTIVALS.replace("musique", "chanson")
    before = uids(tmp_path / "a", {"partners/turin.yml": TURIN + FESTIVALS})
    assert uids(tmp_path / "b", {"partners/turin.yml": TURIN + mended}) == before


def test_c1_two_events_of_one_day_are_two(tmp_path):
    """Two events of one kind on one day, or known by one year, are two, the second numbered."""
    events = """events:
  - {date: 2024-06-21, title: Un concert, place: Turin}
  - {date: 2024-06-21, title: Un bal, place: Port-Arden}
  - {date: 2023, title: Une visite}
  - {date: 2023, title: Un colloque}
"""
    catalog = catalog_of(tmp_path, {"partners/turin.yml": profile(more=events)})
    found = {m.title.in_(""): m.key for m in catalog.milestones if m.event}
    assert found == {
        "Un concert": "turin-other-2024-06-21",
        "Un bal": "turin-other-2024-06-21-2",
        "Une visite": "turin-other-2023",
        "Un colloque": "turin-other-2023-2",
    }


def test_c1_a_moved_event_keeps_the_identifier_of_its_first_date(tmp_path):
    """A date moved twice, told oldest first, changes no UID; one told outright stays as well."""
    first = FESTIVALS.replace("2028-06-21,", "2028-06-23, formerly: [2028-06-21, 2028-06-22],")
    before = uids(tmp_path / "a", {"partners/turin.yml": TURIN + FESTIVALS})
    moved = uids(tmp_path / "b", {"partners/turin.yml": TURIN + first})
    assert moved["2028-06-23"] == before["2028-06-21"]
    told = FESTIVALS.replace("2028-06-21,", "2028-06-21, formerly: la-fete,")
    named = uids(tmp_path / "c", {"partners/turin.yml": TURIN + told})
    assert named["2028-06-21"] == "la-fete@port-arden.example"


def test_c1_two_ties_of_one_kind_are_two(tmp_path):
    """The acts of two agreements have UIDs of their own, the first written by its kind alone."""
    ties = """name: Turin
country: IT
ties:
  - {kind: agreement, name: Le second, acts: [{act: signature, date: 2019-05-02}]}
  - {kind: agreement, name: Le premier, acts: [{act: signature, date: 1999-05-02}]}
"""
    found = uids(tmp_path, {"partners/turin.yml": ties})
    assert found["2019-05-02"] == "turin-agreement-signature-1@port-arden.example"
    assert found["1999-05-02"] == "turin-agreement-le-premier-signature-1@port-arden.example"


PROJECT = "projects: [{title: Un parc, period: 2023/2026, funding: [{funder: La Ville}]}]\n"


def known_by(root, files):
    """Return all a city's things are known by: feeds, entries, tables and what they name."""
    edition = edition_of(read_catalog(write_city(root, files, base=False), NOW))
    found = tuple(feeds(edition))
    rows = {table.name: table.rows for table in tables(edition)}
    naming = ("partner", "partners", "releases")
    told = [(name, row.get(name)) for table in rows.values() for row in table for name in naming]
    return {
        "feeds": [feed.first_address for feed in found],
        "entries": [[entry.id for entry in entries(edition, feed)] for feed in found],
        "rows": {name: [row["id"] for row in told] for name, told in rows.items()},
        "naming": [pair for pair in told if pair[1]],
    }


EVENT = "events: [{date: 2024-05-06, title: Une visite, kind: visit_in}]\n"
PROFILE = profile(more=FESTIVALS + PROJECT)
KNOWN = {"partners/turin.yml": PROFILE, f"{YEAR}/2024-05-06-visite.md": release(more=EVENT)}


def test_c2_a_rename_changes_no_identifier(tmp_path):
    """C2: a partner renamed twice and a release renamed keep what feeds and data know them by."""
    renamed = {
        "partners/ville-de-turin.yml": PROFILE + "formerly: [turin, torino]\n",
        f"{YEAR}/2024-05-06-venue.md": release(
            partner="ville-de-turin", more=EVENT + "formerly: 2024-05-06-visite\n"
        ),
    }
    before, after = known_by(tmp_path / "a", KNOWN), known_by(tmp_path / "b", renamed)
    assert len(before["naming"]) > 5
    assert after == before


def test_c2_a_mended_title_changes_no_identifier(tmp_path):
    """Every title mended, of release, event, project and tie, nothing is known by another name."""
    mended = {name: text.replace("title: Un", "title: L’") for name, text in KNOWN.items()}
    assert mended[f"{YEAR}/2024-05-06-visite.md"] != KNOWN[f"{YEAR}/2024-05-06-visite.md"]
    assert known_by(tmp_path / "a", mended) == known_by(tmp_path / "b", KNOWN)


def test_a_duplicate_is_refused_by_the_build(tmp_path, monkeypatch):
    """Were two entries of a feed to share an identifier, the build would say so and stop."""
    monkeypatch.setattr("city_relations.press.feeds.stable_id", lambda *_: "urn:uuid:1")
    files = {f"{YEAR}/2024-05-07-b.md": release(date="2024-05-07")}
    with pytest.raises(DuplicateError, match=r"atom\.xml: urn:uuid:1"):
        read_city(write_city(tmp_path, files))


def test_c4_lists_follow_the_moment_then_natural_order(tmp_path):
    """C4: of one day the hour decides, then numbers as people count, in every list alike."""
    hours = {"1-soir": "18:00", "9-jour": "", "10-jour": "", "02-matin": "09:00"}
    files = {
        f"{YEAR}/2024-05-06-{name}.md": release(
            title=name, more=f"embargo: 2024-05-06T{hour}\n" if hour else ""
        )
        for name, hour in hours.items()
    }
    site = read_city(write_bare_city(tmp_path, files))
    newest_first = ["1-soir", "02-matin", "10-jour", "9-jour"]
    assert [told.title for told in site.catalog.releases] == newest_first
    feed = json.loads(assets(site)["communiques/feed.json"])
    assert [entry["title"] for entry in feed["items"]] == newest_first
    listed = re.findall(r">([\d]+-(?:soir|matin|jour))<", site.pages["communiques/2024/"].body)
    assert listed == newest_first
    assert [m.title for m in site.catalog.milestones if m.releases] == newest_first[::-1]
    pages = [site.pages[f"communiques/2024/2024-05-06-{name}/"] for name in newest_first]
    assert [page.previous and page.previous.title for page in pages] == [*newest_first[1:], None]
    assert [page.next and page.next.title for page in pages] == [None, *newest_first[:-1]]


def test_c5_feeds_have_the_photos_of_a_release(tmp_path):
    """C5: a photo that no text shows is in the feed, with its credit, at a whole address."""
    photos = 'photos: [{file: place.jpg, alt: "Une place.", credit: "Ville de Port-Arden"}]\n'
    files = {
        f"{YEAR}/2024-05-06-a.md": release(more=photos),
        f"{YEAR}/place.jpg": picture(),
    }
    feed = json.loads(assets(read_city(write_bare_city(tmp_path, files)))["communiques/feed.json"])
    content = feed["items"][0]["content_html"]
    assert f'src="{URL}communiques/2024/2024-05-06-a/2024-05-06-a-1' in content
    assert "Ville de Port-Arden" in content
    assert not re.search(r'(?:src|href)="(?!https?://|mailto:)', content)
