"""Drafts, whatever they lack: checked, seen in a preview, and in nothing that a build publishes."""

from __future__ import annotations

from building import NOW
from city_relations.catalog import read_catalog
from city_relations.content.memory import Memory
from city_relations.publish.site import Way, read_site
from small_city import URL, release, write_bare_city

DRAFT = "press_releases/2027/2027-05-06-projet.md"
LACKING = "press_releases/2024/2024-05-06-sans-rien.md"
FILES = {
    DRAFT: release(
        "Un projet", "2027-05-06", "nulle-part", "status: draft\nembargo: 2027-05-06T11:00\n"
    ),
    LACKING: "---\nstatus: draft\n---\nUn texte.\n",
}


def test_a_build_shows_none(tmp_path):
    """No build has anything of a draft, however much the draft lacks."""
    root = write_bare_city(tmp_path / "site", FILES)
    assert read_catalog(root, NOW).releases == ()
    site = read_site(root, NOW, URL)
    assert not any("projet" in address or "sans-rien" in address for address in site.pages)


def test_a_preview_shows_drafts_marked(tmp_path):
    """Whatever a draft lacks, and whenever it is for, a preview shows it, marked in its title."""
    root = write_bare_city(tmp_path / "site", FILES)
    catalog = read_catalog(root, NOW, memory=Memory())
    told = {one.file: one for one in catalog.releases}
    assert all(one.date.first <= catalog.today for one in catalog.releases)
    assert told[DRAFT].title == "BROUILLON – Un projet"
    assert told[DRAFT].partners == ()
    assert told[LACKING].title == "BROUILLON – sans-rien"


def test_a_preview_has_a_page_of_each(tmp_path):
    """Each draft has its page in a preview, and every page of the site is made."""
    root = write_bare_city(tmp_path / "site", FILES)
    site = read_site(root, NOW, URL, way=Way(memory=Memory()))
    pages = [page for page in site.pages.values() if "BROUILLON" in page.title]
    assert len(pages) == len(FILES)
    assert all("BROUILLON" in page.body for page in pages)
