"""Every command works without what Windows lacks: modules, calls, links, and letters."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from building import ROOT, environment
from city_relations.cli import COMMANDS
from city_relations.commands.consoles import plain
from small_city import CONFIGURATION, RELEASE, TURIN, write_city

OTHER_SYSTEM = ROOT / "tests" / "other_system"
NAME = "press_releases/2024/2024-05-19-turin.md"


def run(folder, *arguments, **environ):
    """Run a command where Windows' lacks are felt, its words in a redirected console's letters."""
    path = os.pathsep.join([str(OTHER_SYSTEM), str(ROOT / "hooks")])
    told = {"PYTHONPATH": path, "PYTHONIOENCODING": "cp1252", **environ}
    done = subprocess.run(
        [sys.executable, "-m", "city_relations", *arguments],
        cwd=folder,
        env=environment(**told),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.returncode, (done.stdout + done.stderr).decode("cp1252")


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """Write the small city as Git does on Windows, each line ending in two signs."""
    folder = write_city(tmp_path_factory.mktemp("windows") / "city")
    texts = {"mkdocs.yml": CONFIGURATION, "partners/turin.yml": TURIN, NAME: RELEASE}
    texts["../note.txt"] = "Un bal à Turin\n\nPort-Arden, le 6 mai 2024\n\nLe bal a eu lieu.\n"
    texts["../liens.csv"] = "nom;pays\nTurin;Italie\nGex-les-Bains;France\n"
    for name, text in texts.items():
        (folder / name).write_bytes(text.replace("\n", "\r\n").encode())
    return folder


def test_this_system_lacks_what_windows_lacks():
    """The stand-in is no word alone: what Windows has not cannot be had."""
    program = (
        "import os\nfor name in ('fcntl', 'termios', 'pwd', 'grp', 'resource'):\n"
        "    try: __import__(name)\n    except ImportError: continue\n    raise SystemExit(name)\n"
        "assert not hasattr(os, 'fork') and not hasattr(os, 'getuid')\n"
    )
    environ = environment(PYTHONPATH=str(OTHER_SYSTEM))
    subprocess.run([sys.executable, "-c", program], env=environ, check=True)


# How each command is called, the status it ends with, and a word of what it says.
CALLS = {
    "check": ("", 0, "Aucun problème"),
    "status": ("", 0, "partners/turin.yml:1:7"),
    "schemas": ("", 0, "schemas/partner.schema.json"),
    "forms": ("", 1, "repository:"),
    "forms install": ("", 0, "formulaires"),
    "guide": ("", 0, "guide/fr/server.md"),
    "init": ("new --name Gex --country FR --coordinates 46.3,6.1 --yes", 0, "new"),
    "new partner": (
        "--name Genève --country CH --kind twinning --since 1990 --coordinates 46.2,6.1",
        0,
        "partners/geneve.yml",
    ),
    "new release": (
        "--title Bal-de-Turin --date 2024-05-06 --partner turin --summary Résumé.",
        0,
        "press_releases/2024/2024-05-06-bal-de-turin.md",
    ),
    "new translation": (f"{NAME} it", 0, "2024-05-19-turin.it.md"),
    "due": ("--ics due.ics", 0, "due.ics"),
    "languages": ("", 0, "fr"),
    "sources": ("", 0, "0 adresse"),
    "import ties": ("../liens.csv --yes", 0, "partners/gex-les-bains.yml"),
    "reconcile": ("../liens.csv", 1, "Gex-les-Bains"),
    "import": ("../note.txt", 0, "press_releases/2024/"),
    "email": (NAME, 0, ".eml"),
    "report": ("2024", 0, "bilan-2024.pdf"),
    "sheet": ("turin", 0, "fiche-turin.pdf"),
    "preview": ("--port 70000", 1, "8000"),
    "tidy": ("", 0, "partners/turin.yml"),
    "upgrade": ("", 1, "relations init"),
    "withdraw": ("nothing", 1, "nothing"),
    "build": ("--strict", 0, "Le site est dans"),
    "publish": ("../served", 0, "Publi"),
}


def test_every_command_is_called():
    """No command is left out of the table."""
    assert CALLS.keys() == COMMANDS.keys()


@pytest.mark.parametrize("name", CALLS)
def test_each_command_works_without_what_windows_lacks(city, name):
    """Each command does its work, says it in the letters there are, and names paths with `/`."""
    options, status, word = CALLS[name]
    code, told = run(city, *name.split(), *options.split())
    assert "Traceback" not in told, told
    assert code == status, told
    assert word in told
    assert "\\" not in told


def test_publishing_goes_on_without_links(city, tmp_path):
    """Where nobody may make a link the served folder is a copy: renewed, and gone back to."""
    served = tmp_path / "www" / "site"
    for version in (1, 2):
        (city / "docs/index.md").write_text(f"---\ntitle: Accueil\n---\nVersion {version}.\n")
        code, told = run(city, "publish", str(served))
        assert code == 0, told
        assert not served.is_symlink()
        assert f"Version {version}." in (served / "index.html").read_text(encoding="utf-8")
    code, told = run(city, "publish", "--back", str(served))
    assert code == 0, told
    assert "Version 1." in (served / "index.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in served.parent.iterdir()) == [
        ".site.lock",
        ".site.versions",
        "site",
    ]


def test_a_folder_of_another_is_never_taken_for_a_copy(city, tmp_path):
    """A folder that publishing did not make is refused here too, and left as it is."""
    (tmp_path / "served").mkdir()
    (tmp_path / "served" / "own.txt").write_text("mine")
    code, told = run(city, "publish", str(tmp_path / "served"))
    assert (code, len(told.splitlines())) == (1, 1)
    assert (tmp_path / "served" / "own.txt").read_text() == "mine"


def test_problems_of_a_build_are_told_in_the_letters_there_are(city, tmp_path):
    """What the builder says reaches a console of few letters without a number for any of them."""
    (city / "docs/broken.md").write_text(
        "---\ntitle: Ici\n---\n[Là](nowhere.md)\n", encoding="utf-8"
    )
    code, told = run(city, "publish", str(tmp_path / "served"))
    (city / "docs/broken.md").unlink()
    assert code == 1
    assert "\\" not in told, told
    assert "docs/broken.md:4:" in told


@pytest.mark.parametrize(
    ("letter", "encoding", "shown"),
    [
        ("\u202f", "cp1252", " "),
        ("’", "cp1252", "’"),
        ("’", "ascii", "'"),
        ("é", "ascii", "e"),
        ("→", "cp1252", "->"),
        ("ł", "ascii", "\\u0142"),
        ("日", "cp1252", "\\u65e5"),
    ],
)
def test_a_letter_is_shown_by_its_nearest(letter, encoding, shown):
    """What a console has not is shown by what is nearest in it, a number last of all."""
    has = letter.encode(encoding, "ignore").decode(encoding)
    assert (has or plain(letter, encoding)) == shown
