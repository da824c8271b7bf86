"""`relations check`: all files or some, in the forms of people and of forges."""

from __future__ import annotations

import json

import pytest
import yaml

from building import ROOT


@pytest.fixture
def faulty(site):
    """Put two faults into one file and one into another."""
    profile, release = site / "partners/korca.yml", site / "press_releases/2023/2023-06-10-turin.md"
    text = profile.read_text().replace("country: AL", "country: Albanye")
    profile.write_text(text.replace("languages: [sq]", "langues: [sq]"))
    release.write_text(release.read_text().replace("[turin]", "[milan]"))
    return site


def test_sound_content_passes(relations):
    """Nothing to mend is said in one line, with status 0."""
    assert relations("check") == (0, "Aucun problème : le contenu peut être publié.\n")


@pytest.mark.usefixtures("faulty")
def test_everything_is_told_at_once(relations):
    """All faults of all files are told in their order, counted, with status 1."""
    status, told = relations("check")
    places = [line.split(": ")[0] for line in told.splitlines() if not line.startswith(" ")]
    assert status == 1
    assert places[:3] == [
        "partners/korca.yml:2:10",
        "partners/korca.yml:18:1",
        "press_releases/2023/2023-06-10-turin.md:5:12",
    ]
    assert told.splitlines()[-1].startswith("3 problèmes. Rien n’a été publié")


@pytest.mark.usefixtures("faulty")
def test_some_files_may_be_checked_alone(relations):
    """The faults of other files are counted, but do not fail the ones named."""
    assert relations("check", "partners/turin.yml") == (0, "3 problèmes dans d’autres fichiers.\n")
    assert relations("check", "partners/korca.yml")[0] == 1


def test_a_file_that_is_not_there_is_no_sound_file(relations):
    """A name that is no file is refused: silence would pass for soundness."""
    status, told = relations("check", "partners/milan.yml")
    assert (status, told.startswith("aucun fichier « partners/milan.yml »")) == (1, True)


@pytest.mark.usefixtures("faulty")
def test_a_folder_is_all_its_files(relations):
    """The problems of a folder's files are told when the folder is named."""
    status, told = relations("check", "partners")
    assert (status, "partners/korca.yml:2:10" in told) == (1, True)
    assert "press_releases/" not in told


def test_remarks_are_counted_at_the_end(relations, site):
    """With remarks alone the last line says how many there are to read."""
    path = site / "press_releases/2023/2023-06-10-turin.md"
    text = path.read_text()
    path.write_text(text.replace("date: 2023-06-10", "date: 2023-06-11"))
    status, told = relations("check")
    assert status == 0
    assert told.endswith("Rien n’empêche de publier ; 1 remarque à lire.\n")


def test_it_works_from_a_folder_below(relations, faulty, monkeypatch):
    """The site is found from any of its folders, and files are named from there."""
    monkeypatch.chdir(faulty / "partners")
    assert relations("check", "korca.yml")[0] == 1


def test_it_speaks_english(relations):
    """The language is asked for with --language."""
    told = relations("check", "--language", "en")[1]
    assert told == "No problem: the content can be published.\n"


@pytest.mark.usefixtures("faulty")
def test_json_is_data(relations):
    """Each problem is an object with its place, rule, message and corrected line."""
    status, told = relations("check", "--format", "json")
    first = json.loads(told)[0]
    assert status == 1
    assert (first["file"], first["line"], first["column"]) == ("partners/korca.yml", 2, 10)
    assert (first["fix"], first["rule"]) == ("country: AL", "country")


@pytest.mark.usefixtures("faulty")
def test_github_shows_the_line_and_the_whole_list(relations, monkeypatch, tmp_path):
    """Annotations stand on their lines; the summary of the job has them all."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    told = relations("check", "--format", "github")[1].splitlines()
    assert told[0].startswith("::error file=partners/korca.yml,line=2,col=10,title=country::")
    assert "::country: « Albanye »" in told[0]
    assert told[0].endswith("%0Acountry: AL")
    assert (tmp_path / "summary.md").read_text().count(":12: partners") == 1


@pytest.mark.usefixtures("faulty")
def test_gitlab_reads_its_report(relations):
    """The report has what GitLab needs, the rule as the check and a fingerprint a problem."""
    report = json.loads(relations("check", "--format", "gitlab")[1])
    assert report[0]["location"] == {"path": "partners/korca.yml", "lines": {"begin": 2}}
    assert report[0]["severity"] == "major"
    checks = [finding["check_name"] for finding in report]
    assert checks == ["country", "field-unknown", "partners-exist"]
    assert len({finding["fingerprint"] for finding in report}) == 3


@pytest.mark.usefixtures("faulty")
def test_colours_are_for_terminals(relations):
    """What goes to a file or another program has no colours."""
    assert "\x1b" not in relations("check")[1]


def test_f3_a_commit_is_checked_whatever_it_changes():
    """The hook runs for every commit: one that only removes a profile names no file to check."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["always_run"]
    assert "files" not in hook
