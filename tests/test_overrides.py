"""A city's own templates: they take the place of ours by name, and are refused by file and line."""

from __future__ import annotations

import re

import pytest

from building import ROOT, build, built, copy_project
from city_relations.rendering.overrides import templates


@pytest.fixture
def project(tmp_path):
    """Copy the demonstration as a city that has installed the package, with own templates."""
    project = copy_project(tmp_path / "city", ROOT)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    theme = f"name: material\n  custom_dir: {ROOT}/hooks/city_relations/theme\n"
    assert theme in settings
    own = settings.replace(theme, "name: city_relations\n  custom_dir: overrides\n")
    (project / "mkdocs.yml").write_text(own, encoding="utf-8")
    (project / "overrides" / "partials").mkdir(parents=True)
    return project


def write(project, name, text):
    """Write a template of the city's own."""
    (project / "overrides" / name).write_text(text, encoding="utf-8")


def test_a_partial_takes_the_place_of_ours(project, tmp_path):
    """The city's foot stands on every page, the missing one too, and reads what ours reads."""
    write(project, "partials/footer.html", "<footer>Pied : {{ layout.publisher }}</footer>")
    site = built(project, tmp_path / "site")
    for page in ("index.html", "partenaires/turin/index.html", "liens/index.html", "404.html"):
        text = (site / page).read_text(encoding="utf-8")
        assert "<footer>Pied : Ville de Chambéry" in text
        assert "rel-foot" not in text


def test_a_block_is_filled_and_the_rest_stays(project, tmp_path):
    """A frame that extends ours adds at a block's end, and loses nothing."""
    fill = '{% extends "ours/frame.html" %}{% block header_end %}<p>Annonce</p>{% endblock %}'
    write(project, "frame.html", fill)
    text = (built(project, tmp_path / "site") / "carte" / "index.html").read_text(encoding="utf-8")
    assert "</header>" in text.partition("<p>Annonce</p>")[0]
    assert "rel-foot" in text


def test_a_body_takes_the_place_of_ours(project, tmp_path):
    """The page of a partner is written by the city's own template."""
    write(project, "partner.html", "<h1>{{ text(partner.name) }}</h1><p>À nous.</p>")
    site = built(project, tmp_path / "site")
    text = (site / "partenaires" / "turin" / "index.html").read_text(encoding="utf-8")
    assert "<p>À nous.</p>" in text


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("partials/foot.html", "x", "overrides/partials/foot.html:1:1: aucun modèle ne porte le"),
        ("partials/foter.html", "x", "vouliez-vous dire « partials/footer.html »"),
        ("main.html", "x", "écrivez « frame.html »"),
        (
            "partials/footer.html",
            "a\n{{ lost }}",
            "footer.html:2:1: rien ne s’appelle « lost » ici",
        ),
        ("partials/footer.html", "a\n{% if %}", "footer.html:2:1: ce modèle ne peut pas être lu"),
        (
            "partner.html",
            "a\n\n{{ partner.lost }}",
            "overrides/partner.html:3:1: rien ne s’appelle « lost »",
        ),
    ],
)
def test_what_cannot_be_a_template_is_told(project, tmp_path, name, text, told):
    """A name of nobody, a page that puts ours aside, a variable that is gone: file and line."""
    write(project, name, text)
    done = build(project, tmp_path / "site")
    assert done.returncode == 1
    assert told in (done.stdout + done.stderr).replace("\u00a0", " ").replace("\u202f", " ")
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "site").exists()


def test_own_templates_stand_on_our_theme(project, tmp_path):
    """Material with a city's templates would show its own pages: refused, with what to write."""
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    other = settings.replace("name: city_relations\n", "name: material\n")
    (project / "mkdocs.yml").write_text(other, encoding="utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 1
    assert "écrivez « name: city_relations »" in re.sub(r"\s", " ", done.stdout + done.stderr)
    assert "Traceback" not in done.stdout + done.stderr


def test_hacking_lists_the_templates_a_city_may_replace():
    """The page that a message sends developers to names each template, and none that is gone."""
    recipe = (ROOT / "HACKING.md").read_text(encoding="utf-8").partition("**Replace a template")[2]
    listed = recipe.partition("They are, in")[2].partition("\n\n")[0]
    assert re.findall(r"`([\w/]+\.html)`", listed) == templates()
