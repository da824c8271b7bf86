"""The site is the same whether MkDocs builds it, ProperDocs, or we do without either."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from building import ROOT, SAMPLE_CITY, environment, files

ENGINES = ("mkdocs", "properdocs", "material", "zensical")
GENERATOR = re.compile(rb'<meta name="generator" content="([a-z-]+)-\d+\.\d+\.\d+">')
CITIES = {"site": ROOT, "sample_site": SAMPLE_CITY}


@pytest.fixture(scope="module")
def without_engines(tmp_path_factory):
    """Return the environment of a Python that no engine can be imported in."""
    folder = tmp_path_factory.mktemp("barred")
    for name in ENGINES:
        (folder / f"{name}.py").write_text(f"raise ImportError('{name} is barred')\n")
    return environment(PYTHONPATH=str(folder))


def run(project, environ, *command):
    """Run a module of Python in a project's folder; it must succeed."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def told(folder):
    """Return the files of a site without the generator's line, and who that line names."""
    found = files(folder)
    (generator,) = {GENERATOR.search(c)[1].decode() for c in found.values() if GENERATOR.search(c)}
    return generator, {path: GENERATOR.sub(b"", content) for path, content in found.items()}


@pytest.mark.parametrize("city", CITIES)
def test_three_trees_are_one(city, request, without_engines, tmp_path):
    """MkDocs, ProperDocs and `relations build`, which can import neither, give the same bytes."""
    by_mkdocs = told(request.getfixturevalue(city))
    build = ("build", "--strict", "-d", str(tmp_path / "bridge"))
    run(CITIES[city], environment(), "properdocs", *build, "-f", "mkdocs.yml")
    build = ("build", "--strict", "-d", str(tmp_path / "own"))
    run(CITIES[city], without_engines, "city_relations", *build)
    trees = [by_mkdocs, told(tmp_path / "bridge"), told(tmp_path / "own")]
    assert [generator for generator, _ in trees] == ["mkdocs", "properdocs", "city-relations"]
    first = trees[0][1]
    for generator, tree in trees[1:]:
        assert sorted(tree) == sorted(first), generator
        assert [name for name in first if tree[name] != first[name]] == [], generator
