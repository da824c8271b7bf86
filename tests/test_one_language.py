"""A further language changes nothing of what readers of the first are told."""

from __future__ import annotations

from building import NOW
from city_relations.publish.site import read_site
from small_city import CONFIGURATION, RELEASE, TURIN, URL, write_city

CITY = {"partners/turin.yml": TURIN, "press_releases/2024/2024-05-19-turin.md": RELEASE}


def bodies(root, languages):
    """Return the bodies of all pages of a city in some languages, by their addresses."""
    told = CONFIGURATION.replace("languages: [fr]", f"languages: [{languages}]")
    site = read_site(write_city(root, CITY, settings=told), NOW, URL)
    return {page.address: str(page.body) for page in site.pages.values()}


def test_a_page_of_one_language_is_byte_equal_in_a_site_of_three(tmp_path):
    """Whatever languages stand beside it, a page's body is what it is in a site of one."""
    alone, among = bodies(tmp_path / "one", "fr"), bodies(tmp_path / "three", "fr, de, ar")
    assert len(alone) > 10
    assert {address: among[address] for address in alone} == alone
    assert len(among) > 2 * len(alone)
