"""`relations upgrade`: a city begun by an older version comes to this one, and loses nothing."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pytest

from building import ROOT, built, files
from city_relations.commands import upgrade
from city_relations.language.words import words_for
from city_relations.starter import files as starter_files
from city_relations.upgrading.earlier import first_manifest
from city_relations.upgrading.manifest import MANIFEST
from city_relations.upgrading.plan import NEW
from city_relations.upgrading.steps import STEPS
from city_relations.upgrading.writing import STAGED

# What `relations init` of 0.9.0 wrote, but the schemas of editors, which are made anew; frozen.
FROZEN = ROOT / "tests" / "upgrade" / "0.9.0.json"
PARTNER = """name: Turin
country: IT
coordinates: {lat: 45.07, lon: 7.69}
ties: [{kind: twinning, since: 1957, themes: [culture]}]
checked: {on: 2026-11-22, next: 2027-05}  # par le service
"""
INSTALLED = version("city-relations")
EDITED = (
    *("LISEZMOI.md", "docs/index.md", "docs/accessibilite.md", "Makefile"),
    *(".github/workflows/site.yml", "mkdocs.yml"),
)


def read(folder):
    """Return the text of each file of a folder, by path; what is kept for the next call is none."""
    found = {name: data for name, data in files(folder).items() if not name.startswith(".cache/")}
    return {name: content.decode() for name, content in found.items()}


@pytest.fixture
def city(tmp_path, monkeypatch, relations):
    """Return the frozen city, with a partner of its own, and a way to call commands in it."""
    folder = tmp_path / "annecy"
    frozen = json.loads(FROZEN.read_text(encoding="utf-8"))
    for name, text in {**frozen, "partners/turin.yml": PARTNER}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder, relations


def test_what_the_first_version_wrote_is_known(city):
    """Each file of the frozen city is known to be as version 0.9.0 wrote it, but its settings."""
    folder, _ = city
    facts = first_manifest(folder, "mkdocs.yml", INSTALLED).facts
    written = starter_files(facts, words_for("fr"), before="0.9.0")
    frozen = json.loads(FROZEN.read_text(encoding="utf-8"))
    assert written.keys() == frozen.keys() - {"mkdocs.yml"}
    assert {name: text for name, text in frozen.items() if written.get(name, text) != text} == {}


def test_a_frozen_city_comes_to_this_version_and_loses_nothing(city, tmp_path):
    """What nobody changed is written anew, settings and content stay, and the city builds."""
    folder, relations = city
    before = read(folder)
    status, told = relations("upgrade", "--yes")
    assert status == 0, told
    after = read(folder)
    assert before.keys() <= after.keys()
    assert after["mkdocs.yml"] == before["mkdocs.yml"]
    assert "relations: privacy" in after["docs/donnees-personnelles.md"]
    assert after["partners/turin.yml"] == PARTNER.replace("{on:", "{date:")
    assert json.loads(after[MANIFEST])["steps"] == len(STEPS)
    assert "Ce site appartient" not in told
    status, told = relations("upgrade")
    assert (status, told.splitlines()[0]) == (
        0,
        f"Rien n’est à changer pour la version {INSTALLED}.",
    )
    site = built(folder, tmp_path / "site")
    assert "turin" in (site / "partenaires" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_badly_saved_file_is_read_as_the_check_reads_it(city, encoding):
    """A file whose accents are badly saved is no reason to stop: it is written in UTF-8."""
    folder, relations = city
    told = PARTNER.replace("service", "secrétariat")
    (folder / "partners" / "turin.yml").write_bytes(told.encode(encoding))
    status, shown = relations("upgrade", "--yes")
    assert status == 0, shown
    assert read(folder)["partners/turin.yml"] == told.replace("{on:", "{date:")


def test_six_edited_files_stay_and_are_shown(city):
    """A file the city changed stays as it is; the new text lies beside, and the lines are shown."""
    folder, relations = city
    for name in EDITED:
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8") + "# à nous\n", encoding="utf-8")
    (folder / "press_releases" / "LISEZMOI.md").unlink()
    before = read(folder)
    status, told = relations("upgrade", "--yes")
    assert status == 0, told
    after = read(folder)
    for name in EDITED:
        assert after[name] == before[name]
    shown = {name.removeprefix(f"{NEW}/") for name in after if name.startswith(NEW)}
    assert {"docs/accessibilite.md", "mkdocs.yml"} <= shown <= set(EDITED)
    assert "  - # à nous" in told.splitlines()
    assert "press_releases/LISEZMOI.md" not in after, "what the city took out stays out"
    assert relations("check")[0] == 0


def test_nothing_is_written_unasked(city):
    """Without `--yes` and without anybody to ask, all is shown and nothing is written."""
    folder, relations = city
    before = read(folder)
    status, told = relations("upgrade")
    assert status == 0
    assert "Rien n’a été écrit : pour écrire ces changements, ajoutez « --yes »." in told
    assert read(folder) == before


def test_who_is_interrupted_begins_again(city, monkeypatch):
    """Stopped after any file, an upgrade ends at the next call as one that was not stopped."""
    folder, relations = city
    write, left = upgrade.write_whole, [3]

    def stopping(*told):
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        write(*told)

    monkeypatch.setattr(upgrade, "write_whole", stopping)
    assert relations("upgrade", "--yes")[0] == 1
    assert not (folder / MANIFEST).exists()
    monkeypatch.setattr(upgrade, "write_whole", write)
    assert relations("upgrade", "--yes")[0] == 0
    assert "relations: privacy" in read(folder)["docs/donnees-personnelles.md"]
    assert relations("upgrade")[1].startswith("Rien n’est à changer")


def test_what_a_kill_leaves_is_no_file_of_the_city(city, monkeypatch):
    """Killed while a file is being written, an upgrade leaves nothing half done among the files."""
    folder, relations = city
    before = read(folder)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", interrupted)
        assert relations("upgrade", "--yes")[0] == 1
    assert any((folder / STAGED).iterdir())
    assert read(folder) == before
    assert relations("upgrade", "--yes")[0] == 0
    assert not any((folder / STAGED).iterdir())


def interrupted(*_):
    """Stand in for what is never finished."""
    raise KeyboardInterrupt


def test_without_its_manifest_a_city_of_this_version_takes_no_step(city, monkeypatch):
    """A manifest deleted after a merge brings no licence that the city never chose."""
    folder, relations = city
    monkeypatch.chdir(folder.parent)
    begin = ("--name", "Annecy", "--country", "FR", "--coordinates", "45.9,6.13", "--yes")
    assert relations("init", "new", *begin, "--language", "fr")[0] == 0
    monkeypatch.chdir(folder.parent / "new")
    (folder.parent / "new" / MANIFEST).unlink()
    before = read(folder.parent / "new")
    status, told = relations("upgrade", "--yes")
    assert (status, told.splitlines()[0]) == (
        0,
        f"Rien n’est à changer pour la version {INSTALLED}.",
    )
    after = read(folder.parent / "new")
    assert {name for name in after if after[name] != before.get(name)} == {MANIFEST}


@pytest.mark.parametrize("name", [MANIFEST, ".github/workflows/audit.yml"])
def test_what_cannot_be_written_is_told(city, name):
    """A folder in a file's place is told in words, and the rest is done at the next call."""
    folder, relations = city
    (folder / name / "inside").mkdir(parents=True)
    status, told = relations("upgrade", "--yes")
    assert status == 1
    assert f"{name} ne peut pas être écrit : un fichier" in told
    shutil.rmtree(folder / name)
    assert relations("upgrade", "--yes")[0] == 0
    assert json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["steps"] == len(STEPS)


