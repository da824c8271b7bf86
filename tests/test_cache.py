"""What is kept between builds is neither trusted nor needed, and a full disk is a sentence."""

from __future__ import annotations

import pickle
import resource
import subprocess
import sys
import zipfile
from functools import partial

import pytest

import forked
from building import KEEPS_NO_CODE, build, built, environment, files
from publishing import published_warm
from small_city import RELEASE, picture, write_city

FULL = "le disque est plein"
NOT_KEPT = "rien ne peut être gardé dans .cache/relations"
PHOTO = "photos:\n  - {file: place.png, alt: Une place, credit: Ville}\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Write a small city with a photo, and build it once."""
    root = write_city(
        tmp_path_factory.mktemp("cache") / "city",
        {
            "press_releases/2024/2024-05-19-turin.md": RELEASE.replace(
                "---\nUn", f"{PHOTO}---\nUn"
            ),
            "press_releases/2024/place.png": picture(),
        },
    )
    built(root, root / "site")
    return root


class Canary:
    """Writes a file when somebody unpickles it."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return (open, (str(self.path), "w"))


def run(project, *arguments, **more):
    """Run a program of Python in a project; give the finished process."""
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(
        command,
        cwd=project,
        env=environment(**KEEPS_NO_CODE),
        capture_output=True,
        text=True,
        check=False,
        **more,
    )


GARBLED = {
    "empty": lambda _: b"",
    "cut": lambda content: content[: len(content) // 2],
    "garbled": lambda content: content[:-1] + bytes([content[-1] ^ 1]),
    "of another version": lambda _: b"RELATIONS/0\n",
}


@pytest.mark.parametrize("how", GARBLED)
def test_e_a_garbled_cache_changes_nothing(project, how, tmp_path):
    """E: whatever happened to what is kept, the site is the same to the byte."""
    good = files(built(project, tmp_path / "good"))
    kept = [path for path in (project / ".cache").rglob("*") if path.is_file()]
    assert {path.suffix for path in kept} >= {".json", ".png", ".webp", ".jpg", ".size", ".zip"}
    for path in kept:
        path.write_bytes(GARBLED[how](path.read_bytes()))
    site = built(project, tmp_path / "site")
    assert files(site) == good
    for path in site.rglob("*.zip"):
        assert zipfile.ZipFile(path).testzip() is None


def test_e_nothing_that_is_kept_is_executed(project, tmp_path):
    """E: a cache that somebody committed, full of programs, runs none of them."""
    good = files(built(project, tmp_path / "good"))
    folder, canary = project / ".cache" / "relations", tmp_path / "canary"
    program = pickle.dumps(Canary(canary))
    pickle.loads(program).close()  # noqa: S301 - the canary sings when it is touched
    canary.unlink()
    for path in (path for path in folder.rglob("*") if path.is_file()):
        path.write_bytes(program)
    for name in ("partner.html", "main.html"):
        (folder / f"jinja-3.1.6-{name}").write_bytes(b"j2\x05\x00\x00\x00" + program)
    assert files(built(project, tmp_path / "site")) == good
    assert not canary.exists()
    assert not [path for path in folder.rglob("*") if path.suffix in {".pyc", ".pickle"}]


def test_e_without_a_place_to_keep_things_all_is_done_and_told(tmp_path):
    """E: check, build and publish do all they do, and say in one sentence why it takes longer."""
    root = write_city(tmp_path / "city", {".cache": "in the way"})
    checked = forked.run("city_relations", ["check"], root, environment())
    assert (checked.returncode, checked.stdout.count(NOT_KEPT)) == (0, 1), checked.stdout
    done = build(root, root / "site")
    assert (done.returncode, done.stderr.count(NOT_KEPT)) == (0, 1), done.stderr
    status, told = published_warm(root, tmp_path / "www")
    assert (status, told.count(NOT_KEPT)) == (0, 1), told


def test_e_a_full_disk_keeps_the_site_and_says_one_sentence(project):
    """E: plain `mkdocs build` on a full disk leaves the site, and tells no traceback."""
    before = files(project / "site")
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (4000, 4000))
    done = run(project, "mkdocs", "build", preexec_fn=limit)
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    assert [FULL in line and "Rien n’a été publié" in line for line in said.splitlines()].count(
        True
    ) == 1
    assert files(project / "site") == before


def test_e_a_full_disk_stops_no_check(project):
    """E: `relations check` writes nothing that it needs."""
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (100, 100))
    done = run(project, "city_relations", "check", preexec_fn=limit)
    assert (done.returncode, done.stderr) == (0, "")
    assert NOT_KEPT in done.stdout
    assert FULL in done.stdout
