"""Publishes as the staff do, or the same command in a process that has imported all before."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from multiprocessing import forkserver
from types import SimpleNamespace
from unittest import mock

from mkdocs.__main__ import cli as mkdocs

from building import environment
from city_relations import cli
from city_relations.commands import publish

PAGE = "docs/index.md"
FORKS = multiprocessing.get_context("fork")
WARM = multiprocessing.get_context("forkserver")  # no threads and no files of the tests in it
WARM.set_forkserver_preload(["pytest", "warm"])


def write_version(project, number):
    """Change a page, so that versions can be told apart."""
    text = (project / PAGE).read_text(encoding="utf-8").partition("\nVersion")[0]
    (project / PAGE).write_text(f"{text}\nVersion {number}.\n", encoding="utf-8")


def start(project, folder, **more):
    """Start `relations publish`, with what it starts in a group of processes of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "city_relations", "publish", str(folder)],
        cwd=project,
        env=environment(),
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
    with mock.patch.dict(os.environ, {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}):
        forkserver.ensure_running()  # Python 3.11 looks for what it imports before forks there only
    process = WARM.Process(target=_publish, args=(project, folder))
    process.start()
    return process


def published_warm(project, folder):
    """Publish where all is imported; give the exit status."""
    process = start_warm(project, folder)
    process.join(300)
    return process.exitcode


def kill(process):
    """Kill the command and what it started, at once."""
    with contextlib.suppress(ProcessLookupError):  # it has ended, or has no group yet
        os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(ProcessLookupError):
        os.kill(process.pid, signal.SIGKILL)
    process.communicate() if isinstance(process, subprocess.Popen) else process.join()


def _publish(project, folder):
    """Be the command: MkDocs has a process of its own here too, forked and not begun anew."""
    assert "warm" in sys.modules
    os.setsid()
    os.environ.update(environment())
    os.chdir(project)
    _say_to(os.open(os.devnull, os.O_WRONLY))
    publish.subprocess = SimpleNamespace(run=_run)
    sys.exit(cli.main(["publish", str(folder)]))


def _run(command, *, cwd, **_):
    """Stand in for subprocess.run: `python -m mkdocs …` in a process of its own."""
    with tempfile.TemporaryFile("w+") as told:
        process = FORKS.Process(target=_mkdocs, args=(command[3:], cwd, told.fileno()))
        process.start()
        process.join()
        told.seek(0)
        return subprocess.CompletedProcess(command, process.exitcode, told.read(), "")


def _mkdocs(arguments, cwd, told):
    os.chdir(cwd)
    _say_to(told)
    mkdocs(arguments)


def _say_to(handle):
    os.dup2(handle, 1)
    os.dup2(handle, 2)
