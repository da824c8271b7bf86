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
from city_relations.content import read_content
from city_relations.law import law_of
from own_law import claims, unsourced
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
REGIONS = {"qc": ("--region", "CA-QC")}
# The pages that speak of law, by where they stand in each language.
OF_LAW = {
    "fr": ("mentions-legales", "accessibilite", "donnees-personnelles", "donnees"),
    "de": ("impressum", "barrierefreiheit", "datenschutz", "daten"),
    "ja": ("legal", "accessibility", "privacy", "data"),
}
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
    init = (*init, *REGIONS.get(request.param, ()))
    (tmp_path / request.param).mkdir()
    run(installed, tmp_path / request.param, *init)
    return tmp_path / request.param / "city"


def language_of(city):
    """Return the language that a city was begun in."""
    return LANGUAGES.get(city.parent.name, city.parent.name)


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
    shutil.rmtree(city / "hooks")
    run(installed, city, "mkdocs", "build", "--strict")
    full = ours(city / "site")
    assert empty.keys() < full.keys()
    for slug in PARTNERS:
        assert any(f"/{slug}/index.html" in name for name in full), slug
    told = {**{f"empty/{name}": text for name, text in empty.items()}, **full}
    assert [name for name, text in told.items() if DEMONSTRATION.search(text)] == []
    written = {n: c for n, c in files(city).items() if n.split("/")[0] not in BUILT}
    assert [name for name, text in written.items() if DEMONSTRATION.search(text.decode())] == []
    assert b"hooks:" not in written["mkdocs.yml"]
    law = law_of(read_content(city).city)
    assert (
        law.files
        == {"fr": ("fr",), "de": ("eu", "de"), "ja": ("jp",), "qc": ("ca-qc",)}[city.parent.name]
    )
    site = files(city / "site")
    assert claims({**written, **site}, law) == {}
    pages = [name for name in site if name.endswith(".html")]
    assert {f"{page}/index.html" for page in OF_LAW[language_of(city)]} <= {*pages}
    assert unsourced(site, law, pages) == {}
    if city.parent.name in ENTIRE:
        assert english_on(full) == {}
        assert english_on(empty) == {}


BUILT = {"site", ".cache"}
# Languages told to readers in whole, in which no word of ours is English.
ENTIRE = {"de", "ja"}
ENGLISH = re.compile(r"\b(?:the|of|and|with|since|until|for|this|page|press|search|ties?)\b")


def english_on(texts):
    """Return the English words that a reader sees on the pages of a site, by page."""
    found = {}
    for name, text in texts.items():
        if name.endswith(".html"):
            body = re.sub(r"(?s)<(script|style|head|code)\b.*?</\1>|<[^>]*>", " ", text)
            marked = re.findall(r'lang="en"', text)
            if words := [*ENGLISH.findall(body), *marked]:
                found[name] = words
    return found


@pytest.mark.parametrize("city", ["de"], indirect=True)
def test_properdocs_builds_the_same(installed, city):
    """Under ProperDocs a city is the same, but for the line that names the generator."""
    run(installed, city, "mkdocs", "build", "--strict")
    run(installed, city, "properdocs", "build", "--strict", "-d", "bridge")
    generator = re.compile(rb'<meta name="generator" content="(\w+)-1\.6\.\d+">')
    sites = []
    for folder, name in (("site", b"mkdocs"), ("bridge", b"properdocs")):
        told = files(city / folder)
        assert generator.search(told["index.html"])[1] == name
        sites.append({path: generator.sub(b"", content) for path, content in told.items()})
    assert sites[0] == sites[1]


@pytest.mark.parametrize("city", ["fr"], indirect=True)
def test_the_configuration_named_is_read_by_the_core_too(installed, city):
    """`mkdocs build -f other.yml` tells the city of that file, masthead and data alike."""
    settings = (city / "mkdocs.yml").read_text()
    told = re.sub(r'(?m)^      name: ".*"$', '      name: "Quite Another"', settings)
    (city / "other.yml").write_text(told)
    run(installed, city, "mkdocs", "build", "--strict", "-f", "other.yml")
    assert "Quite Another" in (city / "site" / "index.html").read_text()


LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h90v30H0z"/></svg>'
NEWCOMERS = {
    "de": {
        "name": ("Talbrück", "DE", "48.5,9.3"),
        "partners": (
            ("Albenga Vecchia", "Italien", "Städtepartnerschaft", "1985"),
            ("Saint-Verre", "FR", "Freundschaft", "1992"),
            ("Nordvik", "Norwegen", "agreement", "2020"),
        ),
        "release": ("Ein Chor aus Nordvik singt in Talbrück", "nordvik"),
        "waits": "Hier den Text der Mitteilung schreiben.",
        "text": "Der Chor singt im Rathaus; der Eintritt ist frei.",
        "pages": ("partner", "pressemitteilungen"),
    },
    "fr": {
        "name": ("Val-des-Pins", "Canada", "46.3,-72.6"),
        "partners": (
            ("Sherbrook", "US", "jumelage", "1985"),
            ("Saint-Verre", "France", "amitié", "1992"),
            ("Nordvik", "Norvège", "accord", "2020"),
        ),
        "release": ("Une chorale de Nordvik chante à Val-des-Pins", "nordvik"),
        "waits": "Écrivez ici le texte du communiqué.",
        "text": "La chorale chante à l’hôtel de ville ; l’entrée est libre.",
        "pages": ("partenaires", "communiques"),
    },
}


def make(city, target):
    """Run a target of a city's Makefile, which may ask nobody outside."""
    done = subprocess.run(
        ["make", target],
        cwd=city,
        env=environment(PIP_NO_INDEX="1", PYTHONPATH=""),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("language", NEWCOMERS)
def test_a_newcomers_way(installed, tmp_path, language):
    """By the commands the READMEs name, a city has its logo, three partners and a release."""
    way = NEWCOMERS[language]
    name, country, point = way["name"]
    answers = ("--name", name, "--country", country, "--coordinates", point, "--yes")
    run(installed, tmp_path, "city_relations", "init", "city", *answers, "--language", language)
    city = tmp_path / "city"
    (city / ".venv").symlink_to(installed / "venv")
    (city / "docs" / "logo.svg").write_text(LOGO)
    settings = (city / "mkdocs.yml").read_text()
    begins = "    accent: "
    assert begins in settings
    (city / "mkdocs.yml").write_text(settings.replace(begins, f"    logo: logo.svg\n{begins}"))
    for partner, where, kind, since in way["partners"]:
        told = ("--name", partner, "--country", where, "--kind", kind, "--since", since)
        run(installed, city, "city_relations", "new", "partner", *told)
    title, partner = way["release"]
    told = ("--title", title, "--partner", partner, "--summary", way["text"])
    run(installed, city, "city_relations", "new", "release", *told)
    (draft,) = (city / "press_releases").glob("2*/*.md")
    text = draft.read_text()
    assert "status: draft\n" in text
    assert way["waits"] in text
    draft.write_text(text.replace("status: draft\n", "").replace(way["waits"], way["text"]))
    make(city, "site")
    make(city, "test")
    partners, releases = way["pages"]
    for page in (f"{partners}/nordvik", f"{releases}/{draft.parent.name}/{draft.stem}"):
        shown = (city / "site" / page / "index.html").read_text()
        assert 'class="rel-logo" src="../../' in shown
    home = (city / "site" / "index.html").read_text()
    assert all(partner in home for partner, *_ in way["partners"])
    assert title in home


def test_the_readme_names_each_step():
    """What a newcomer types stands in the README, and init's own README tells the rest."""
    readme = (ROOT / "README.md").read_text()
    assert all(step in readme for step in ("pip install", "relations init", "make site"))
    for file in (ROOT / "hooks" / "city_relations" / "starter").glob("*/*.md"):
        steps = ("make site", "relations new partner", "relations new release", "logo", "words/")
        assert [step for step in steps if step not in file.read_text()] == [], file


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
