"""The preview lives on: a broken file is told on every page, the next save mends it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
import yaml

from building import ROOT, SAMPLE_CITY, copy_project, environment
from city_relations.language.words import words_for
from city_relations.publish.previewing import guarded_build, notice_of, shown_from, tell_on_pages
from small_city import write_bare_city

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


def free_port():
    """Return a port on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def preview(project, port):
    """Start a preview in a group of processes of its own, as a terminal does.

    What a shell runs behind the scenes has no Ctrl+C, and whatever it starts inherits that: a
    preview of ours is started as in front.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return _started(project, port)
    finally:
        signal.signal(signal.SIGINT, before)


def _started(project, port):
    return subprocess.Popen(
        [sys.executable, "-m", "city_relations", "preview", "--port", str(port)],
        cwd=project,
        env=environment(PYTHONPATH=str(project / "hooks")),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


@pytest.fixture
def page(project):
    """Serve the project; give a function that fetches its home page."""
    port = free_port()
    server = preview(project, port)

    def fetch(address=""):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{address}", timeout=PATIENCE) as got:
            content = got.read()
            return content.decode("utf-8" if b"\0" not in content else "latin-1")

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


KIT = "press-releases/2023/2023-07-05-mangroves/2023-07-05-mangroves"
# What a preview has not made until somebody asks for it, and how it begins.
ASKED = {
    f"{KIT}.pdf": "%PDF",
    f"{KIT}.zip": "PK",
    "partners/shiokaze/card.png": "\x89PNG",
    "data/partners.csv": "id,",
    "search/index.json": "{",
    "sitemap.xml": "<?xml",
    "eco-design/": "<!doctype html>",
    "partners/shiokaze": "<!doctype html>",
}


def test_what_a_preview_has_not_made_is_there_for_who_asks(page):
    """PDF, card, kit, data, search, map, weights are real; an address without its slash leads on.

    A page renews itself in the browser, and says the city's own address: what is kept is the same
    whatever the port. What is nowhere is told so.
    """
    text = wait_for(page, "<main")
    assert 'rel="canonical" href="https://port-arden.example/"' in text
    assert "http://127.0.0.1" not in text
    assert "livereload(" in text
    found = {path: page(path)[: len(begin)] for path, begin in ASKED.items()}
    assert found == ASKED
    with pytest.raises(urllib.error.HTTPError, match="404"):
        page("partners/nobody/")


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
    "module of the core": (CORE, '"home", _body', '"home", "The core." + _body', "The core."),
    "hook": (SEAM, "return with_part(", "return 'A hook.' + with_part(", "A hook."),
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
    body = (project / HOME).read_text(encoding="utf-8")
    (project / HOME).write_text(f"{body}\n{{{{ nothing.at_all }}}}\n", encoding="utf-8")
    line = len(body.splitlines()) + 2
    told = wait_for(page, 'role="alert"')
    assert f"home.html:{line}: " in told, told[told.index("alert") :][:600]
    (project / HOME).write_text(f"{body}\n{{% if %}}\n", encoding="utf-8")
    wait_for(page, f"home.html:{line}: Expected")


def test_f13_a_port_that_is_taken_is_told_before_anything_is_built(tmp_path):
    """F13: where another program listens, one sentence says so and what to write instead."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        server = preview(write_bare_city(tmp_path), port)
        told, _ = server.communicate(timeout=PATIENCE)
    assert (server.returncode, len(told.splitlines())) == (1, 1)
    assert told.startswith(f"le port {port} est pris")