def pin(folder, *versions):
    """Let the city's project ask for versions of the software."""
    path = folder / "pyproject.toml"
    asked = ", ".join(f'"city-relations=={number}"' for number in versions)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"city-relations==0.9.0"', asked), encoding="utf-8")


@pytest.mark.parametrize(
    ("versions", "told"),
    [
        (("99.1",), f"cette ville est de la version 99.1, et {INSTALLED} est installée"),
        (("0.8.0", "0.9.0"), "deux versions sont demandées à la fois, 0.8.0, 0.9.0"),
        (("0.9.0", "0.9.0"), ""),
        (("0.9.0rc1",), ""),
    ],
)
def test_two_versions_and_newer_ones_are_told(city, versions, told):
    """A city of a newer version, or of two at once, is left alone, and why is said."""
    folder, relations = city
    pin(folder, *versions)
    before = read(folder)
    status, said = relations("upgrade", "--yes")
    assert status == bool(told), said
    assert told in said
    assert (read(folder) == before) is bool(told)


@pytest.mark.parametrize(
    ("line", "pins"),
    [
        ("city-relations==0.9.0", ["0.9.0"]),
        ("city-relations[places] == 0.9.0", ["0.9.0"]),
        ("City_Relations===1.0", ["1.0"]),
        ("# city-relations==0.8.0", []),
        ("pillow==12.0.0  # as city-relations==0.8.0 had it", []),
        ("quebec-city-relations==2.0", []),
        ("city-relations>=0.9,<1", []),
    ],
)
def test_a_version_is_read_where_one_is_asked_for(tmp_path, line, pins):
    """The name as pip reads it asks for a version; a comment and another name ask for none."""
    (tmp_path / "requirements.txt").write_text(f"{line}\n", encoding="utf-8")
    assert [*upgrade.pins_of(tmp_path)] == pins


