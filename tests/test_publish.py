"""Publishing to a folder that is served: one whole version or the other, whatever happens."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest

from building import NOW, SAMPLE_CITY, copy_project, environment, files
from relations.commands.proof import faults
from relations.words import words_for

# Moments at which the process is killed; MOMENTS=50 for the whole proof.
MOMENTS = int(os.environ.get("MOMENTS", "3"))
PAGE = "docs/index.md"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Copy the sample city's project."""
    return copy_project(tmp_path_factory.mktemp("publish") / "project", SAMPLE_CITY)


def start(project, folder, **more):
    """Start a publication in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "relations", "publish", str(folder)],
        cwd=project,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        **more,
    )


def publish(project, folder, **more):
    """Publish; give the exit status and what was told."""
    process = start(project, folder, **more)
    told, _ = process.communicate(timeout=300)
    return process.returncode, told


def write_version(project, number):
    """Change a page, so that versions can be told apart."""
    text = (project / PAGE).read_text(encoding="utf-8").partition("\nVersion")[0]
    (project / PAGE).write_text(f"{text}\nVersion {number}.\n", encoding="utf-8")


@pytest.fixture(scope="module")
def served(project, tmp_path_factory):
    """Publish two versions; give the served folder and the files of both."""
    folder = tmp_path_factory.mktemp("served") / "www"
    versions = []
    for number in (1, 2):
        write_version(project, number)
        status, told = publish(project, folder)
        assert status == 0, told
        versions.append(files(folder))
    assert "~ index.html" in told
    assert "+ " not in told
    return folder, versions


def test_a_version_is_served_by_a_link(served):
    """The served folder is a link to a version; the one before is kept beside it."""
    folder, versions = served
    assert folder.is_symlink()
    assert [path.name for path in sorted(folder.resolve().parent.iterdir())] == ["000001", "000002"]
    assert versions[0] != versions[1]


def test_bad_content_leaves_the_served_version(project, served):
    """A fault is told in words, and what is served stays."""
    folder, versions = served
    fault = project / "partners" / "gand.yml"
    fault.write_text("name: Gand\n", encoding="utf-8")
    status, told = publish(project, folder)
    fault.unlink()
    assert (status, "Traceback" in told) == (1, False)
    assert files(folder) == versions[1]


def test_a_full_disk_leaves_the_served_version(project, served):
    """When nothing more can be written, what is served stays."""
    folder, versions = served
    full = {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))}
    status, _ = publish(project, folder, **full)
    assert status == 1
    assert files(folder) == versions[1]


def test_a_killed_publication_leaves_one_whole_version(project, served):
    """Killed at any moment, one version is served whole; the next publication goes well."""
    folder, versions = served
    chance = random.Random(22)  # noqa: S311 - moments, not secrets
    started = time.monotonic()
    assert publish(project, folder)[0] == 0
    length = time.monotonic() - started
    for moment in range(MOMENTS):
        write_version(project, 1 + moment % 2)
        process = start(project, folder)
        time.sleep(chance.random() * length * 1.1)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert files(folder) in versions
    assert publish(project, folder)[0] == 0
    assert len(list(folder.resolve().parent.iterdir())) <= 3


def test_two_publications_do_not_meet(project, served):
    """While one is under way, another is refused at once."""
    folder, _ = served
    first = start(project, folder)
    time.sleep(1.5)
    status, told = publish(project, folder)
    first.communicate(timeout=300)
    assert (status, first.returncode) == (1, 0), told
    assert "une autre publication est en cours" in told


def test_a_real_folder_is_never_taken_away(project, tmp_path):
    """A folder somebody filled is not replaced by a link."""
    (tmp_path / "www").mkdir()
    status, told = publish(project, tmp_path / "www")
    assert (status, "déplacez-le" in told) == (1, True)


def test_a_sound_site_is_proved_sound(project, served):
    """The proof has nothing to say of a site as it is built."""
    assert list(faults(served[0], project, NOW)) == []


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ('<a href="/nowhere/">x</a>', "n’existe pas"),
        ('<img src="gone.png" alt="">', "n’existe pas"),
        ('<script src="https://cdn.example/x.js"></script>', "chez un tiers"),
        ('<link rel="stylesheet" href="//fonts.example/x.css">', "chez un tiers"),
        ("New Affiliation Signed", "ne doit pas encore paraître"),
    ],
)
def test_an_unsound_site_is_not_served(project, tmp_path, html, what):
    """A broken link, a third party and words that wait are found before a reader finds them."""
    waiting = project / "press_releases" / "2030" / "2030-06-01-waiting.md"
    waiting.write_text(
        "---\ntitle: New Affiliation Signed\ndate: 2030-06-01\nsummary: x\n---\nText.\n"
    )
    (tmp_path / "index.html").write_text(f"<p>{html}</p>", encoding="utf-8")
    french = words_for("fr")
    told = [french(fault) for fault in faults(tmp_path, project, NOW + timedelta(days=1))]
    waiting.unlink()
    assert len(told) == 1
    assert what in told[0]
