"""Drafts, whatever they lack: checked, and in nothing that a build publishes."""

from __future__ import annotations

from building import NOW
from city_relations.catalog import read_catalog
from city_relations.publish.site import read_site
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
