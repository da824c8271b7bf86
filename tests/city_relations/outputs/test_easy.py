"""Easy language: a page where somebody wrote it, in that language alone, and a way back."""

import pytest

from city_relations.content.written_pages import written_page
from city_relations.documents import Document
from city_relations.documents.reading import Reading
from small_city import CONFIGURATION, picture, profile, read_city, write_city

EASY = """easy: {fr: "Ville.\\nGrande.", de: "Turin ist eine Stadt."}
about: Une ville.
photos: [{file: turin.png, alt: Un pont, credit: Ville, people: none}]
"""
SETTINGS = CONFIGURATION.replace("[fr]", "[fr, de, en]").replace(
    "    time_zone",
    "    easy: [{kind: jumelage, text: {fr: Deux villes sont amies.}}]\n    time_zone",
)


@pytest.fixture(scope="module", name="site")
def small_site(tmp_path_factory):
    """Return a city told in three languages, a partner and a page of which are in easy words."""
    files = {
        "partners/turin.yml": profile(more=EASY),
        "partners/turin.png": picture(),
        "partners/oslo.yml": profile("Oslo"),
        "docs/liens.md": "---\ntitle: Liens\n---\n# Liens\n",
        "docs/liens.easy.md": "---\ntitle: Les liens\n---\n# Les liens\n\nUn lien.\n",
        "docs/liens.de.md": "---\ntitle: Bindungen\n---\n# Bindungen\n",
    }
    root = tmp_path_factory.mktemp("easy")
    return read_city(write_city(root / "city", files, base=False, settings=SETTINGS))


def test_a_page_stands_in_the_languages_it_was_written_in(site):
    """Nobody wrote English, so English has none; each language says the address in its words."""
    assert "partenaires/turin/facile/" in site.pages
    assert "de/partner/turin/leichte-sprache/" in site.pages
    assert not any("oslo/facile" in at or "easy-read" in at for at in site.pages)


def test_a_page_is_found_from_its_page_and_back(site):
    """Each version of a page knows the other, hand-written ones too."""
    easy = site.catalog.easy
    assert easy.versions["partenaires/turin/"] == "partenaires/turin/facile/"
    assert easy.versions["liens/"] == "liens/facile/"
    assert easy.versions[""] == "facile/"
    assert easy.versions["de/"] == "de/leichte-sprache/"
    assert "de/liens/" not in easy.versions
    assert easy.ordinary["liens/facile/"] == "liens/"


def test_easy_pages_are_one_another_s_translation(site):
    """The easy page in German stands for the easy page in French, never for the ordinary one."""
    assert site.catalog.in_languages("partenaires/turin/facile/") == {
        "fr": "partenaires/turin/facile/",
        "de": "de/partner/turin/leichte-sprache/",
    }
    assert site.catalog.in_languages("liens/facile/") == {"fr": "liens/facile/"}
    assert site.catalog.in_languages("liens/") == {"fr": "liens/", "de": "de/liens/"}


def test_the_list_names_what_is_told(site):
    """It leads to each page, and explains the kinds of tie the city explains."""
    body = site.pages["facile/"].body
    assert 'href="../partenaires/turin/facile/"' in body
    assert 'href="../liens/facile/"' in body
    assert "Deux villes sont amies." in body
    german = site.pages["de/leichte-sprache/"].body
    assert "Deux villes" not in german
    assert "facile" not in german


def test_a_partner_s_page_tells_its_text_and_its_kinds(site):
    """The kind of its tie is explained below, in the same language or not at all."""
    page = site.pages["partenaires/turin/facile/"]
    assert (page.kind, page.language, page.source) == ("easy", "fr", "partners/turin.yml")
    assert "<p>Ville.\nGrande.</p>" in page.body
    assert "Deux villes sont amies." in page.body
    assert 'alt="Un pont"' in page.body
    assert "Deux villes" not in site.pages["de/partner/turin/leichte-sprache/"].body


def test_the_ordinary_page_says_nothing_of_another_language(site):
    """An easy text in German does not make the French page one with foreign texts."""
    assert "traduction" not in site.pages["partenaires/turin/"].body


@pytest.mark.parametrize(
    ("name", "language", "original", "eases"),
    [
        ("liens.easy.md", "", "liens.easy.md", "liens.md"),
        ("liens.de.easy.md", "de", "liens.easy.md", "liens.de.md"),
        ("a/index.easy.md", "", "a/index.easy.md", "a/index.md"),
        ("liens.md", "", "liens.md", ""),
        ("easy.md", "", "easy.md", ""),
        ("easy.de.md", "de", "easy.md", ""),
    ],
)
def test_a_name_says_what_a_page_is(name, language, original, eases):
    """`.easy` stands after the language, before the ending."""
    page = written_page(f"docs/{name}", Document(f"docs/{name}", Reading("", [])), ["de"])
    assert (page.language, page.original, page.eases) == (language, original, eases)
