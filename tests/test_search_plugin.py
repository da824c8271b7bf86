"""A city that keeps MkDocs' plugin `search` is not disturbed by it, nor one that has none."""

from __future__ import annotations

import json

from building import ROOT, built, copy_project, files
from city_relations.content import read_content
from indexed import indexed


def test_the_plugin_adds_its_own_file_and_changes_no_other(tmp_path):
    """With the plugin the site holds the same bytes, and an index of it that no page asks for."""
    project = copy_project(tmp_path / "city")
    without = files(built(project, tmp_path / "without"))
    settings = project / "mkdocs.yml"
    told = settings.read_text(encoding="utf-8")
    assert "plugins: []" in told
    settings.write_text(told.replace("plugins: []", "plugins: [search]"), encoding="utf-8")
    with_it = files(built(project, tmp_path / "with"))
    assert set(with_it) - set(without) == {"search/search_index.json"}
    kept = json.loads(with_it.pop("search/search_index.json"))
    assert not [doc for doc in kept["docs"] if doc["location"].startswith("partenaires/")]
    assert with_it == without


def test_every_page_is_in_the_index(site):
    """Each page of a language can be found but the search itself; hand-written ones are as well."""
    others = tuple(f"{language}/" for language in read_content(ROOT).languages[1:])
    told = {one.address or "./" for one in indexed(site)}
    pages = {path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html")}
    moved = {
        f"{path.parent.relative_to(site).as_posix()}/"
        for path in site.rglob("index.html")
        if 'http-equiv="refresh"' in path.read_text(encoding="utf-8")
    }
    pages -= moved
    assert told == {one for one in pages if not one.startswith(others)} - {"recherche/"}
    for own in others:
        found = {one.address for one in indexed(site / own)}
        mine = {one for one in pages if one.startswith(own)}
        assert len(mine - found) == 1
        assert all(one.startswith(("communiques/", *others)) for one in found - mine)
