"""What the theme prints around every page: escaped words, true addresses, a clean tree."""

from __future__ import annotations

from markupsafe import Markup

from city_relations.publish.frame import frame, missing
from city_relations.publish.layout import Surroundings, is_needed, layout
from city_relations.publish.menus import MenuItem
from city_relations.published import Link, Page
from small_city import CONFIGURATION, catalog_of, edition_of

PAGE = Page("a/b/", "A & B", Markup("<h1>A</h1>"), "fr", "list")


def test_the_words_of_masthead_and_foot_are_escaped(tmp_path):
    """A publisher with signs of HTML in its name is told letter by letter in every document."""
    settings = CONFIGURATION.replace("Ville de Port-Arden", '"Ville <b> & Co"')
    edition = edition_of(catalog_of(tmp_path, settings=settings))
    told = frame(edition, PAGE, layout(edition, Surroundings("À l’étranger <i>")))
    assert "Ville &lt;b&gt; &amp; Co" in told
    assert "À l’étranger &lt;i&gt;" in told
    assert "<title>A &amp; B" in told
    assert "<b>" not in told


def test_only_what_a_page_asks_for_is_published():
    """What is ours or the city's stays; Material's own goes, its search with it."""
    kept = (
        "assets/relations/base.css",
        "index.md",
        "assets/images/a-picture-of-the-city.png",
    )
    left = (
        "assets/javascripts/bundle.1.min.js",
        "assets/stylesheets/main.1.min.css",
        "assets/images/favicon.png",
        "assets/javascripts/lunr/min/lunr.fr.min.js",
        "assets/javascripts/workers/search.1.min.js",
        "assets/javascripts/workers/search.1.min.js.map",
    )
    assert all(map(is_needed, kept))
    assert not any(map(is_needed, left))


def test_the_document_of_a_missing_address_links_from_the_root_of_the_host(tmp_path):
    """It is served at any depth: below a folder, every link in it begins with that folder."""
    edition = edition_of(catalog_of(tmp_path))
    edition.site_url = "https://rivage.example/international/"
    around = Surroundings("Port-Arden", menu=(MenuItem("Carte", "carte/"),))
    told = missing(edition, layout(edition, around))
    assert 'href="/international/carte/"' in told
    assert 'href="/international/assets/relations/base.css"' in told
    assert "canonical" not in told


def test_an_entry_of_the_menu_holds_what_stands_below_it():
    """A page is below the entry its trail leads through, or whose section holds it; not home."""
    home, listed = MenuItem("Accueil", ""), MenuItem("Communiqués", "communiques/")
    section = MenuItem("La ville", "ville/", frozenset(("ville/", "ville/histoire/")))
    trail = (Link("", "Accueil"), Link("communiques/", "Communiqués"))
    release = Page("communiques/2024/", "2024", Markup(), "fr", "list", trail=trail)
    written = Page("ville/histoire/", "Histoire", Markup(), "fr", "text")
    assert [one.holds(release) for one in (home, listed, section)] == [False, True, False]
    assert [one.holds(written) for one in (home, listed, section)] == [False, False, True]


def test_the_staff_find_the_source_of_a_page():
    """The address to edit is that of the source in the forge; without a forge there is none."""
    page = Page("a/", "A", Markup(), "fr", "partner", source="partners/a.yml")
    around = Surroundings("R", edit_base="https://forge.example/r/edit/main/docs/")
    assert around.edit_url(page) == "https://forge.example/r/edit/main/partners/a.yml"
    assert Surroundings("R").edit_url(page) == ""
