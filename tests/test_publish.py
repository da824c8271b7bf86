"""Publishing to a folder that is served: one whole version or the other, whatever happens."""

from __future__ import annotations

import io
import os
import random
import signal
import time
from argparse import Namespace
from datetime import timedelta
from functools import partial

import pytest

from building import NOW, SAMPLE_CITY, copy_project, files
from city_relations.commands import publish
from city_relations.commands.call import Call
from city_relations.commands.proof import faults
from city_relations.language.words import words_for
from killing import LINES, killed_at
from publishing import kill, published, published_warm, start, start_warm, write_version
from small_city import TURIN, write_city

MOMENTS = int(os.environ.get("KILLS", "15"))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Copy the sample city's project."""
    return copy_project(tmp_path_factory.mktemp("publish") / "project", SAMPLE_CITY)


@pytest.fixture(scope="module")
def served(project, tmp_path_factory):
    """Publish two versions; give the served folder and the files of both."""
    folder = tmp_path_factory.mktemp("served") / "www"
    versions = []
    for number in (1, 2):
        write_version(project, number)
        status, told = published(project, folder)
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
    status, told = published(project, folder)
    fault.unlink()
    assert (status, "Traceback" in told) == (1, False)
    assert files(folder) == versions[1]


def test_a_folder_that_cannot_be_made_is_told(project, tmp_path):
    """What the machine refuses is told without the inside of the program."""
    (tmp_path / "file").write_text("")
    status, told = published(project, tmp_path / "file" / "www")
    assert (status, told.count("\n"), "Traceback" in told) == (1, 2, False)
    assert "Rien n’a été publié" in told


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Publish two versions of a city of one partner, known byte for byte; give all three."""
    place = tmp_path_factory.mktemp("small")
    project = write_city(place / "city", {"partners/turin.yml": TURIN}, base=False)
    versions = []
    for number in (1, 2):
        write_version(project, number)
        assert published_warm(project, place / "www") == 0
        versions.append(files(place / "www"))
    assert versions[0] != versions[1]
    return project, place / "www", versions


def test_killed_at_random_moments_one_version_is_whole(small):
    """Killed with what it started, a publication leaves one version whole; the next goes well.

    The command's time is cut into fifteen equal parts (`make test KILLS=50`: fifty), and a random
    moment of each is one at which it is killed; the seed is fixed, the machine's pace is taken from
    the publication before. After each kill what is served is, byte for byte, the version before or
    the new one; the next publication serves the new one and leaves nothing of the killed. What each
    line of publishing would leave is shown by the test below. Each fifth command begins as
    the staff begin it; the others are forked from a process that has imported everything, so that
    their moments fall on the work.
    """
    project, folder, versions = small
    chance = random.Random(22)  # noqa: S311 - moments, not secrets
    warm = seconds(published_warm, project, folder)
    times = {start_warm: 1.0, start: seconds(published, project, folder) / warm}
    for moment in range(MOMENTS):
        begin = start_warm if moment % 5 else start
        write_version(project, 1 + moment % 2)
        process = begin(project, folder)
        time.sleep((moment + chance.random()) / MOMENTS * times[begin] * warm)
        kill(process)
        assert files(folder) in versions, moment
        warm = seconds(published_warm, project, folder)
        assert files(folder) == versions[moment % 2], moment
        assert_clean(folder)


def seconds(publish, project, folder):
    """Give the seconds of a publication that goes well."""
    started = time.monotonic()
    assert publish(project, folder) in (0, (0, f"13 pages en tout.\nPublié : {folder}\n"))
    return time.monotonic() - started


def assert_clean(folder):
    """Only the link, the lock and at most three whole versions are there, the served one last."""
    assert {path.name for path in folder.parent.glob(f"*{folder.name}*")} == {
        folder.name, f".{folder.name}.lock", f".{folder.name}.versions",
    }  # fmt: skip
    kept = sorted(folder.resolve().parent.iterdir())
    assert kept[-1] == folder.resolve()
    assert len(kept) <= 3
    assert all(path.name.isdecimal() and (path / "index.html").is_file() for path in kept)


def test_killed_at_each_line_one_version_is_whole(tmp_path, monkeypatch):
    """Killed before each line of publishing in turn, one version stays whole; the next goes well.

    Building is stood in for by writing two pages; swapping, removing and the lock are the real.
    """
    folder, served = tmp_path / "www", []
    monkeypatch.setattr(publish, "_is_proved", lambda *_: True)
    for line in range(LINES):
        for text in ("old", "new"):
            monkeypatch.setattr(publish, "_is_built", partial(written, text))
            work = partial(publish.run, call(tmp_path, folder))
            killed = text == "new" and killed_at(line, publish.__file__, work)
            if text == "old":
                assert work() == 0, line
                assert_clean(folder)
        served.append(next(iter(set(files(folder).values()))))
        assert files(folder) == {"index.html": served[-1], "a/index.html": served[-1]}, line
        if not killed:
            break
    assert (killed, served[0], served[-1]) == (False, b"old", b"new")
    assert served == sorted(served, reverse=True)  # from one line on the new, and ever after
    assert line > 30


def call(root, folder):
    """Give a call of `relations publish`."""
    return Call(root, words_for("fr"), Namespace(folder=folder), {}, io.StringIO())


def written(text, _call, made, _lock):
    """Stand in for building: write two pages of one text."""
    for page in (made / "index.html", made / "a" / "index.html"):
        page.parent.mkdir(parents=True)
        page.write_text(text)
    return True


def test_a_builder_that_outlives_its_command_keeps_others_out(small):
    """When only the command is killed, the next is refused until the builder it left has ended."""
    project, folder, versions = small
    write_version(project, 1)
    process = start(project, folder)
    wait_for(lambda: list(folder.resolve().parent.glob(".*")))
    os.killpg(process.pid, signal.SIGSTOP)  # so that the builder is not done too soon
    process.kill()
    assert "une autre publication est en cours" in published(project, folder)[1]
    assert files(folder) in versions
    os.killpg(process.pid, signal.SIGCONT)
    process.communicate()
    wait_for(lambda: published(project, folder)[0] == 0)
    assert files(folder) == versions[0]
    assert_clean(folder)


def wait_for(there):
    """Wait until something is there."""
    end = time.monotonic() + 60
    while not there():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_two_publications_do_not_meet(project, served):
    """While one is under way, another is refused at once."""
    folder, _ = served
    first = start(project, folder)
    time.sleep(1.5)
    status, told = published(project, folder)
    first.communicate(timeout=300)
    assert (status, first.returncode) == (1, 0), told
    assert "une autre publication est en cours" in told


def test_a_real_folder_is_never_taken_away(project, tmp_path):
    """A folder somebody filled is not replaced by a link."""
    (tmp_path / "www").mkdir()
    status, told = published(project, tmp_path / "www")
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
