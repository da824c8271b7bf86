"""The preview lives on: a broken file is told on every page, the next save mends it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from building import ROOT, SAMPLE_CITY, copy_project, environment
from city_relations.language.words import words_for
from city_relations.publish.previewing import tell_on_pages

PROFILE = "partners/shiokaze.yml"
PATIENCE = 90


@pytest.fixture
def project(tmp_path):
    """Copy the sample city's project, with code of its own."""
    project = copy_project(tmp_path / "project", SAMPLE_CITY)
    shutil.copytree(ROOT / "hooks", project / "hooks")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings.replace(f"{ROOT}/hooks/", "hooks/"))
    return project


@pytest.fixture
def page(project):
    """Serve the project; give a function that fetches its home page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "city_relations", "preview", "--port", str(port)],
        cwd=project,
        env=environment(PYTHONPATH=str(project / "hooks")),
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
    raise AssertionError(f"{words!r}: {text[:3000]}")


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


FRAME = "hooks/city_relations/theme/frame.html"
HOME = "hooks/city_relations/outputs/templates/home.html"
CORE = "hooks/city_relations/outputs/home.py"
SEAM = "hooks/city_relations/engine/events.py"
# What is edited: the file, its words, the words in their place, and what is seen of it.
EDITS = {
    "content": (PROFILE, "name: ", "name: Edited ", "Edited Shiokaze"),
    "hand-written page": ("docs/index.md", "A small harbour", "An edited page", "An edited page"),
    "template of the frame": (FRAME, "<main ", "<main data-x=y ", "data-x=y"),
    "template of the core": (HOME, "<dl ", "<p>Edited body.</p><dl ", "Edited body."),
    "module of the core": (CORE, '"home", body', '"home", "The core." + body', "The core."),
    "hook": (SEAM, "return insert.into(html)", "return 'A hook.' + insert.into(html)", "A hook."),
}  # fmt: skip


def test_every_edit_is_seen(project, page):
    """In one preview each edit takes effect: content, pages, templates, modules and the hook.

    Code that cannot be read is told on every page like a broken file, and mended by the next save.
    """
    wait_for(page, "<main")
    for what, (path, old, new, seen) in EDITS.items():
        text = (project / path).read_text(encoding="utf-8")
        assert old in text, what
        (project / path).write_text(text.replace(old, new, 1), encoding="utf-8")
        wait_for(page, seen)
    code = (project / CORE).read_text(encoding="utf-8")
    (project / CORE).write_text(f"{code}\n(", encoding="utf-8")
    assert "home.py" in wait_for(page, 'role="alert"')
    (project / CORE).write_text(code.replace("The core.", "Mended."), encoding="utf-8")
    wait_for(page, "Mended.")


def test_pages_tell_the_last_problem_only(tmp_path):
    """Words of problems are escaped, and replaced when they change."""
    (tmp_path / "index.html").write_text("<body class=x><main>y</main></body>")
    french = words_for("fr")
    tell_on_pages(tmp_path, "<b>one</b>", french)
    tell_on_pages(tmp_path, "two", french)
    text = (tmp_path / "index.html").read_text()
    assert (text.count("two"), "one" in text, text.count("<main>")) == (1, False, 1)
