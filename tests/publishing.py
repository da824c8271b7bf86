"""Publishes as the staff do, or the same command in a process that has imported all before."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys

import forked
from building import KEEPS_NO_CODE, environment

PAGE = "docs/index.md"


def write_version(project, number):
    """Change a page, so that versions can be told apart."""
    text = (project / PAGE).read_text(encoding="utf-8").partition("\nVersion")[0]
    (project / PAGE).write_text(f"{text}\nVersion {number}.\n", encoding="utf-8")


def start(project, folder, **more):
    """Start `relations publish`, with what it starts in a group of processes of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "city_relations", "publish", str(folder)],
        cwd=project,
        env=environment(**(KEEPS_NO_CODE if more else {})),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        **more,
    )


def published(project, folder, **more):
    """Publish; give the exit status and what was told."""
    process = start(project, folder, **more)
    told, _ = process.communicate(timeout=300)
    return process.returncode, told


def start_warm(project, folder):
    """Start the same command where all is imported, in a fourth of the time."""
    return forked.start("city_relations", ["publish", str(folder)], project, environment())


def published_warm(project, folder, before=None):
    """Publish where all is imported; give the exit status and what was told."""
    done = forked.run("city_relations", ["publish", str(folder)], project, environment(), before)
    return done.returncode, done.stdout + done.stderr


def kill(process):
    """Kill the command and what it started, at once."""
    with contextlib.suppress(ProcessLookupError):  # it has ended, or has no group yet
        os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(ProcessLookupError):
        os.kill(process.pid, signal.SIGKILL)
    process.communicate() if isinstance(process, subprocess.Popen) else process.join()
