"""The site in one language: words, names, links and templates that escape."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, UndefinedError

from city_relations.rendering.edition import Edition
from small_city import catalog_of, edition_of, profile, release

ARABIC = "تارودانت"


@pytest.fixture
def edition(tmp_path):
    """Return a French edition with one partner named in two languages and one release."""
    files = {
        "partners/taroudant.yml": profile(f"{{fr: Taroudant, ar: {ARABIC}}}"),
        "press_releases/2024/2024-05-06-a.md": release("Un & deux"),
        "press_releases/2030/2030-05-06-b.md": release(date="2030-05-06"),
    }
    return edition_of(catalog_of(tmp_path, files))


def rendered(edition, template, **data):
    """Render a template given as text, at a partner's page."""
    edition._templates.loader = DictLoader({"t.html": template})  # noqa: SLF001 - no other way in
    return edition.render("t.html", here="partenaires/turin/", **data)


def test_a_name_is_not_said_twice(tmp_path):
    """A partner's own name stands beside the readers', unless they say the same."""
    told = profile(f"{{fr: Taroudant, ar: {ARABIC}}}", f"local_name: {{ar: {ARABIC}}}\n")
    catalog = catalog_of(tmp_path, {"partners/taroudant.yml": told})
    partner = catalog.partner("taroudant")
    assert edition_of(catalog).local_names(partner) == {"ar": ARABIC}
    assert edition_of(catalog, "ar").local_names(partner) == {}


def test_templates_escape_what_they_are_given(edition):
    """A value that is not finished HTML is escaped."""
    assert rendered(edition, "{{ x }}", x="<b>&\"'") == "&lt;b&gt;&amp;&#34;&#39;"


def test_templates_refuse_what_is_not_there(edition):
    """A name nobody gave is an error, never an empty word."""
    with pytest.raises(UndefinedError):
        rendered(edition, "{{ lost }}")


def test_templates_link_from_the_page_they_are_for(edition):
    """An address is told as seen from the page being rendered."""
    assert rendered(edition, "{{ link(addresses.map) }}") == "../../carte/"


def test_texts_in_another_language_say_so(edition):
    """A text only there in another language is marked with it, its direction too."""
    partner = edition.catalog.partner("taroudant")
    assert edition.text(partner.name) == "Taroudant"
    in_english = Edition(edition.catalog, "ar", edition._renderer, "/")  # noqa: SLF001
    assert in_english.plain(partner.name) == ARABIC
    assert edition.text(None) == ""


def test_an_author_s_link_leads_to_the_page_of_the_file(edition):
    """A link to a content file becomes the URL of its page, from where it is told."""
    file = "press_releases/2024/2024-05-06-a.md"
    prose = edition.prose("[T](../../partners/taroudant.yml)", file, "communiques/2024/x/")
    assert 'href="../../../partenaires/taroudant/"' in prose.html


def test_a_link_to_what_waits_is_plain_text(edition):
    """A release not yet published is not linked to, so that nobody learns its address."""
    file = "press_releases/2024/2024-05-06-a.md"
    html = edition.prose("[bientôt](../2030/2030-05-06-b.md)", file, "communiques/2024/x/").html
    assert "bientôt" in html
    assert "2030" not in html


def test_countries_and_partners_are_named_in_the_language(edition):
    """Italy is Italie; a partner's link is its page and its name."""
    assert edition.country("IT") == "Italie"
    link = edition.partner_link(edition.catalog.partner("taroudant"))
    assert (link.address, link.title) == ("partenaires/taroudant/", "Taroudant")
    assert edition.home_link().address == ""
    assert edition.absolute("carte/") == "https://port-arden.example/carte/"


def test_partners_stand_by_name_accents_aside(tmp_path):
    """Écublens stands between Dakar and Fès, wherever partners are listed."""
    names = {"fes": "Fès", "ecublens": "Écublens", "turin": "Dakar"}
    files = {f"partners/{slug}.yml": profile(name) for slug, name in names.items()}
    found = edition_of(catalog_of(tmp_path, files)).partners
    assert [partner.slug for partner in found] == ["turin", "ecublens", "fes"]
