"""Runs a command as a process that has imported everything: a fork of one that has built a city.

What is left out is Python's beginning and a second of imports; the command has its own process,
folder, environment and words all the same. Where a system cannot fork, it begins from nothing.
"""

from __future__ import annotations

import atexit
import ctypes
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from multiprocessing import forkserver
from pathlib import Path
from unittest import mock

from mkdocs.__main__ import cli as mkdocs

from city_relations import cli
from city_relations.builder.__main__ import main as builder
from city_relations.commands import publish

CAN_FORK = hasattr(os, "fork")
if CAN_FORK:
    FORKS = multiprocessing.get_context("fork")
    WARM = multiprocessing.get_context("forkserver")  # no threads and no files of the tests in it
    WARM.set_forkserver_preload(["pytest", "warm"])
MODULES = {"builder": "city_relations.builder"}  # the others bear the names of theirs
PROGRAMS = {
    "mkdocs": mkdocs,
    "city_relations": lambda arguments: sys.exit(cli.main(arguments)),
    "builder": lambda arguments: sys.exit(builder(arguments)),
}


def start(program, arguments, folder, environ, said=os.devnull, before=None):
    """Start a program in a folder, after `before` is done there; its words go to files.

    Return the process.
    """
    with mock.patch.dict(os.environ, {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}):
        forkserver.ensure_running()  # Python 3.11 looks for what it imports before forks there only
    given = (program, arguments, folder, environ, said, before)
    process = WARM.Process(target=_be, args=given)
    process.start()
    return process


def run(program, arguments, folder, environ, before=None, patience=300):
    """Run a program in a folder; return the finished process, its words as text."""
    if not CAN_FORK:
        assert before is None, "what is done before needs a fork"
        return subprocess.run(
            [sys.executable, "-m", MODULES.get(program, program), *arguments],
            cwd=folder,
            env={**environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=patience,
            check=False,
        )
    with tempfile.TemporaryDirectory() as place:
        said = Path(place) / "said"
        process = start(program, arguments, folder, environ, said, before)
        process.join(patience)
        if process.is_alive():
            process.kill()
            raise subprocess.TimeoutExpired(program, patience)
        told = said.with_suffix(".out"), said.with_suffix(".err")
        words = [file.read_text(encoding="utf-8") for file in told]
        return subprocess.CompletedProcess([program, *arguments], process.exitcode, *words)


def mkdocs_alone(call, command, **_):
    """Stand in for run_telling where a command of ours begins `python -m mkdocs …`."""
    done = run("mkdocs", command[3:], call.root, {**os.environ})
    return subprocess.CompletedProcess(command, done.returncode, done.stdout + done.stderr)


def as_anybody():
    """Give up root's right to read everything (capset of Linux); others never had it."""
    of_this, held = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    system = ctypes.CDLL(None)
    assert system.capget(of_this, held) == 0
    for i in (0, 1):  # effective and permitted: CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        held[i] &= ~0b110
    assert system.capset(of_this, held) == 0


def _be(program, arguments, folder, environ, said, before):
    """Be the program, in a group of processes of its own."""
    assert "warm" in sys.modules
    os.setsid()
    os.environ.clear()
    os.environ.update(environ)
    time.tzset()
    os.chdir(folder)
    for handle, end in ((1, ".out"), (2, ".err")):
        _say_to(handle, said if said == os.devnull else said.with_suffix(end))
    publish.run_telling = _run
    if before:
        before()
    _to_the_end(PROGRAMS[program], arguments)


def _to_the_end(program, arguments):
    """Run a program and what it left for its end, which no fork of multiprocessing comes to."""
    atexit._clear()  # noqa: SLF001 - what our parent left is not ours
    try:
        program(arguments)
    finally:
        atexit._run_exitfuncs()  # noqa: SLF001


def _say_to(handle, file):
    opened = os.open(file, os.O_WRONLY | os.O_CREAT, 0o600)
    os.dup2(opened, handle)
    os.close(opened)


def _run(call, command, **_):
    """Stand in for run_telling: `python -m mkdocs …` in a process of its own."""
    with tempfile.TemporaryFile("w+") as told:
        process = FORKS.Process(target=_mkdocs, args=(command[3:], call.root, told.fileno()))
        process.start()
        process.join()
        told.seek(0)
        return subprocess.CompletedProcess(command, process.exitcode, told.read(), "")


def _mkdocs(arguments, cwd, told):
    os.chdir(cwd)
    os.dup2(told, 1)
    os.dup2(told, 2)
    _to_the_end(mkdocs, arguments)
