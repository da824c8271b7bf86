"""The site is the same whether MkDocs builds it, ProperDocs, or we do without either."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

import forked
from building import ROOT, SAMPLE_CITY, environment, files, run_mkdocs
from small_city import CONFIGURATION, write_city

ENGINES = ("mkdocs", "properdocs", "material", "zensical")
GENERATOR = re.compile(rb'<meta name="generator" content="([a-z-]+)-\d+\.\d+\.\d+">')
FIGURE = re.compile(rb'(?<=<td class="rel-number">)\d+(?=</td>)')
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
    """Return the files of a site without the generator's line, and who that line names.

    The page that tells what pages weigh counts that line too: its figures are left out.
    """
    found = files(folder)
    scales = [path for path, content in found.items() if b" rel-page--eco" in content]
    assert scales
    found |= {path: FIGURE.sub(b"", found[path]) for path in scales}
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


FRONT = "---\ntitle: {}\ndescription: A & <b>B</b>\n---\n"
ODD = {
    "docs/index.md": """---
relations: home
---
# Le *monde*[^1] ![un logo](logo.png) & nous {#haut}

Un [guide](guide/README.md#a-b), [sa suite](guide/suite.md?x=1#nulle-part),
[Turin](/partenaires/turin/index.md),
[une page](<deux mots.md>), [la carte](carte/index.md), [dehors](https://a.example/x?y=1&z=2),
<a@b.example>, [ici](#haut), ![logo](logo.png)

[^1]: Une note.
""",
    "docs/guide/README.md": """---
lang: en
updated: 2024-05-06
---
No heading first.

## A *b*

<a name="old">raw</a> <img src="../logo.png"> [up](../index.md) [self](README.md)
""",
    "docs/guide/suite.md": """---
title: 2024
kind: text
search: {exclude: true}
---

# `code` & <i>x</i>

| a | b |
| --- | ---: |
| 1 | 2 |

```python
print('[x](y.md)')
```

<div id="d" markdown>**m**</div>
""",
    "docs/guide/index.css": "a {}",
    "docs/deux mots.md": FRONT.format("Deux <i>mots</i> &amp; « trois »") + "Texte : oui ?\n",
    "docs/brouillon.md": FRONT.format("Brouillon") + "Non.\n",
    "docs/secret/notes.md": FRONT.format("Secret") + "Non.\n",
    "docs/templates/x.txt": "no",
    "docs/.hidden": "no",
    "docs/logo.png": b"png",
    "docs/assets/own.js": "1",
    "docs/assets/stylesheets/main.own.css": "no",
    "overrides/assets/own.css": "b {}",
    "overrides/readme.txt": "no",
}
ENGLISH = {
    "docs/index.en.md": FRONT.format("Home")
    + "# Welcome\n\n[Two](<deux mots.md>) [map](carte/index.md)\n",
    "docs/deux mots.en.md": FRONT.format("Two words")
    + "Text: [home](index.md) [own](index.en.md)\n",
    "docs/only.md": "---\ntitle: Only\nlang: en\n---\nIn English alone.\n",
}
MORE = """theme: {name: city_relations, custom_dir: overrides, language: fr}
plugins: [city_relations]
exclude_docs: /secret/
draft_docs: brouillon.md
extra_css: [guide/index.css]
extra_javascript: [assets/own.js, {path: assets/module.js, type: module}]
repo_url: https://github.com/a/b
site_description: "Un & deux"
markdown_extensions:
  attr_list: {}
  md_in_html:
  footnotes: {BACKLINK_TITLE: "Retour {}"}
  toc:
    permalink: "¶"
    slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
  pymdownx.superfences:
    custom_fences:
      - {name: m, class: m, format: !!python/name:pymdownx.superfences.fence_code_format }
  pymdownx.snippets: {base_path: [!relative $docs_dir, !relative ], check_paths: true}
"""
MENUS = {
    "none": "",
    "sections": """nav:
  - index.md
  - Le guide:
      - guide/README.md
      - La suite: guide/suite.md
      - Plus loin: [deux mots.md, carte/index.md]
  - partenaires/index.md
  - Ailleurs: https://ailleurs.example/
""",
    "home inside": "nav: [{Accueil: [{Tout: index.md}]}, {Carte: carte/index.md}]\n",
    "two languages": "nav: [index.md, deux mots.md, carte/index.md]\n",
}


@pytest.mark.parametrize("menu", MENUS)
def test_odd_pages_are_as_mkdocs_has_them(menu, tmp_path):
    """Titles, links, anchors, menus, drafts and files of every kind come out as MkDocs' do."""
    settings = re.sub(r"(?m)^(theme|hooks|plugins): .*\n", "", CONFIGURATION)
    settings = settings.replace("port-arden.example/", "port-arden.example/monde")
    docs = ODD
    if menu == "two languages":
        settings = settings.replace("languages: [fr]", "languages: [fr, en]")
        docs = ODD | ENGLISH
    city = write_city(tmp_path / "city", docs, settings=MORE + MENUS[menu] + settings)
    done = run_mkdocs(city, "build", "-d", str(tmp_path / "mkdocs"))
    assert done.returncode == 0, done.stdout + done.stderr
    own = ("mkdocs.yml", "--site-dir", str(tmp_path / "own"))
    done = forked.run("builder", own, city, environment())
    assert done.returncode == 0, done.stdout + done.stderr
    (_, first), (_, tree) = told(tmp_path / "mkdocs"), told(tmp_path / "own")
    assert sorted(tree) == sorted(first)
    assert [name for name in first if tree[name] != first[name]] == []
