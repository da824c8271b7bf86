"""Everything that is wrong is told in one go: a fault hides no other, and none follows from it."""

from __future__ import annotations

import re
import shutil
from functools import cache
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

import pytest

from building import SAMPLE_CITY
from city_relations.catalog import read_catalog
from city_relations.documents import read_city_section, read_markdown, read_profile
from city_relations.language.words import words_for
from city_relations.problems import ContentError
from mistaken import BASE, EXPECTED, NOW, Case, cases, make

EN = words_for("en")
MAKING = {"mistake", "change", *EXPECTED}
SINGLE = {case.name: case for case in cases() if case.data.keys() <= MAKING}
# What each other mistake of a file is made together with, in turn.
OTHERS = {
    "partners/korca.yml": (
        *("country-unknown", "end-before-the-signature", "link-in-a-profile"),
        *("web-address-without-https", "population-in-words"),
    ),
    "partners/turin.yml": ("photo-without-credit", "coordinates-swapped", "goal-out-of-range"),
    "press_releases/2023/2023-06-10-turin.md": ("date-backwards", "mobile-number-of-a-contact"),
    "press_releases/2024/2024-02-29-korca.md": (
        *("partner-unknown", "link-misspelt", "mobile-number-in-the-text", "title-too-long"),
    ),
    "mkdocs.yml": ("accent-too-weak", "time-zone-unknown", "legal-notice-missing"),
}
# What is told of the one hangs on the other.
ENTWINED = {
    ("coordinates-swapped", "country-unknown"),  # a point is judged by its country
    ("coordinates-elsewhere", "country-unknown"),
    ("act-dated-ahead", "end-before-the-signature"),  # the message names the other's date
    ("two-agreements-at-once", "end-before-the-signature"),  # the first ends before the second
    # of a text in two versions nothing else is told: one of them goes
    *(("conflict-of-git", other) for other in OTHERS["press_releases/2024/2024-02-29-korca.md"]),
    # where the city cannot be read, no address of the menu is known
    *(("menu-in-another-language", other) for other in OTHERS["mkdocs.yml"]),
    *(("city-missing", other) for other in OTHERS["mkdocs.yml"]),  # nothing is left of the city
}


def file_of(case):
    """Return the one file a mistake is made in."""
    files = {change["in"] for change in case.data["change"]}
    return files.pop() if len(files) == 1 else ""


def pairs():
    """Yield each mistake with two others of its file."""
    for name, case in SINGLE.items():
        found = set(OTHERS.get(file_of(case), ())) - {b for a, b in ENTWINED if a == name}
        others = [other for other in sorted(found) if apart(case, SINGLE[other])]
        start = crc32(name.encode()) % max(1, len(others))
        yield from ((name, other) for other in [*others[start:], *others[:start]][:2])


def apart(one, other):
    """Return whether two mistakes can be made in one file: they change other words."""
    text = (BASE / file_of(one)).read_text(encoding="utf-8")
    finds = [[change["find"] for change in case.data["change"]] for case in (one, other)]
    spans = [[(text.find(f), text.find(f) + len(f)) for f in found] for found in finds]
    return not any(a <= d and c <= b for (a, b), (c, d) in product(*spans))


def problems(root):
    """Return all that the check says, remarks among it."""
    try:
        return read_catalog(root, NOW).remarks
    except ContentError as error:
        return error.problems


def said(root):
    """Return what is said of each file, without places: another mistake may add a line."""
    return {plain(problem) for problem in problems(root)}


def plain(problem):
    """Return the file and the words of a problem."""
    return problem.file, re.sub(r":\d+", "", problem.told(EN)).partition(": ")[2]


@cache
def alone(name):
    """Return what is said of a site with one mistake in it."""
    with TemporaryDirectory() as folder:
        make(SINGLE[name], Path(folder) / "site")
        return said(Path(folder) / "site")


@pytest.mark.parametrize(("one", "other"), [*pairs()])
def test_two_mistakes_are_told_together(one, other, tmp_path):
    """Of a file with two mistakes just what is told of each alone is told."""
    changes = [*SINGLE[one].data["change"], *SINGLE[other].data["change"]]
    make(Case(BASE, {"change": changes}), tmp_path / "site")
    assert said(tmp_path / "site") == alone(one) | alone(other)


SITES = {"base": (BASE, 1), "sample": (SAMPLE_CITY, 4)}


READERS = {".yml": read_profile, ".md": read_markdown}


def values():
    """Yield each value of the files of two sites, of the larger one each fourth."""
    for name, (site, step) in SITES.items():
        profiles, releases = (site / "partners").glob("*.yml"), site.glob("press_releases/*/2*.md")
        for path in sorted([site / "mkdocs.yml", *profiles, *releases]):
            found = written(path)
            for line, column, value in found[::step]:
                yield name, path.relative_to(site).as_posix(), line, column, value


def written(path):
    """List the values of a file that stand whole on one line, with their places."""
    read = {"mkdocs.yml": read_city_section}.get(path.name, READERS[path.suffix])
    document = read(path.parent, path)
    found = []
    for loc, place in document.reading.places.items():
        value = document.fields
        for step in loc:
            value = value[step]
        if isinstance(value, str) and value in document.line(place.line)[place.column - 1 :]:
            found.append((place.line, place.column, value))
    return found


@pytest.fixture(scope="module", params=SITES)
def site(request, tmp_path_factory):
    """Copy a site, and give what is told of it as it stands."""
    root = tmp_path_factory.mktemp(request.param) / "site"
    shutil.copytree(SITES[request.param][0], root, ignore=shutil.ignore_patterns("_expected"))
    return request.param, root, said(root)


def test_nothing_follows_from_a_value_that_cannot_be_read(site):
    """Whatever value is spoilt, the fault is told on its line, and nothing else but what was."""
    name, root, before = site
    follow = {}
    for _, file, line, column, value in (found for found in values() if found[0] == name):
        text = (root / file).read_text(encoding="utf-8")
        lines = text.split("\n")
        head, rest = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        quoted = rf"([\"']?){re.escape(value)}\1"
        lines[line - 1] = head + re.sub(quoted, "[[no]]", rest, count=1)
        (root / file).write_text("\n".join(lines), encoding="utf-8")
        found = problems(root)
        assert [p for p in found if (p.file, p.line) == (file, line)], f"{file}:{line}: {value}"
        follow[file, line, value] = [p for p in found if p.line != line and plain(p) not in before]
        (root / file).write_text(text, encoding="utf-8")
    assert {fault: told for fault, told in follow.items() if told} == {}
