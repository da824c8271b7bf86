"""Builds a site as its owners do, in a process of its own, on a day that never changes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import forked

ROOT = Path(__file__).resolve().parent.parent
SAMPLE_CITY = ROOT / "tests" / "sample_city"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
# `BASE=/international/ pytest tests/browser` judges both cities as they are below a path.
BASE = os.environ.get("BASE", "/")
CONTENT = ("docs", "partners", "press_releases")


# Where no file may be long, Python would keep modules cut short beside the code, and fail by them.
KEEPS_NO_CODE = {"PYTHONDONTWRITEBYTECODE": "1"}


def environment(**more):
    """Return the environment of a build: this machine's, on the day of the tests."""
    day = str(int(NOW.timestamp()))
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": day, **more}


def run_mkdocs(project, *arguments, **environ):
    """Run `mkdocs` in a project's folder; give the finished process, its words as text."""
    return forked.run("mkdocs", list(arguments), project, environment(**environ))


def begin_mkdocs(project, *arguments, umask=-1, **environ):
    """Run `mkdocs` in a Python that begins anew, for tests of what Python is told when it does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        env=environment(**environ),
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )


def build(project, site, *, run=run_mkdocs, **settings):
    """Build a project's site strictly into a folder; give the finished process."""
    return run(project, "build", "--strict", "--site-dir", str(site), **settings)


def built(project, site, **settings):
    """Build a site that must succeed; give its folder."""
    done = build(project, site, **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def copy_project(target, source=ROOT, *, kept=True):
    """Copy a city's files to a folder where a test may change them; the code stays in its place.

    `kept` shares what was costly to draw with other builds; without, everything is drawn anew.
    """
    if kept:
        (source / ".cache").mkdir(exist_ok=True)
        target.mkdir(parents=True, exist_ok=True)
        (target / ".cache").symlink_to(source / ".cache")
    for folder in CONTENT:
        shutil.copytree(source / folder, target / folder)
    settings = (source / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("../../hooks", "hooks").replace("hooks/", f"{ROOT}/hooks/")
    (target / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return target


def placed(source, folders):
    """Return a city's project, or where BASE says so a copy whose site is below that path."""
    if BASE == "/":
        return source
    project = copy_project(folders.mktemp("placed") / "city", source)
    settings = project / "mkdocs.yml"
    told = settings.read_text(encoding="utf-8")
    address = next(line for line in told.splitlines() if line.startswith("site_url: "))
    settings.write_text(told.replace(address, address.rstrip("/") + BASE), encoding="utf-8")
    return project


def files(folder):
    """Return every file of a folder: its path with `/` and its bytes."""
    found = sorted(path for path in Path(folder).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
