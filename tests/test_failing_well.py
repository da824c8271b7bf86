"""Bad input publishes nothing: exit 1, no traceback, the last good site byte for byte as it was."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time

import pytest

import forked
from building import ROOT, build, built, copy_project, environment, files

PROFILE = "partners/turin.yml"
RELEASE = "press_releases/2024/2024-02-29-korca.md"
MARKDOWN_HEAD = "---\ntitle: Essai\n---\n"


def written(path, text):
    """Return a mistake that writes a file, in the place of what it held if it was there."""

    def make(project):
        target = project / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())

    return make


def replaced(path, old, new):
    """Return a mistake that changes the first of some words in a file."""

    def make(project):
        text = (project / path).read_text(encoding="utf-8")
        assert old in text
        (project / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return make


def cut(path):
    """Return a mistake that leaves the beginning of a file, as a full disk does."""
    return lambda project: os.truncate(
        project / path, (project / path).read_bytes().index(b"{") + 5
    )


def linked(path, target):
    """Return a mistake that puts a symbolic link where a file should stand."""
    return lambda project: (project / path).symlink_to(target)


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
MISTAKES = {
    "empty profile": written(PROFILE, ""),
    "half a profile": cut(PROFILE),
    "profile that is no text": written(PROFILE, bytes(range(256)) * 20),
    "profile in an old encoding": written("partners/neu.yml", "name: Zürich\n".encode("cp1252")),
    "tab for blanks": replaced(PROFILE, "\n  - ", "\n\t- "),
    "unknown field": replaced(PROFILE, "country:", "contry:"),
    "object in YAML": written(PROFILE, "name: !!python/object/apply:os.system [true]\n"),
    "alias bomb": written(PROFILE, BOMB),
    "deep nesting": written(PROFILE, "name: " + "[" * 30_000),
    "profile beyond its size": written(PROFILE, "name: " + "x " * 50_000),
    "link for a profile": linked("partners/passwd.yml", "/etc/passwd"),
    "unclosed fields": replaced(RELEASE, "\n---\n", "\n"),
    "no fields": written(RELEASE, "Un communiqué sans champs.\n"),
    "endless word": written(RELEASE, MARKDOWN_HEAD + "[" * 20_000),
    "unknown partner": replaced(RELEASE, "korca", "korka"),
    "dead link in a release": replaced(RELEASE, "\n---\n", "\n---\n[ici](nulle-part.md)\n"),
    "scheme that runs": replaced(RELEASE, "\n---\n", "\n---\n[ici](javascript:alert)\n"),
    "hand-written page whose fields are broken": written("docs/neuf.md", "---\ntitle: [\n---\nx\n"),
    "hand-written page in a generated one's place": written(
        "docs/partenaires/turin.md", MARKDOWN_HEAD
    ),
    "city without a name": replaced("mkdocs.yml", "\n    name: ", "\n    nom: "),
    "colour that is none": replaced("mkdocs.yml", 'accent: "#8c1d2c"', "accent: bordeaux"),
    "dead link in a hand-written page": written("docs/neuf.md", MARKDOWN_HEAD + "[x](rien.md)\n"),
    "dead anchor in a hand-written page": replaced(
        "docs/liens.md", "## Les sortes de liens", "[x](#rien)\n\n## Les sortes de liens"
    ),
    "menu entry for nothing": replaced("mkdocs.yml", "liens.md", "lien.md"),
}


def everything(site):
    """Return a site's files with their bytes, modes and times."""
    facts = {str(p): (p.stat().st_mode, p.stat().st_mtime_ns) for p in sorted(site.rglob("*"))}
    return files(site), facts


def beside(project):
    """Return the names of what stands in a project's folder."""
    return {path.name for path in project.iterdir()}


@pytest.fixture(scope="module")
def last_good(tmp_path_factory):
    """Return a project whose site is built and good."""
    project = copy_project(tmp_path_factory.mktemp("good") / "city")
    built(project, project / "site")
    return project


@pytest.fixture
def project(last_good, tmp_path):
    """Return a project of one's own, with the last good site in it."""
    return shutil.copytree(last_good, tmp_path / "city", symlinks=True)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_publishes_nothing(project, name):
    """The build ends with 1 and a plain sentence; the site and its folder are as they were."""
    before, around = everything(project / "site"), beside(project)
    MISTAKES[name](project)
    done = build(project, project / "site")
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    assert everything(project / "site") == before
    assert beside(project) == around
    assert "Rien n’a été publié" in said


def test_all_mistakes_are_told_at_once(project):
    """Faults in several files are told in one go, in the words of `relations check`."""
    for name in ("unknown field", "unknown partner", "colour that is none"):
        MISTAKES[name](project)
    said = build(project, project / "site").stderr
    checked = forked.run("city_relations", ["check"], project, environment())
    lines = checked.stdout.splitlines()
    assert checked.returncode == 1
    assert len(lines) >= 4
    assert {line.split(":")[0] for line in lines} >= {PROFILE, RELEASE, "mkdocs.yml"}
    assert "\n".join(lines) in said


@pytest.mark.parametrize("after", [0.0, 0.1, 0.3])
def test_a_build_killed_on_the_way_leaves_a_whole_site(project, after, tmp_path):
    """A build killed while it writes leaves the last site or the new one; the next clears up."""
    old, around = files(project / "site"), beside(project)
    replaced(RELEASE, "\n---\n", "\n---\nUn mot de plus.\n\n")(project)
    new = files(built(project, tmp_path / "new"))
    with subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=project, env=environment(),
        stderr=subprocess.DEVNULL,
    ) as building:  # fmt: skip
        wait_for_writing(project, building)
        time.sleep(after)
        building.send_signal(signal.SIGKILL)
    assert files(project / "site") in (old, new)
    assert files(built(project, project / "site")) == new
    assert beside(project) == around


def wait_for_writing(project, building):
    """Wait until a build has begun to write beside the site, or is over."""
    end = time.monotonic() + 60
    while time.monotonic() < end and building.poll() is None:
        if any(
            path.name.startswith(".site-") and any(path.iterdir()) for path in project.iterdir()
        ):
            return
        time.sleep(0.005)


def test_a_missing_optional_part_is_left_out(project):
    """A profile with nothing but what is required is published, and says nothing empty."""
    written(
        "partners/neuve.yml", "name: Neuve\ncountry: IT\nties: [{kind: friendship, since: 1990}]\n"
    )(project)
    page = built(project, project / "site") / "partenaires" / "neuve" / "index.html"
    text = page.read_text(encoding="utf-8")
    assert "None" not in text
    assert "Neuve" in text


def test_no_command_builds_strictly_and_quietly():
    """Told to be quiet, MkDocs counts no warning and strict refuses nothing; no command is both."""
    commands = [ROOT / "Makefile", ROOT / ".ci" / "run"]
    lines = [line for path in commands for line in path.read_text().splitlines()]
    assert [line for line in lines if "--strict" in line and re.search(r"-q\b|--quiet", line)] == []


def test_f18_our_words_come_alone(project):
    """A build that is refused says so in the staff's language; MkDocs' English is for `-v`."""
    MISTAKES["unknown partner"](project)
    said = build(project, project / "site")
    assert "Aborted" not in said.stdout + said.stderr
    assert "ERROR" not in said.stdout + said.stderr
    assert said.stderr.strip().splitlines()[0].startswith(RELEASE)
