"""A site is built beside the one that stands; killed anywhere, one whole site is there."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from building import files
from city_relations.publish import staging
from city_relations.publish.staging import put_in_place, stage
from killing import LINES, killed_at

OLD, NEW = {"index.html": b"old", "gone/a.html": b"a"}, {"index.html": b"new", "b.html": b"b"}
WAYS = ["in one step", "in two steps", "file by file"]


def filled(folder, content):
    """Write files into a folder."""
    for name, text in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text)
    return folder


@pytest.fixture(params=WAYS)
def way(request, monkeypatch):
    """Let sites change places in each way; a system without the first takes the second."""
    if request.param != "in one step":
        monkeypatch.setattr(ctypes, "CDLL", lambda _: None)
    if request.param == "file by file":
        monkeypatch.setattr(staging, "_exchange", busy)
    return request.param


def busy(*_):
    """Refuse as the system does when a mount point is to be moved."""
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def test_a_finished_site_takes_the_place_of_the_last(tmp_path, way):
    """The new files are there, the old ones are gone, and nothing is left beside."""
    site = filled(tmp_path / "site", OLD)
    staged = filled(stage(site), NEW)
    put_in_place(staged, site)
    assert files(site) == NEW
    assert sorted(path.name for path in site.iterdir()) == sorted(NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert site.stat().st_mode & 0o777 == 0o755, way


def test_files_and_folders_may_change_places(tmp_path, way):
    """What was a file may become a folder, and what was a folder a file."""
    site = filled(tmp_path / "site", {"a": b"", "b/c/d": b"", "e/.f": b""})
    put_in_place(filled(stage(site), {"a/b": b"1", "b": b"2"}), site)
    assert files(site) == {"a/b": b"1", "b": b"2"}, way


@pytest.mark.parametrize("way", WAYS[:2], indirect=True)
def test_killed_between_any_two_lines_one_site_is_whole(tmp_path, way):
    """Killed at each line, one site stands whole: at once, or as soon as the next build begins.

    The two steps of systems without the one leave a moment without a site, which only the next
    build ends; of Linux this shows that there is none.
    """
    for line in range(LINES):
        site = filled(tmp_path / str(line) / "site", OLD)
        staged = filled(builds_and_dies(site), NEW)
        killed = killed_at(line, staging.__file__, partial(put_in_place, staged, site))
        if way == WAYS[0]:
            assert files(site) in (OLD, NEW), line
        again = stage(site)
        assert files(site) in (OLD, NEW), line
        assert {path.name for path in site.parent.iterdir()} == {"site", again.name}
        if not killed:
            break
    assert (killed, files(site)) == (False, NEW)
    assert line > 8


def builds_and_dies(site):
    """Return the folder of a build that was killed, as nobody holds it."""
    told = subprocess.run(
        [sys.executable, "-c", f"{DYING}\nprint(stage(Path({str(site)!r})), flush=True)\n{KILL}"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert told.returncode == -signal.SIGKILL, told.stderr
    return Path(told.stdout.strip())


DYING = "import os\nfrom pathlib import Path\nfrom city_relations.publish.staging import stage"
KILL = "os.kill(os.getpid(), 9)"


def test_a_mount_point_is_filled(tmp_path):
    """A mount point, which cannot be moved, has the new files and no other.

    Where the system grants no mount the folder is a plain one, and only the tests of the way
    "file by file" show what a mount point would.
    """
    site = filled(tmp_path / "site", OLD)
    staged = filled(tmp_path / ".site-staged-x", NEW)
    mount = [
        "env",
        "unshare",
        "-rm",
        "sh",
        "-c",
        'mount --bind "$1" "$1" && shift && exec "$@"',
        "sh",
    ]
    program = [sys.executable, "-c", f"{DYING}, put_in_place\n{PUT.format(str(staged), str(site))}"]
    refused = subprocess.run([*mount, site, "true"], check=False, capture_output=True).returncode
    subprocess.run(program if refused else [*mount, site, *program], check=True)
    assert files(site) == NEW
    assert not staged.exists()


PUT = "put_in_place(Path({!r}), Path({!r}))"


def test_a_first_site_needs_no_last(tmp_path):
    """A site is put where none stood, in a folder that was not there."""
    site = tmp_path / "a" / "b" / "site"
    put_in_place(filled(stage(site), NEW), site)
    assert files(site) == NEW


def test_a_link_leads_to_the_new_site(tmp_path):
    """A site's folder that is a link stays one; the folder it leads to is replaced."""
    real, link = filled(tmp_path / "disk" / "www", OLD), tmp_path / "site"
    link.symlink_to(real)
    put_in_place(filled(stage(link), NEW), link)
    assert link.is_symlink()
    assert files(real) == NEW
    assert [path.name for path in real.parent.iterdir()] == ["www"]


def test_two_builds_do_not_meet(tmp_path):
    """Two builds at once have a folder each, and neither takes the other's away."""
    one, other = stage(tmp_path / "site"), stage(tmp_path / "site")
    assert one != other
    assert one.is_dir()
    assert other.is_dir()


def test_what_a_killed_build_left_is_cleared_by_the_next(tmp_path):
    """The folder of a killed build is removed; one of a living build, and other files, stay."""
    alive = stage(tmp_path / "site")
    killed = filled(builds_and_dies(tmp_path / "site"), NEW)
    mine = filled(tmp_path / ".site-notes", NEW)
    staged = stage(tmp_path / "site")
    assert not killed.exists()
    assert set(tmp_path.iterdir()) == {alive, mine, staged}
