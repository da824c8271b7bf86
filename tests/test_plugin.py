"""The package as MkDocs finds it: a theme and a plugin do what the hooks of a checkout do."""

from __future__ import annotations

import shutil

import pytest

from building import ROOT, SAMPLE_CITY, begin_mkdocs, build, built, copy_project, files

HOOKS = f"hooks: [{ROOT}/hooks/site_build.py]\n"
THEME = f"name: material\n  custom_dir: {ROOT}/hooks/city_relations/theme\n"


def as_plugin(project):
    """Let a project ask for the installed theme and plugin in place of the checkout's files."""
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert HOOKS in settings
    assert THEME in settings
    settings = settings.replace(HOOKS, "").replace(THEME, "name: city_relations\n")
    return settings.replace("plugins: []", "plugins: [city_relations]")


@pytest.mark.parametrize("city", [ROOT, SAMPLE_CITY], ids=["city", "sample"])
def test_plugin_and_hooks_give_the_same_bytes(city, tmp_path):
    """A site built by the plugin and the theme of the package is that of the checkout's hooks."""
    project = copy_project(tmp_path / "city", city)
    by_hooks = files(built(project, tmp_path / "hooks"))
    (project / "mkdocs.yml").write_text(as_plugin(project), encoding="utf-8")
    assert files(built(project, tmp_path / "plugin")) == by_hooks


def test_a_site_has_the_plugin_or_the_hooks(tmp_path):
    """Both at once are refused by name, and nothing is published."""
    project = copy_project(tmp_path / "city", ROOT)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("plugins: []", "plugins: [city_relations]")
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 1
    assert "gardez l’un des deux" in done.stdout + done.stderr
    assert not (tmp_path / "site").exists()


def test_a_package_without_its_theme_is_told(tmp_path):
    """Where the templates are missing, one sentence says so, and the last site stays."""
    broken = tmp_path / "broken" / "city_relations"
    shutil.copytree(ROOT / "hooks" / "city_relations", broken)
    for template in (broken / "theme").rglob("*.html"):
        template.unlink()
    project = copy_project(tmp_path / "city", SAMPLE_CITY)
    (project / "mkdocs.yml").write_text(as_plugin(project), encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("last")
    done = begin_mkdocs(
        project, "build", "-d", str(tmp_path / "site"), PYTHONPATH=str(tmp_path / "broken")
    )
    assert done.returncode == 1
    assert "city-relations is installed without its theme" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert files(tmp_path / "site") == {"index.html": b"last"}