@pytest.mark.parametrize(
    ("sound", "interrupt", "how"),
    [
        (True, os.killpg, signal.SIGINT),
        (True, os.kill, signal.SIGINT),
        (False, os.killpg, signal.SIGINT),
        (True, os.kill, signal.SIGTERM),
    ],
    ids=["serving", "serving, alone", "waiting", "told to end"],
)
def test_f13_ctrl_c_ends_a_preview_in_peace(tmp_path, sound, interrupt, how):
    """F13: Ctrl+C while it serves, or waits for a mended file, is no failure and is told so.

    Where the preview alone is interrupted, or told to end as a supervisor does (SIGTERM), its
    server ends with it.
    """
    port = free_port()
    city = write_bare_city(tmp_path, {} if sound else {"partners/turin.yml": "contry: IT\n"})
    server = preview(city, port)

    def fetch():
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=PATIENCE) as got:
            return got.read().decode()

    if sound:
        wait_for(fetch, "<main")
    else:
        told = iter(server.stdout.readline, "")
        assert any("turin.yml" in line for line in told)
        assert any("dès que" in line for line in told)
    interrupt(server.pid, how)
    told, _ = server.communicate(timeout=PATIENCE)  # until nobody holds its output any more
    assert server.returncode == 0, told
    assert "L’aperçu est terminé" in told
    assert "Traceback" not in told


def test_pages_tell_the_last_problem_only(tmp_path):
    """Words of problems are escaped, and replaced when they change."""
    (tmp_path / "index.html").write_text("<body class=x><main>y</main></body>")
    french = words_for("fr")
    tell_on_pages(tmp_path, notice_of("<b>one</b>", french))
    tell_on_pages(tmp_path, notice_of("two", french))
    text = (tmp_path / "index.html").read_text()
    assert (text.count("two"), "one" in text, text.count("<main>")) == (1, False, 1)


class Failing:
    """A site whose pages can be made as long as nothing is wrong."""

    fault = None

    def find(self, path):
        """Answer for two paths, or fail."""
        if self.fault:
            raise self.fault
        return {"a/index.html": b"<body>A<main>", "a/a.pdf": b"%PDF"}.get(path)


def test_a_page_that_cannot_be_made_tells_why_on_the_last_one(tmp_path):
    """The last good page stays under the reason, escaped; mended, the reason is gone."""
    shown, site, french = shown_from(tmp_path), Failing(), words_for("fr")
    assert shown.answer("a/index.html", french) is None
    shown.show(site)
    good = shown.answer("a/index.html", french)
    site.fault = ValueError("<b>why</b>")
    told = shown.answer("a/index.html", french).decode()
    assert "&lt;b&gt;why&lt;/b&gt;" in told
    assert 'role="alert"' in told
    assert told.endswith("A<main>")
    assert b"why" in shown.answer("never/index.html", french)
    with pytest.raises(ValueError, match="why"):
        shown.answer("a/a.pdf", french)
    site.fault = None
    assert shown.answer("a/index.html", french) == good == b"<body>A<main>"
    assert shown.answer("a/a.pdf", french) == b"%PDF"


def test_a_build_that_fails_is_told_on_pages_made_later_too(tmp_path):
    """Pages of the last good site, asked for after the fault, tell it until the next good one."""
    shown, fails = shown_from(tmp_path), [True]

    def build():
        if fails:
            raise OSError("no room")
        shown.show(Failing())

    work = guarded_build(build, tmp_path, [], words_for("fr"), lambda: None)
    shown.show(Failing())
    work()
    assert b"no room" in shown.answer("a/index.html", words_for("fr"))
    fails.clear()
    work()
    assert shown.answer("a/index.html", words_for("fr")) == b"<body>A<main>"


def test_f13_settings_nobody_can_read_are_told_in_our_words(tmp_path):
    """F13: what MkDocs cannot read in mkdocs.yml is told by its line, with the line to write."""
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("site_name: Ville\nplugins: [search\nextra:\n  city: {name: Ville}\n")

    def build():
        with settings.open() as file:
            try:
                yaml.safe_load(file)
            except yaml.YAMLError as error:
                raise ValueError("theirs") from error

    shown = shown_from(tmp_path / "site")
    shown.show(Failing())
    guarded_build(build, tmp_path / "site", [], words_for("fr"), lambda: None)()
    told = shown.answer("a/index.html", words_for("fr")).decode()
    assert "mkdocs.yml:2:10: plugins:" in told
    assert "| plugins: [search]" in told
    assert "parser.py" not in told
