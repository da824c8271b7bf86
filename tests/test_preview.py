"""The preview lives on: a broken file is told on every page, the next save mends it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from building import SAMPLE_CITY, copy_project, environment
from relations.previewing import tell_on_pages
from relations.words import words_for

PROFILE = "partners/shiokaze.yml"
PATIENCE = 90


@pytest.fixture
def project(tmp_path):
    """Copy the sample city's project."""
    return copy_project(tmp_path / "project", SAMPLE_CITY)


@pytest.fixture
def page(project):
    """Serve the project; give a function that fetches its home page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "relations", "preview", "--port", str(port)],
        cwd=project,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )

    def fetch(address=""):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{address}", timeout=PATIENCE) as got:
            return got.read().decode()

    yield fetch
    subprocess.run(["kill", "--", f"-{server.pid}"], check=False)
    server.communicate(timeout=PATIENCE)


def wait_for(page, words, *, there=True):
    """Wait until a page has some words, or has them no more; give the page."""
    end = time.monotonic() + PATIENCE
    text = ""
    while time.monotonic() < end:
        try:
            text = page()
        except OSError:
            text = ""
        if text and (words in text) == there:
            return text
        time.sleep(0.5)
    raise AssertionError(text[:3000])


def test_a_broken_file_is_told_and_mended(project, page):
    """Broken from the start it waits; broken later the site stays with the problems told."""
    wait_for(page, "<main")
    profile = project / PROFILE
    sound = profile.read_text(encoding="utf-8")
    profile.write_text(sound.replace("country:", "contry:"), encoding="utf-8")
    told = wait_for(page, 'role="alert"')
    assert f"{PROFILE}:" in told
    assert "<main" in told
    profile.write_text(sound, encoding="utf-8")
    wait_for(page, 'role="alert"', there=False)


def test_pages_tell_the_last_problem_only(tmp_path):
    """Words of problems are escaped, and replaced when they change."""
    (tmp_path / "index.html").write_text("<body class=x><main>y</main></body>")
    french = words_for("fr")
    tell_on_pages(tmp_path, "<b>one</b>", french)
    tell_on_pages(tmp_path, "two", french)
    text = (tmp_path / "index.html").read_text()
    assert (text.count("two"), "one" in text, text.count("<main>")) == (1, False, 1)
