"""What is withdrawn is nowhere: in no page, kit, feed, cache or kept version; that is proved."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
from argparse import Namespace

import pytest

import forked
from building import environment, files
from city_relations.commands import publish, withdraw
from city_relations.commands.call import Call, Refused
from city_relations.commands.canaries import Canaries, runs_of, slice_of
from city_relations.language.words import words_for
from city_relations.store import store_of
from drawn import picture
from publishing import published_warm
from small_city import TURIN, write_city

NAME = "press_releases/2024/2024-05-06-fanfare.md"
TITLE = "La fanfare ornithorynque jouera sous la pluie"
CAPTION = "Deux enfants devant la rotonde bleue"
PHOTO = f"""photos:
  - file: fanfare.jpg
    alt: {CAPTION}.
    credit: Ville de Port-Arden
    people: adults
    consent: dossier 2024-12
  - file: place.jpg
    alt: Une place.
    credit: Ville de Port-Arden
"""
FANFARE = f"""---
title: {TITLE}
date: 2024-05-06
partners: [turin]
summary: Le résumé de la fanfare ornithorynque.
{PHOTO}---
Un texte où l’on montre ![la fanfare](fanfare.jpg) et [un lien](fanfare.jpg).
"""
OTHER = """---
title: Un autre communiqué
date: 2024-05-07
partners: [turin]
summary: Le résumé d’un autre.
---
Un texte.
"""
PAGE = "communiques/2024/2024-05-06-fanfare"


@pytest.fixture(scope="module")
def two_versions(tmp_path_factory):
    """Publish two versions of a city with a release and its photos; give where all of it is."""
    place = tmp_path_factory.mktemp("withdraw")
    told = {
        "partners/turin.yml": TURIN,
        NAME: FANFARE,
        "press_releases/2024/fanfare.jpg": picture(colour="#10e070"),
        "press_releases/2024/place.jpg": picture(colour="#e010d0"),
        "press_releases/2024/2024-05-07-autre.md": OTHER,
    }
    project = write_city(place / "city", told, base=False)
    for _ in range(2):
        status, said = published_warm(project, place / "www")
        assert status == 0, said
    return place


@pytest.fixture
def city(two_versions, tmp_path):
    """Return a copy of the city and of what is served."""
    shutil.copytree(two_versions, tmp_path / "all", symlinks=True)
    return tmp_path / "all" / "city", tmp_path / "all" / "www"


@pytest.fixture
def take_out(city, monkeypatch):
    """Return what withdraws something: its exit status and what it told, in French."""
    project, folder = city
    monkeypatch.chdir(project)
    monkeypatch.setattr(publish, "run_telling", forked.mkdocs_alone)
    for name, value in environment().items():
        monkeypatch.setenv(name, value)

    def work(what, *, served=True, entirely=False):
        options = Namespace(what=what, folder=folder if served else None, entirely=entirely)
        call = Call(project, words_for("fr"), options, environment(), io.StringIO())
        return withdraw.run(call), call.out.getvalue()

    return work


def traces(canaries, project, folder):
    """Return what is published or kept and holds a trace, by path."""
    kept = files(folder.parent / f".{folder.name}.versions") | files(store_of(project).folder)
    return [path for path, content in kept.items() if canaries.is_in(path, content)]


def kinds(canaries, folder):
    """Return the endings of the published files that hold a trace."""
    return {path.rpartition(".")[2] for path in canaries.found_in(folder.resolve())}


def test_a_release_is_withdrawn_from_everything(city, take_out):
    """Its words are in no version, cache, kit, feed or search, its page says so; others stay."""
    project, folder = city
    canaries = Canaries(runs=runs_of([TITLE, CAPTION]))
    assert kinds(canaries, folder) >= {"html", "xml", "json", "txt", "zip", "csv"}
    names = ("2024-05-06-fanfare-1-card.jpg", "2024-05-06-fanfare.pdf")
    drawn = [(folder / PAGE / name).read_bytes() for name in names]
    status, told = take_out(NAME)
    assert status == 0, told
    assert traces(canaries, project, folder) == []
    assert not {*drawn} & {*files(folder.parent / ".www.versions").values()}
    assert "Il a été retiré" in (folder / PAGE / "index.html").read_text("utf-8")
    assert "status: withdrawn" in (project / NAME).read_text("utf-8")
    assert "il n’en reste aucune" in told
    assert "communiques/2024/2024-05-07-autre/index.html" in files(folder)


def test_a_release_is_withdrawn_entirely(city, take_out):
    """Its file, its photos and its page are gone, and no word of it is left in the content."""
    project, folder = city
    status, told = take_out(NAME, entirely=True)
    assert status == 0, told
    assert not (project / NAME).exists()
    assert not list((project / "press_releases").rglob("*.jpg"))
    assert not (folder / PAGE).exists()
    assert list(Canaries(runs=runs_of([TITLE])).found_in(project)) == []


@pytest.mark.parametrize("what", ["press_releases/2024/fanfare.jpg", "Dossier 2024-12"])
def test_a_picture_or_a_consent_is_withdrawn(city, take_out, what):
    """The picture is in no form, kit or PDF, by name or by consent; the text stays."""
    project, folder = city
    old = [path.read_bytes() for path in folder.resolve().rglob("*fanfare-1*") if path.is_file()]
    whole = [path.read_bytes() for path in folder.resolve().rglob("*fanfare-1*.jpg")]
    cards = [path.read_bytes() for path in folder.resolve().rglob("*fanfare-1-card.jpg")]
    canaries = Canaries(
        slices=frozenset(slice_of(one) for one in whole if one not in cards),
        prints=frozenset(hashlib.sha256(one).hexdigest() for one in old),
        runs=runs_of([CAPTION]),
    )
    assert kinds(canaries, folder) >= {"jpg", "webp", "zip", "pdf", "html"}
    status, told = take_out(what)
    assert status == 0, told
    assert traces(canaries, project, folder) == []
    text = (project / NAME).read_text("utf-8")
    assert ("fanfare.jpg" in text, "place.jpg" in text, "et un lien." in text) == (
        False,
        True,
        True,
    )
    assert not (project / "press_releases/2024/fanfare.jpg").exists()
    assert TITLE in (folder / PAGE / "index.html").read_text("utf-8")


def test_what_is_not_there_is_refused(city, take_out):
    """A name that is no release, picture or consent is told, and nothing changes."""
    before = files(city[0] / "press_releases")
    with pytest.raises(Refused):
        take_out("press_releases/2024/rien.md")
    assert files(city[0] / "press_releases") == before


def test_content_that_would_break_is_left_as_it_was(city, take_out):
    """Where another text leads to the release, that is told, and nothing is withdrawn."""
    project, folder = city
    other = project / "press_releases/2024/2024-05-07-autre.md"
    other.write_text(OTHER + "Voir [la fanfare](2024-05-06-fanfare.md).\n", encoding="utf-8")
    before, versions = files(project / "press_releases"), files(folder)
    status, told = take_out(NAME, entirely=True)
    assert status == 1
    assert "2024-05-07-autre.md:8" in told
    assert "Rien n’a été retiré" in told
    assert (files(project / "press_releases"), files(folder)) == (before, versions)


def test_without_a_folder_the_site_is_built_and_searched(city, take_out):
    """Where a forge publishes, the site is built aside; the one on this machine is removed."""
    project, folder = city
    shutil.copytree(folder.resolve(), project / "site")
    status, told = take_out(NAME, served=False)
    assert status == 0, told
    assert not (project / "site").exists()


def test_what_git_still_holds_is_said(city, take_out):
    """Git's history is counted, with its first and last day, and the command that mends it."""
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@x.example"]
    for command in (["init", "-q"], ["add", "press_releases"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], cwd=city[0], check=True)
    told = take_out(NAME, served=False)[1]
    assert "L’historique de Git" in told
    assert f"git filter-repo --invert-paths --path {NAME}" in told


def test_the_search_sees_what_is_packed_escaped_or_folded():
    """A trace is found in JSON's escapes, a calendar's folds, markup and entities."""
    canaries = Canaries(runs=runs_of(["Été à Turin, demain"]))
    for name, content in {
        "a.html": "<p>Été <b>à</b>&nbsp;Turin,\n demain</p>",
        "b.html": '<img alt="Été à Turin, demain">',
        "a.json": '"\\u00c9t\\u00e9 \\u00e0 Turin, demain"',
        "a.ics": "SUMMARY:Été à Tu\r\n rin\\, demain",
        "a.xml": "&lt;p&gt;Été à &lt;i&gt;Turin&lt;/i&gt;, demain",
    }.items():
        assert canaries.is_in(name, content.encode()), name
    assert not canaries.is_in("a.html", "Été à Turin, hier".encode())
