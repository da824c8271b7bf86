"""The whole way from content to what is published, without an engine."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from city_relations.problems import ContentError
from city_relations.publish.site import collisions
from city_relations.published import Asset, Insert, Page
from small_city import catalog_of, read_city, release, write_bare_city

RELEASE = "press_releases/2024/2024-05-06-a.md"


def site_of(root, files=()):
    """Write a city and give its site."""
    return read_city(write_bare_city(root, files))


def test_a_small_city_is_published_whole(tmp_path):
    """Pages, files and inserts are all there, each under its own address or name."""
    site = site_of(tmp_path, {"press_releases/2024/2024-05-06-a.md": release()})
    assert {"partenaires/", "partenaires/turin/", "communiques/2024/2024-05-06-a/"} <= set(
        site.pages
    )
    assert {"home", "legal", "accessibility"} <= set(site.inserts)
    assert all(address == page.address for address, page in site.pages.items())


def test_every_page_is_fit_to_be_framed(tmp_path):
    """Each page has one title, a kind, a language, and an address that ends in a slash."""
    for page in site_of(
        tmp_path, {"press_releases/2024/2024-05-06-a.md": release()}
    ).pages.values():
        assert page.body.count("<h1") == 1, page.address
        assert page.address.endswith("/")
        assert (page.language, bool(page.kind), bool(page.title)) == ("fr", True, True)


def test_a_city_without_news_is_published_too(tmp_path):
    """One partner and no release make a site."""
    assert "partenaires/turin/" in site_of(tmp_path).pages


def test_a_city_without_partners_is_published_too(tmp_path):
    """A city that begins has a site; nothing in it needs a partner."""
    root = write_bare_city(tmp_path)
    (root / "partners" / "turin.yml").unlink()
    assert "partenaires/" in read_city(root).pages


def test_a_written_page_in_a_made_one_s_place_is_a_problem(tmp_path):
    """Two pages for one address publish nothing, and the file to rename is named."""
    with pytest.raises(ContentError) as raised:
        site_of(tmp_path, {"docs/partenaires/turin.md": "---\ntitle: X\n---\nx\n"})
    assert [p.file for p in raised.value.problems] == ["docs/partenaires/turin.md"]


def test_two_outputs_for_one_address_are_a_problem(tmp_path):
    """Pages and files are held against each other; inserts have no address."""
    catalog = catalog_of(tmp_path)
    page = Page("a/", "A", Markup(), "fr", "list")
    outputs = [page, Asset("a/x.csv", b""), Asset("a/x.csv", b""), Insert("home", Markup())]
    assert len(list(collisions(outputs, catalog))) == 1
