"""A disk that fills up while publishing leaves the version that is served."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from building import environment

PROGRAM = [sys.executable, str(Path(__file__).with_name("full_disk.py"))]
# A mount of one's own: as root, or as a user whom the system lets be root of a small world.
WAYS = (["env", "unshare", "--mount"], ["env", "unshare", "--map-root-user", "--mount"])
MOUNT = ["sh", "-ec", 'mount -t tmpfs -o size=256m tmpfs "$1"; shift; exec "$@"', "sh"]


def ran(*command):
    """Run a command; give the finished process."""
    path = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.run(
        command, env=environment(**path), capture_output=True, text=True, check=False
    )


def granted(folder):
    """Return the way in which this system lets us mount a tmpfs; nothing where it does not."""
    found = (way for way in WAYS if not ran(*way, *MOUNT, folder, "true").returncode)
    return next(found, None)


@pytest.mark.parametrize("is_mounted", [True, False], ids=["small tmpfs", "small files"])
def test_a_full_disk_leaves_the_served_version(tmp_path, is_mounted):
    """With room for a part of a version only, the served one stays; with room, the next is served.

    On a small tmpfs, which holds the city and the served folder, the room is what is left of it:
    nothing, and then more and more of what a version takes. Where the system lets nobody mount one,
    as in a container without CAP_SYS_ADMIN, and in the second case everywhere, the room is the
    greatest length of any file (RLIMIT_FSIZE): weaker, as links and small files are then made.
    """
    way = granted(tmp_path) if is_mounted else None
    mounted = [*way, *MOUNT, tmp_path] if way else []
    done = ran(*mounted, *PROGRAM, tmp_path, *(["--mounted"] if way else []))
    assert (done.returncode, done.stdout.strip()) == (0, "tmpfs" if way else "limits"), done.stderr
