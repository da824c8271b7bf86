"""What many tests stand on: both cities built once a run, and the order in which tests are run."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from building import ROOT, SAMPLE_CITY, built, placed
from hostile_city import hostile_city
from sharing import ALONE, ByModule, made_once

# How long one example takes is the machine's matter, and a busy one is no fault of ours.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
# Where files are quick, and the bytes that must be free there.
MEMORY, ROOM = Path("/dev/shm"), 4 * 1024**3  # noqa: S108 - a folder of one's own is made in it


def pytest_configure(config):
    """Let tests write into memory, where there is room: on a disk they wait for half their time.

    The machine speaks French, as whoever begins a city of the tests does.
    """
    os.environ["LANGUAGE"] = "fr"
    if "TMPDIR" not in os.environ and not config.option.basetemp and memory_serves():
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None


def memory_serves():
    """Return whether files can be kept in memory, and programs be run from there."""
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ROOM:
        return False
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        program = Path(folder) / "program"
        program.write_text("#!/bin/sh\n", encoding="utf-8")
        program.chmod(stat.S_IRWXU)
        try:
            subprocess.run([program], check=True)
        except OSError:  # mounted to hold no programs
            return False
    return True


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Keep each module in one worker, so that what it builds is built once."""
    return ByModule(config, log)


def pytest_collection_modifyitems(items):
    """Put what is done alone first, then what builds whole sites, and last what is quick."""
    items.sort(key=lambda item: (item.path.name not in ALONE, len(item.path.parts)))


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Return the folder of the city's own site, built strictly."""
    project = placed(ROOT, tmp_path_factory)
    return made_once(tmp_path_factory, "site", lambda folder: built(project, folder))


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory):
    """Return the folder of the sample city's site, built strictly."""
    project = placed(SAMPLE_CITY, tmp_path_factory)
    return made_once(tmp_path_factory, "sample", lambda folder: built(project, folder))


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory):
    """Return the folder of a small city's site whose files are all hostile, one payload a file."""
    project = tmp_path_factory.mktemp("hostile") / "city"
    return made_once(
        tmp_path_factory, "hostile", lambda folder: built(hostile_city(project), folder)
    )
