"""The package as a city gets it: built from a copy, installed where nothing of ours is, begun."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from building import ROOT, environment, files
from sharing import made_once

BUILD = "import setuptools.build_meta as b; b.build_sdist('out'); b.build_wheel('out')"
# Words that only the demonstration says, and the folder that holds it.
DEMONSTRATION = re.compile(r"(?i)chamb[ée]ry|charmettes|mairie-chambery|démonstration écrite")
CITIES = {
    "fr": ("Annecy", "FR", "45.9,6.13"),
    "de": ("Münster", "DE", "51.96,7.63"),
    "ja": ("札幌市", "JP", "43.06,141.35"),
    "qc": ("Québec", "CA", "46.81,-71.21"),
}
LANGUAGES = {"qc": "fr"}
PARTNERS = {
    "ghent": "BE",
    "leeds": "GB",
    "lima": "PE",
    "lund": "SE",
    "fes": "MA",
    "quito": "EC",
    "split": "HR",
    "taipei": "TW",
    "tunis": "TN",
    "wuhan": "CN",
}


def _build(folder):
    """Build both files from a copy that holds what the repository holds of the package."""
    copy = folder / "copy"
    left_out = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(ROOT / "hooks", copy / "hooks", ignore=left_out)
    for name in ("pyproject.toml", "MANIFEST.in", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    subprocess.run([sys.executable, "-c", BUILD], cwd=copy, check=True, capture_output=True)
    shutil.move(copy / "out", folder / "dist")


def _install(folder):
    """Install the wheel where all it depends on is, and nothing of this checkout."""
    lent = folder / "lent"
    lent.mkdir()
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if "city_relations" not in path.name:
            (lent / path.name).symlink_to(path)
    venv.create(folder / "venv", symlinks=True)
    python = folder / "venv" / "bin" / "python"
    (wheel,) = (folder / "dist").glob("*.whl")
    install = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--offline", "--no-deps"]
    subprocess.run([*install, "--python", python, wheel], check=True)
    (home,) = (folder / "venv" / "lib").glob("python*/site-packages")
    (home / "lent.pth").write_text(f"{lent}\n")


@pytest.fixture(scope="session")
def installed(tmp_path_factory):
    """Build and install the package once; give the folder with `dist/` and `venv/`."""

    def make(folder):
        folder.mkdir()
        _build(folder)
        _install(folder)

    return made_once(tmp_path_factory, "package", make)


def run(installed, folder, *command):
    """Run a module of the installed environment in a folder; it must succeed."""
    python = installed / "venv" / "bin" / "python"
    done = subprocess.run(
        [python, "-m", *command],
        cwd=folder,
        env=environment(PYTHONPATH=""),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(params=CITIES)
def city(request, installed, tmp_path):
    """Begin a city with the installed package."""
    name, country, point = CITIES[request.param]
    language = LANGUAGES.get(request.param, request.param)
    answers = ["--name", name, "--country", country, "--coordinates", point]
    init = ("city_relations", "init", "city", *answers, "--language", language, "--yes")
    run(installed, tmp_path, *init)
    return tmp_path / "city"


def ours(site):
    """Return the text of each page and data file of a site, by path."""
    texts = {name: content for name, content in files(site).items() if "assets/" not in name}
    return {n: c.decode() for n, c in texts.items() if n.endswith((".html", ".json", ".csv"))}


def test_a_city_stands_as_it_is_and_with_partners(installed, city):
    """A fresh city builds strictly without a hook, empty and full, and is nobody else's."""
    run(installed, city, "mkdocs", "build", "--strict")
    empty = ours(city / "site")
    for slug, country in PARTNERS.items():
        tie = "ties: [{kind: twinning, since: 1990, themes: [culture]}]"
        profile = f"name: {slug.title()}\ncountry: {country}\n{tie}\n"
        (city / "partners" / f"{slug}.yml").write_text(profile)
    release = "---\ntitle: Lima\ndate: 2024-05-06\npartners: [lima]\nsummary: Lima.\n---\nLima.\n"
    (city / "press_releases" / "2024").mkdir()
    (city / "press_releases" / "2024" / "2024-05-06-lima.md").write_text(release)
    run(installed, city, "mkdocs", "build", "--strict")
    full = ours(city / "site")
    assert empty.keys() < full.keys()
    for slug in PARTNERS:
        assert any(f"/{slug}/index.html" in name for name in full), slug
    told = {**{f"empty/{name}": text for name, text in empty.items()}, **full}
    assert [name for name, text in told.items() if DEMONSTRATION.search(text)] == []
    written = {n: c.decode() for n, c in files(city).items() if n.split("/")[0] not in BUILT}
    assert [name for name, text in written.items() if DEMONSTRATION.search(text)] == []
    assert "hooks:" not in written["mkdocs.yml"]


BUILT = {"site", ".cache"}


@pytest.mark.parametrize("city", ["fr"], indirect=True)
def test_the_configuration_named_is_read_by_the_core_too(installed, city):
    """`mkdocs build -f other.yml` tells the city of that file, masthead and data alike."""
    settings = (city / "mkdocs.yml").read_text()
    told = re.sub(r'(?m)^      name: ".*"$', '      name: "Quite Another"', settings)
    (city / "other.yml").write_text(told)
    run(installed, city, "mkdocs", "build", "--strict", "-f", "other.yml")
    assert "Quite Another" in (city / "site" / "index.html").read_text()


def test_make_works_at_once(installed, tmp_path):
    """`make site` and `make test` work in a fresh city, and ask nobody outside."""
    name, country, point = CITIES["fr"]
    answers = ("--name", name, "--country", country, "--coordinates", point, "--yes")
    run(installed, tmp_path, "city_relations", "init", "city", *answers)
    city = tmp_path / "city"
    (city / ".venv").symlink_to(installed / "venv")
    for target in ("site", "test"):
        done = subprocess.run(
            ["make", target],
            cwd=city,
            env=environment(PIP_NO_INDEX="1", PYTHONPATH=""),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert (city / "site" / "index.html").is_file()


def test_both_files_hold_the_whole_package_and_nothing_else(installed):
    """Wheel and archive hold each file of the package, and no word of the demonstration."""
    package = ROOT / "hooks" / "city_relations"
    wanted = {
        f"city_relations/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    (wheel,), (archive,) = ((installed / "dist").glob(f"*{end}") for end in (".whl", ".tar.gz"))
    with zipfile.ZipFile(wheel) as opened:
        in_wheel = {name: opened.read(name) for name in opened.namelist()}
    with tarfile.open(archive) as opened:
        members = [member for member in opened.getmembers() if member.isfile()]
        in_archive = {
            member.name.partition("/")[2].removeprefix("hooks/"): opened.extractfile(member).read()
            for member in members
        }
    for held in (in_wheel, in_archive):
        assert {name for name in held if name.startswith("city_relations/")} == wanted
        texts = {name: content.decode(errors="ignore") for name, content in held.items()}
        assert [name for name, text in texts.items() if DEMONSTRATION.search(text)] == []
    assert not [name for name in in_archive if name.split("/")[0] in ("docs", "partners", "tests")]