def test_one_version_written_twice_is_one(city):
    """1.0 and 1.0.0, in two files, ask for the same."""
    folder, relations = city
    pin(folder, "1.0")
    (folder / "requirements.txt").write_text("city-relations[places]==1.0.0\n", encoding="utf-8")
    status, told = relations("upgrade", "--yes")
    assert status == 0, told
    assert "deux versions" not in told


def test_two_files_that_disagree_are_told(city):
    """A version in each of two files is two at once."""
    folder, relations = city
    (folder / "requirements.txt").write_text("city-relations[places]==1.0\n", encoding="utf-8")
    before = read(folder)
    status, told = relations("upgrade", "--yes")
    assert status == 1
    assert "deux versions sont demandées à la fois, 0.9.0, 1.0" in told
    assert read(folder) == before


def test_a_newer_version_that_notes_more_is_no_change_by_hand(city):
    """What a version to come wrote, with facts unknown to this one, is told to be newer."""
    folder, relations = city
    relations("upgrade", "--yes")
    path = folder / MANIFEST
    told = json.loads(path.read_text(encoding="utf-8"))
    del told["proof"]
    told |= {"version": "1.7.0", "facts": {**told["facts"], "currency": "EUR"}}
    proof = sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    path.write_text(json.dumps({**told, "proof": proof}), encoding="utf-8")
    before = read(folder)
    status, said = relations("upgrade", "--yes")
    assert (status, read(folder)) == (1, before)
    assert f"cette ville est de la version 1.7.0, et {INSTALLED} est installée" in said


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('"steps": ', '"steps": 1'),
        lambda text: text.replace(INSTALLED, "1.2.3", 1),
        lambda text: f"<<<<<<< ours\n{text}",
        lambda _: "[]",
        lambda _: "",
    ],
)
def test_a_manifest_changed_by_hand_is_told(city, change):
    """Nothing is written where nobody knows any more what was; the sentence says what to do."""
    folder, relations = city
    relations("upgrade", "--yes")
    path = folder / MANIFEST
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    before = read(folder)
    status, told = relations("upgrade", "--yes")
    assert status == 1
    assert f"{MANIFEST} a été changé à la main ou par une fusion" in told
    assert read(folder) == before


def test_what_init_never_wrote_is_left_alone(relations, site):
    """A folder that is no city of `relations init` is told so."""
    status, told = relations("upgrade", "--yes")
    assert status == 1
    assert "n’a pas écrit ce dossier" in told
    assert not (site / MANIFEST).exists()


def test_a_city_begun_today_needs_nothing(relations, tmp_path, monkeypatch):
    """What `init` writes is of this version, and kept in mind with the number of its last step."""
    monkeypatch.chdir(tmp_path)
    begin = ("--name", "Münster", "--country", "DE", "--coordinates", "51.96,7.63", "--yes")
    assert relations("init", "city", *begin, "--language", "de")[0] == 0
    monkeypatch.chdir(tmp_path / "city")
    assert relations("upgrade")[1].startswith("Für Version")


def test_the_licence_told_until_now_is_written_down(city):
    """A French city that named no licence says in its settings what its pages told: step 1."""
    folder, relations = city
    settings = folder / "mkdocs.yml"
    lines = settings.read_text(encoding="utf-8").split("\n")
    kept = [line for line in lines if not line.startswith("    licence:")]
    assert len(kept) == len(lines) - 1
    settings.write_text("\n".join(kept), encoding="utf-8")
    status, told = relations("upgrade", "--yes")
    assert status == 0
    assert "Étape 1 de votre contenu" in told
    assert "    licence: {name: Licence Ouverte" in settings.read_text(encoding="utf-8")
    assert relations("check")[0] == 0
