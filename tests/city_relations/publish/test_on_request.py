"""A preview makes what is asked for when it is asked for: the same bytes as a build."""

from __future__ import annotations

import pytest

from building import NOW
from city_relations.content.memory import Memory
from city_relations.problems import ContentError
from city_relations.publish.layout import Surroundings, layouts
from city_relations.publish.on_request import OnRequest, linked_paths
from city_relations.publish.searching import write_search
from city_relations.publish.site import Way, read_site
from city_relations.publish.sitemap import sitemap
from city_relations.publish.writing import write_pages
from city_relations.store import store_of
from small_city import CONFIGURATION, URL, assets, read_city, release, write_bare_city, write_city

MOVED = {
    "docs/index.md": "---\ntitle: Accueil\n---\n"
    "[PDF](communiques/2024/2024-05-06-a/2024-05-06-a.pdf), [données](donnees/partenaires.csv#x)\n",
    "partners/gand.yml": "name: Gand\ncountry: BE\nformerly: [gent]\n"
    "ties: [{kind: twinning, since: 1990}]\n",
    "press_releases/2024/2024-05-06-a.md": release(more="formerly: [2024-05-06-b]\n"),
    "press_releases/2024/2024-05-07-c.md": release("Autre", "2024-05-07", "gand"),
}


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


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """Return a site that is built, the folder it is written to, and the same one in a preview."""
    settings = CONFIGURATION.replace("languages: [fr]", "languages: [fr, en]")
    root = write_city(tmp_path_factory.mktemp("city"), MOVED, settings=settings)
    shown = previewed(root)
    was_made = made_in_store(root)
    built, folder = read_city(root), tmp_path_factory.mktemp("site")
    for path, content in assets(built).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    write_pages(folder, built, layouts(built, Surroundings("Port-Arden")))
    write_search(folder, built, ())
    (folder / "sitemap.xml").write_bytes(str(sitemap(built, ())).encode())
    return folder, answers(shown, tmp_path_factory.mktemp("engine")), was_made


def test_no_pdf_and_no_card_is_made_before_it_is_asked_for(both):
    """Reading a site for a preview sets no PDF, draws no card and packs no kit."""
    _, _, was_made = both
    assert was_made == set()


def test_whatever_a_build_writes_is_answered_byte_for_byte(both):
    """Pages, PDF, cards, kits, feeds, data, files at old addresses, search and map: all alike."""
    folder, shown, _ = both
    written = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    kinds = {path.suffix for path in written.values()}
    assert {".html", ".pdf", ".png", ".zip", ".csv", ".json", ".ics", ".xml"} <= kinds
    different = [path for path, file in written.items() if shown.find(path) != file.read_bytes()]
    assert different == []


def test_the_engine_knows_what_hand_written_pages_lead_to(both):
    """A file that a page names is known by its path before it is made, and no other file is."""
    _, shown, _ = both
    assert sorted(linked_paths(shown.site)) == [
        "communiques/2024/2024-05-06-a/2024-05-06-a.pdf",
        "donnees/partenaires.csv",
    ]


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
