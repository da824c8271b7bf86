"""Feeds: valid to a reader's program, whole, and changed only by corrections."""

from __future__ import annotations

import json
import re

import feedparser
import pytest

from small_city import RELEASE, URL, assets, read_city, write_city

CORRECTED = RELEASE.replace(
    "---\nUn", "corrections: [{date: 2024-06-01, note: Une date.}]\n---\nUn"
)
NAME = "press_releases/2024/2024-05-19-turin.md"


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """Read the small city and give its files."""
    return assets(read_city(write_city(tmp_path_factory.mktemp("feeds"))))


def entry(tmp_path, release):
    """Return the entry of the small city's release, told by the Atom feed."""
    told = assets(read_city(write_city(tmp_path, {NAME: release})))
    return feedparser.parse(told["communiques/atom.xml"]).entries[0]


def test_each_subject_has_both_feeds(published):
    """All releases, each partner and each theme with news have an Atom and a JSON feed."""
    for folder in ("communiques/", "partenaires/turin/", "thematiques/culture/"):
        assert {f"{folder}atom.xml", f"{folder}feed.json"} <= set(published)


def test_atom_is_well_formed(site):
    """A program that reads feeds finds no fault in any feed of the city's own site."""
    found = sorted(site.rglob("atom.xml"))
    assert found
    for path in found:
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, (path, feed.bozo_exception)
        assert feed.version == "atom10"
        assert feed.feed.id.startswith("urn:uuid:")
        assert feed.feed.updated == max(entry.updated for entry in feed.entries)
        ids = [entry.id for entry in feed.entries]
        assert len(ids) == len(set(ids)) > 0
        for told in feed.entries:
            assert told.title
            assert told.link.startswith("https://")
            assert told.content[0].value


def test_json_feed_holds_what_version_1_1_asks(site):
    """Every JSON feed of the city's own site has the fields that version 1.1 requires."""
    for path in sorted(site.rglob("feed.json")):
        feed = json.loads(path.read_text(encoding="utf-8"))
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        for item in feed["items"]:
            assert item["id"]
            assert item["content_html"]
            assert re.fullmatch(
                r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", item["date_published"]
            )
            assert item["date_modified"] >= item["date_published"]


def test_links_are_whole(published):
    """A link to a page of the site leads there from any reader."""
    told = feedparser.parse(published["communiques/atom.xml"]).entries[0].content[0].value
    assert f'href="{URL}partenaires/turin/"' in told
    assert "../" not in told


def test_a_correction_updates_the_entry(tmp_path):
    """A correction moves `updated` and is told; `published` and the identifier stay."""
    before, after = entry(tmp_path / "a", RELEASE), entry(tmp_path / "b", CORRECTED)
    assert (before.published, before.updated) == ("2024-05-19T00:00:00+02:00",) * 2
    assert (after.published, after.updated) == (before.published, "2024-06-01T00:00:00+02:00")
    assert after.id == before.id
    assert "Une date." in after.content[0].value


def test_an_embargo_dates_the_entry(tmp_path):
    """A release under embargo is published when the embargo ends, not at midnight."""
    release = RELEASE.replace("---\nUn", "embargo: 2024-05-19T11:00\n---\nUn")
    assert entry(tmp_path, release).published == "2024-05-19T11:00:00+02:00"


def test_hostile_titles_stay_text(tmp_path):
    """A title with markup in it is told as its characters in both forms."""
    title = '"</title> ]]> & fin"'
    told = assets(
        read_city(write_city(tmp_path, {NAME: RELEASE.replace('"Un jumelage fêté"', title)}))
    )
    feed = feedparser.parse(told["communiques/atom.xml"])
    assert not feed.bozo
    assert "&lt;/title&gt; ]]&gt; &amp; fin" in told["communiques/atom.xml"].decode()
    assert json.loads(told["communiques/feed.json"])["items"][0]["title"] == "</title> ]]> & fin"


def test_pages_tell_of_their_feeds(site):
    """Every page tells of the feed of all releases, a partner's page of its own too."""
    page = (site / "partenaires/turin/index.html").read_text(encoding="utf-8")
    links = re.findall(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)"', page)
    assert ("application/atom+xml", "../../communiques/atom.xml") in links
    assert ("application/atom+xml", "atom.xml") in [(k, h.removeprefix("./")) for k, h in links]
    assert ("application/feed+json", "feed.json") in [(k, h.removeprefix("./")) for k, h in links]
