"""Where everything lives, in each language, and how one page points to another."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from city_relations.language.words import words_for
from city_relations.links.addresses import Addresses, relative
from city_relations.schema.choices import Theme
from small_city import catalog_of, release

FR, EN = Addresses(words_for("fr")), Addresses(words_for("en"))
SEGMENT = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=8)
ADDRESS = st.lists(SEGMENT, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))


def test_addresses_are_in_the_language_of_the_site():
    """The same pages live under French and under English names."""
    assert (FR.partners, FR.releases, FR.timeline) == (
        "partenaires/",
        "communiques/",
        "chronologie/",
    )
    assert (EN.partners, EN.releases, EN.timeline) == ("partners/", "press-releases/", "timeline/")
    assert (FR.map, FR.themes, FR.home) == ("carte/", "thematiques/", "")


def test_a_partner_and_a_year_live_below_their_lists():
    """A partner's page lies below the partners', a year below the releases'."""
    assert FR.partner("turin") == "partenaires/turin/"
    assert FR.year(2024) == "communiques/2024/"


def test_a_release_lives_under_its_year_and_a_translation_under_its_original(tmp_path):
    """The file's name becomes the address; the language is one folder further."""
    folder = "press_releases/2024/2024-05-06-essai"
    files = {f"{folder}.md": release(), f"{folder}.it.md": release("Titolo")}
    catalog = catalog_of(tmp_path, files)
    assert FR.release(catalog.releases[0]) == "communiques/2024/2024-05-06-essai/"
    (translation,) = catalog.translations["2024-05-06-essai"]
    assert FR.release(translation) == "communiques/2024/2024-05-06-essai/it/"


@pytest.mark.parametrize("addresses", [FR, EN], ids=["fr", "en"])
def test_every_theme_has_its_own_plain_address(addresses):
    """Themes live at different addresses of a-z, 0-9 and hyphens."""
    found = [addresses.theme(theme) for theme in Theme]
    assert len(set(found)) == len(found)
    assert all(a.replace("/", "").replace("-", "").isalnum() and a.isascii() for a in found)


def test_a_theme_lives_where_its_language_would_write_it():
    """German writes its umlauts in two letters."""
    german = Addresses(words_for("de"))
    assert german.theme(Theme.PARTICIPATION) == "themen/buergerbeteiligung/"
    assert german.theme(Theme.SOLIDARITY) == "themen/solidaritaet/"


@pytest.mark.parametrize(
    ("page", "address"),
    [
        *(("index.md", ""), ("README.md", ""), ("a/index.md", "a/"), ("a/README.md", "a/")),
        *(("liens.md", "liens/"), ("a/b.md", "a/b/"), ("my-index.md", "my-index/")),
    ],
)
def test_a_written_page_lives_where_mkdocs_puts_it(page, address):
    """`index.md` or `README.md` is its folder, any other page a folder of its own."""
    assert Addresses.written(page) == address


@pytest.mark.parametrize(
    ("target", "here", "url"),
    [
        ("partenaires/turin/", "communiques/2023/", "../../partenaires/turin/"),
        ("", "", "./"),
        ("", "a/b/", "../../"),
        ("a/", "a/", "./"),
        ("a/#p-x", "a/b/", "../#p-x"),
        ("donnees/x.csv", "donnees/", "x.csv"),
    ],
)
def test_a_page_points_to_another(target, here, url):
    """The relative URL is the shortest, and a folder ends in a slash."""
    assert relative(target, here) == url


@given(ADDRESS, ADDRESS)
def test_a_relative_url_leads_back(target, here):
    """A browser that follows the relative URL arrives at the address meant."""
    root = "https://x.example/"
    assert urljoin(root + here, relative(target, here)) == root + target
