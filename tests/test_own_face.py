"""A city's own face: logo, mark, icon, second accent, links, words and modules, on every page."""

from __future__ import annotations

import pytest

from building import build, built
from small_city import CONFIGURATION, TURIN, write_city

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20H0z"/></svg>'
FACE = """    languages: [fr]
    second_accent: "#1f4e79"
    logo: images/logo.svg
    mark: images/mark.svg
    favicon: images/icon.svg
    masthead_links: [{title: "La Ville <3", url: "https://ville.example/"}]
    foot_links: [{title: La lettre, url: "https://ville.example/lettre"}]
    licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/", code: CC-BY-4.0}
    modules: [hooks/ours.py]
"""
WORDS = """msgid "Search"
msgstr "Trouver"

msgctxt "address"
msgid "partners"
msgstr "nos-amies"
"""
MODULE = '''"""A page, a file and a rule of the city's own."""

from markupsafe import Markup

from city_relations.published import Asset, Page


def outputs(edition):
    """Give a page and a file that count the partners."""
    count = len(edition.catalog.partners)
    yield Asset("compte.txt", f"{count}".encode())
    yield Page(
        address="compte/",
        title="Le compte",
        body=Markup("<p>Un.</p>"),
        language=edition.language,
        kind="text",
    )
'''


def settings():
    """Return the configuration of the small city with a face of its own."""
    assert "    languages: [fr]\n" in CONFIGURATION
    return CONFIGURATION.replace("    languages: [fr]\n", FACE)


def city(tmp_path, **more):
    """Write the small city with its face, its words and its module."""
    pictures = {f"docs/images/{name}.svg": SVG for name in ("logo", "mark", "icon")}
    told = {"words/fr.po": WORDS, "hooks/ours.py": MODULE, **more}
    return write_city(tmp_path / "city", {**pictures, **told}, settings=settings())


def test_every_page_has_the_face(tmp_path):
    """Logo, mark, icon, both links, the second accent and a renamed word stand on every page."""
    site = built(city(tmp_path), tmp_path / "site")
    for page, up in (("index.html", ""), ("nos-amies/turin/index.html", "../../")):
        text = (site / page).read_text(encoding="utf-8")
        assert f'<img class="rel-logo" src="{up}images/logo.svg" alt="Port-Arden"' in text
        assert f'<img class="rel-mark" src="{up}images/mark.svg" alt=""' in text
        assert f'<link rel="icon" href="{up}images/icon.svg">' in text
        assert '<a href="https://ville.example/">La Ville &lt;3</a>' in text
        assert '<a href="https://ville.example/lettre">La lettre</a>' in text
        assert "<span>Trouver</span>" in text
    assert "--rel-second: var(--day, #1f4e79)" in (
        site / "assets" / "relations" / "accent.css"
    ).read_text(encoding="utf-8")
    assert "CC BY 4.0" in (site / "donnees" / "index.html").read_text(encoding="utf-8")


def test_a_module_publishes_as_ours_do(tmp_path):
    """A page of the city's own module is framed and listed, its file written."""
    site = built(city(tmp_path), tmp_path / "site")
    assert (site / "compte.txt").read_text() == "1"
    page = (site / "compte" / "index.html").read_text(encoding="utf-8")
    assert "<title>Le compte · Port-Arden</title>" in page
    assert "compte/" in (site / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("module", "told"),
    [
        ("def outputs(edition):\n    return [edition.lost]\n", "hooks/ours.py:2:1: ce module"),
        ("def check(content):\n    1 / 0\n", "hooks/ours.py:2:1: ce module"),
        ("def check(content:\n", "hooks/ours.py:1:1: ce module"),
    ],
)
def test_a_module_that_raises_is_told_by_name(tmp_path, module, told):
    """Whatever a module raises, its file and line are told and nothing is published."""
    project = city(tmp_path, **{"hooks/ours.py": module, "partners/turin.yml": TURIN})
    done = build(project, tmp_path / "site")
    assert done.returncode == 1
    assert told in (done.stdout + done.stderr).replace("\u00a0", " ").replace("\u202f", " ")
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "site").exists()
