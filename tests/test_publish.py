"""Publishing to a folder that is served: one whole version or the other, whatever happens."""

from __future__ import annotations

import io
import os
import random
import re
import signal
import time
from argparse import Namespace
from datetime import timedelta
from functools import partial

import pytest

from building import NOW, SAMPLE_CITY, copy_project, files
from city_relations.commands import publish, versions
from city_relations.commands.call import Call, Refused
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
    status, told = published_warm(project, tmp_path / "file" / "www")
    assert (status, told.count("\n"), "Traceback" in told) == (1, 1, False)
    assert "Nothing was published" in told


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Publish two versions of a city of one partner, known byte for byte; give all three."""
    place = tmp_path_factory.mktemp("small")
    project = write_city(place / "city", {"partners/turin.yml": TURIN}, base=False)
    versions = []
    for number in (1, 2):
        write_version(project, number)
        assert published_warm(project, place / "www")[0] == 0
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
    """Return the seconds of a publication that goes well."""
    started = time.monotonic()
    status, told = publish(project, folder)
    taken = time.monotonic() - started
    assert status == 0, told
    assert re.search(rf"\d+ pages en tout\.\nPublié : {re.escape(str(folder))}\n\Z", told)
    return taken


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
            monkeypatch.setattr(publish, "is_built", partial(written, text))
            work = partial(publish.run, call(tmp_path, folder))
            killed = text == "new" and killed_at(line, (publish.__file__, versions.__file__), work)
            if text == "old":
                assert work() == 0, line
                assert_clean(folder)
        served.append(next(iter(set(files(folder).values()))))
        assert files(folder) == dict.fromkeys(FILES, served[-1]), line
        if not killed:
            break
    assert (killed, served[0], served[-1]) == (False, b"old", b"new")
    assert served == sorted(served, reverse=True)  # from one line on the new, and ever after
    assert line > 30


FILES = ("a/index.html", "agenda.ics", "index.html")


def call(root, folder, *, back=False):
    """Return a call of `relations publish`."""
    options = Namespace(folder=folder, back=back)
    return Call(root, words_for("fr"), options, {}, io.StringIO())


def written(text, _call, made, _lock):
    """Stand in for building: write two pages and a calendar of one text."""
    for page in (made / "index.html", made / "a" / "index.html", made / "agenda.ics"):
        page.parent.mkdir(parents=True, exist_ok=True)
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
    wait_for(lambda: published_warm(project, folder)[0] == 0)
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
    wait_for(lambda: list(versions.versions_of(folder).glob(f"*{versions.MAKING}")))
    os.killpg(first.pid, signal.SIGSTOP)  # so that it is not done too soon
    status, told = published(project, folder)
    os.killpg(first.pid, signal.SIGCONT)
    first.communicate(timeout=300)
    assert (status, first.returncode) == (1, 0), told
    assert "another publication is under way" in told


def test_a_real_folder_is_never_taken_away(project, tmp_path):
    """A folder somebody filled is not replaced by a link."""
    (tmp_path / "www").mkdir()
    status, told = published_warm(project, tmp_path / "www")
    assert (status, "move it away" in told) == (1, True)


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
        ('<img alt="" srcset="https://cdn.example/a,b.jpg 1x">', "chez un tiers"),
        ('<img alt="" srcset="gone.png 480w">', "n’existe pas"),
        ('<video poster="https://cdn.example/p.jpg"></video>', "chez un tiers"),
        ('<i style="background: url(//cdn.example/p.jpg)"></i>', "chez un tiers"),
        ("<style>a{b:url('https://cdn.example/p.jpg')}</style>", "chez un tiers"),
        ('<form action="https://forms.example/"></form>', "chez un tiers"),
        ('<a href="#nowhere">x</a>', "n’existe pas"),
        ('<a href="./#nowhere">x</a>', "n’existe pas"),
    ],
)
def test_f10_an_unsound_site_is_not_served(project, tmp_path, html, what):
    """F10: broken links, dead anchors, third parties and words that wait are found first."""
    waiting = project / "press_releases" / "2030" / "2030-06-01-waiting.md"
    waiting.write_text(
        "---\ntitle: New Affiliation Signed\ndate: 2030-06-01\nsummary: x\n---\nText.\n"
    )
    tmp_path.chmod(0o755)
    (tmp_path / "index.html").write_text(f"<p>{html}</p>", encoding="utf-8")
    french = words_for("fr")
    told = [french(fault) for fault in faults(tmp_path, project, NOW + timedelta(days=1))]
    waiting.unlink()
    assert len(told) == 1
    assert what in told[0]


@pytest.mark.parametrize(
    ("css", "what"),
    [
        ('@import "https://fonts.example/x.css";', "chez un tiers"),
        ("@import url(//fonts.example/x.css);", "chez un tiers"),
        ("a { background: url(gone.png) }", "n’existe pas"),
        ("/* url(gone.png) */ b { background: url(data:,x) }", ""),
    ],
)
def test_f10_style_sheets_are_proved_as_well(project, tmp_path, css, what):
    """F10: a style sheet that fetches from a third party, or what is not there, is found."""
    tmp_path.chmod(0o755)
    (tmp_path / "style.css").write_text(css, encoding="utf-8")
    told = [words_for("fr")(fault) for fault in faults(tmp_path, project, NOW)]
    assert len(told) == bool(what)
    assert what in "".join(told)


def test_f2_what_a_server_may_not_read_is_not_served(project, tmp_path):
    """F2: a file or a folder that its owner alone may read is found."""
    tmp_path.chmod(0o755)
    folder = tmp_path / "shut"
    folder.mkdir(mode=0o700)
    (folder / "notes.txt").write_text("x")
    (folder / "notes.txt").chmod(0o600)
    told = [words_for("fr")(fault) for fault in faults(tmp_path, project, NOW)]
    assert ["shut" in line for line in told if "lire" in line] == [True, True]


def test_f2_a_narrow_umask_publishes_what_a_server_can_read(project, tmp_path):
    """F2: whoever publishes, and however narrow their umask, everybody can read the site."""
    folder = tmp_path / "srv" / "www"
    status, told = published_warm(project, folder, partial(os.umask, 0o077))
    assert status == 0, told
    there = [folder.parent, folder.resolve().parent, folder.resolve(), *folder.resolve().rglob("*")]
    assert [path for path in there if path.stat().st_mode & 0o004 == 0] == []
    assert [path for path in there if path.is_dir() and path.stat().st_mode & 0o001 == 0] == []


def test_f11_every_kind_of_file_is_told(tmp_path, monkeypatch):
    """F11: a style sheet or calendar that changed is told as a page is; pages alone are counted."""
    monkeypatch.setattr(publish, "_is_proved", lambda *_: True)
    for text in ("old", "new"):
        monkeypatch.setattr(publish, "is_built", partial(written, text))
        called = call(tmp_path, tmp_path / "www")
        assert publish.run(called) == 0
    told = called.out.getvalue().splitlines()
    assert told[:3] == ["~ a/index.html", "~ agenda.ics", "~ index.html"]
    assert told[3].startswith("2 pages")


@pytest.fixture
def three(tmp_path, monkeypatch):
    """Publish three versions, whose pages say their number; give the folder and a publication."""
    monkeypatch.setattr(publish, "_is_proved", lambda *_: True)

    def work(text="", *, back=False):
        monkeypatch.setattr(publish, "is_built", partial(written, text))
        called = call(tmp_path, tmp_path / "www", back=back)
        return publish.run(called), called.out.getvalue()

    for text in ("1", "2", "3"):
        assert work(text)[0] == 0
    return tmp_path / "www", work


def served_text(folder):
    """Return what the served page says."""
    return (folder / "index.html").read_text()


def test_f12_back_serves_the_version_before(three):
    """F12: `--back` serves the version before, again and again, until there is none."""
    folder, work = three
    status, told = work(back=True)
    assert (status, served_text(folder)) == (0, "2")
    assert "version 2" in told
    assert work(back=True)[0] == 0
    assert served_text(folder) == "1"
    with pytest.raises(Refused):
        work(back=True)
    assert served_text(folder) == "1"


def test_f12_a_failed_publication_removes_only_its_own(three, monkeypatch):
    """F12: after a way back, a publication that fails removes nothing newer."""
    folder, work = three
    work(back=True)
    before = sorted(path.name for path in folder.resolve().parent.iterdir())
    assert before == ["000001", "000002", "000003.left"]
    monkeypatch.setattr(publish, "_is_proved", lambda *_: False)
    assert work("4")[0] == 1
    assert sorted(path.name for path in folder.resolve().parent.iterdir()) == before
    assert served_text(folder) == "2"


def test_f12_a_version_left_behind_is_not_gone_back_to(three):
    """After a way back and a new version, the way back leads to what was served before it."""
    folder, work = three
    work(back=True)
    work("4")
    assert served_text(folder) == "4"
    work(back=True)
    assert served_text(folder) == "2"
