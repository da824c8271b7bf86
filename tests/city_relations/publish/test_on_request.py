"""A preview makes what is asked for when it is asked for: the same bytes as a build."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import NOW, files
from city_relations.content.memory import Memory
from city_relations.problems import ContentError
from city_relations.publish.layout import Surroundings, layouts
from city_relations.publish.linked import Named, linked_pages, linked_paths
from city_relations.publish.on_request import OnRequest
from city_relations.publish.searching import write_search
from city_relations.publish.site import Way, read_site
from city_relations.publish.sitemap import sitemap
from city_relations.publish.writing import write_pages
from city_relations.store import store_of
from small_city import (
    CONFIGURATION,
    URL,
    assets,
    picture,
    read_city,
    release,
    write_bare_city,
    write_city,
)

MOVED = {
    "docs/index.md": "---\ntitle: Accueil\n---\n"
    "[PDF](communiques/2024/2024-05-06-a/2024-05-06-a.pdf), [données](donnees/partenaires.csv#x)\n",
    "partners/gand.yml": "name: Gand\ncountry: BE\nformerly: [gent]\n"
    "ties: [{kind: twinning, since: 1990}]\n",
    "press_releases/2024/2024-05-06-a.md": release(more="formerly: [2024-05-06-b]\n"),
    "press_releases/2024/2024-05-07-c.md": release("Autre", "2024-05-07", "gand"),
}

DRAFTS = {
    "press_releases/2024/2024-06-01-projet.md": release(
        "Un projet", "2024-06-01", "nulle-part", "status: draft\nphotos: [{file: vue.png}]\n"
    ),
    "press_releases/2024/2024-06-02-sans-rien.md": "---\nstatus: draft\n---\nUn texte.\n",
    "press_releases/2024/vue.png": picture(),
}
ITS_PAGE = "communiques/2024/2024-06-01-projet/index.html"


def previewed(root, memory=None):
    """Read a city as a preview does."""
    return read_site(root, NOW, URL, way=Way(memory=memory or Memory()))


def answers(site, folder):
    """Return what answers for a site in a preview."""
    return OnRequest(site, layouts(site, Surroundings("Port-Arden")), (), (), folder)


def made_in_store(root):
    """Return the kinds of costly files that were made."""
    found = store_of(root).folder.rglob("*.*")
    return {path.suffix for path in found} & {".pdf", ".png", ".zip"}


def written(folder, site):
    """Write all that a build publishes of a site, hand-written pages aside; give it by path."""
    for path, content in assets(site).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    write_pages(folder, site, layouts(site, Surroundings("Port-Arden")))
    write_search(folder, site, ())
    (folder / "sitemap.xml").write_bytes(str(sitemap(site, ())).encode())
    return files(folder)


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """Return a site that is built, the folder it is written to, and the same one in a preview."""
    settings = CONFIGURATION.replace("languages: [fr]", "languages: [fr, en]")
    root = write_city(tmp_path_factory.mktemp("city"), MOVED, settings=settings)
    shown = previewed(root)
    was_made = made_in_store(root)
    built, folder = read_city(root), tmp_path_factory.mktemp("site")
    written(folder, built)
    return folder, answers(shown, tmp_path_factory.mktemp("engine")), was_made


def test_no_pdf_and_no_card_is_made_before_it_is_asked_for(both):
    """Reading a site for a preview sets no PDF, draws no card and packs no kit."""
    _, _, was_made = both
    assert was_made == set()


def test_whatever_a_build_writes_is_answered_byte_for_byte(both):
    """Pages, PDF, cards, kits, feeds, data, files at old addresses, search and map: all alike."""
    folder, shown, _ = both
    found = files(folder)
    kinds = {Path(path).suffix for path in found}
    assert {".html", ".pdf", ".png", ".zip", ".csv", ".json", ".ics", ".xml"} <= kinds
    different = [path for path, content in found.items() if shown.find(path) != content]
    assert different == []


def test_the_engine_knows_what_hand_written_pages_lead_to(both):
    """A file that a page names is known by its path before it is made, and no other file is."""
    _, shown, _ = both
    named = Named(shown.site)
    assert sorted(linked_paths(shown.site, named)) == [
        "communiques/2024/2024-05-06-a/2024-05-06-a.pdf",
        "donnees/partenaires.csv",
    ]
    assert "communiques/2024/2024-05-06-a/" in linked_pages(shown.site, named)
    assert "partenaires/turin/" not in linked_pages(shown.site, named)
    assert "partenaires/turin/" in linked_pages(
        shown.site, Named(shown.site, "[{'Turin': 'partenaires/turin/'}]")
    )


def test_what_is_nowhere_is_nothing(both):
    """A path that no build writes is answered by nobody."""
    _, shown, _ = both
    asked = ("", "x", "x/index.html", "partenaires", "recherche/words/99.json", "../mkdocs.yml")
    assert [shown.find(path) for path in asked] == [None] * len(asked)


def test_an_address_taken_twice_is_refused_in_a_preview_too(tmp_path):
    """Though no page is made, a hand-written one in its place is told by its file."""
    root = write_bare_city(tmp_path, {"docs/partenaires/turin.md": "---\ntitle: X\n---\nx\n"})
    with pytest.raises(ContentError) as raised:
        previewed(root)
    assert [p.file for p in raised.value.problems] == ["docs/partenaires/turin.md"]


def test_drafts_are_answered_marked_whatever_they_lack(tmp_path):
    """The pages of drafts, and every file of theirs, are answered in a preview, with the mark."""
    site = previewed(write_city(tmp_path / "city", DRAFTS))
    shown = answers(site, tmp_path)
    for path in (ITS_PAGE, ITS_PAGE.replace("01-projet", "02-sans-rien")):
        assert "<h1>BROUILLON – " in shown.find(path).decode()
    assert "BROUILLON" in shown.find("communiques/index.html").decode()
    paths = {path for one in site.later for path in one.paths if "2024-06-0" in path}
    assert {path.rpartition(".")[2] for path in paths} >= {"pdf", "png"}
    assert all(shown.find(path) for path in paths)


def test_a_build_writes_the_same_with_drafts_as_without(tmp_path):
    """No page, list, feed, file, map or search of a build knows of a draft."""
    without = read_city(write_city(tmp_path / "without"))
    read = read_city(write_city(tmp_path / "city", DRAFTS))
    assert answers(read, tmp_path).find(ITS_PAGE) is None
    assert written(tmp_path / "a", read) == written(tmp_path / "b", without)
