"""Publishes on a disk that fills up; run by test_full_disk.py, on a disk of its own where it may.

Usage: full_disk.py FOLDER [--mounted]. With --mounted the folder is a tmpfs this program may
resize; without, no file that is written may be longer than there is room.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from functools import partial
from pathlib import Path

from building import files
from publishing import published, write_version
from small_city import TURIN, write_city

MOUNTED = "--mounted" in sys.argv
PARTS = (0.0, 0.1, 0.5, 0.8)  # what an attempt kept, the next need not write


def used(disk):
    """Return the bytes a disk's files take."""
    return sum(path.lstat().st_blocks * 512 for path in disk.rglob("*"))


def publish_with(disk, room, *where):
    """Publish with so many bytes of room; give the exit status and what was told."""
    if not MOUNTED:
        limits = (resource.RLIMIT_FSIZE, (int(room / 50), int(room / 50)))
        return published(*where, preexec_fn=partial(resource.setrlimit, *limits))
    resize(disk, used(disk) + int(room))
    try:
        return published(*where)
    finally:
        resize(disk, 1 << 30)


def resize(disk, size):
    """Return a tmpfs another size."""
    options = f"remount,size={max(size, 4096)}"
    subprocess.run(["mount", "-o", options, str(disk)], check=True)


def main():
    """Publish, then again with room for a part of the new version, and at last with all of it."""
    disk = Path(sys.argv[1])
    project = write_city(disk / "city", {"partners/turin.yml": TURIN}, base=False)
    write_version(project, 1)
    assert published(project, disk / "www")[0] == 0
    old, size = files(disk / "www"), used((disk / "www").resolve())
    write_version(project, 2)
    for part in PARTS:
        status, told = publish_with(disk, size * part, project, disk / "www")
        assert status == 1, (part, told)
        assert "Traceback" not in told, (part, told)
        assert "Rien n’a été publié" in told, (part, told)
        assert files(disk / "www") == old, part
    assert published(project, disk / "www")[0] == 0
    assert files(disk / "www") != old
    sys.stdout.write("tmpfs" if MOUNTED else "limits")


main()
