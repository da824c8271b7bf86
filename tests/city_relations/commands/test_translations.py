"""`relations new translation` and `relations languages`: what is in which language, and is true."""

from __future__ import annotations

import json

import pytest

RELEASE = "press_releases/2024/2024-02-29-korca.md"


@pytest.fixture
def many(site):
    """Let the small site be told in German and Italian as well."""
    settings = site / "mkdocs.yml"
    told = settings.read_text(encoding="utf-8")
    settings.write_text(told.replace("languages: [fr]", "languages: [fr, de, it]"), "utf-8")
    return site


def test_a_translation_knows_what_it_translates(relations, many):
    """A translation is begun as a sound draft; a change of its original is told by the check."""
    status, told = relations("new", "translation", RELEASE, "allemand")
    path = many / RELEASE.replace(".md", ".de.md")
    assert (status, path.name in told) == (0, True)
    assert "status: draft" in path.read_text(encoding="utf-8")
    assert "a changé depuis" not in relations("check", path)[1]
    original = many / RELEASE
    original.write_text(original.read_text(encoding="utf-8") + "\nUne phrase de plus.\n", "utf-8")
    status, told = relations("check")
    assert (status, "a changé depuis que cette traduction" in told) == (0, True)
    assert path.name in relations("languages")[1].partition("Modifiés")[2]


def test_a_page_is_translated_too(relations, many):
    """A page of docs/ is begun with its title, and not written over."""
    assert relations("new", "translation", "docs/index.md", "it")[0] == 0
    text = (many / "docs/index.it.md").read_text(encoding="utf-8")
    assert "translates: " in text
    assert relations("new", "translation", "docs/index.md", "it")[0] == 1


def test_an_easy_page_is_translated_beside(relations, many):
    """The translation of an easy page has its language first, and is counted as easy."""
    (many / "docs/index.easy.md").write_text("---\ntitle: Accueil\n---\nBonjour.\n", "utf-8")
    assert relations("new", "translation", "docs/index.easy.md", "de")[0] == 0
    assert "Bonjour." in (many / "docs/index.de.easy.md").read_text(encoding="utf-8")
    told = json.loads(relations("languages", "--json")[1])["languages"]
    assert [one["easy"] for one in told] == [1, 1, 0]
    assert not any("easy" in file for one in told for file in one["missing"])


@pytest.mark.parametrize(
    ("file", "language", "says"),
    [
        ("partners/korca.yml", "de", "n’est pas un original"),
        ("press_releases/2024/2024-02-30-korca.md", "de", "n’est pas un original"),
        (RELEASE, "klingonais", "n’est pas une langue"),
    ],
)
def test_what_cannot_be_translated_is_said(relations, many, file, language, says):
    """A file that is no original and a language of nobody are refused in words."""
    assert many.is_dir()
    status, told = relations("new", "translation", file, language)
    assert (status, says in told) == (1, True)


def test_languages_as_data(relations, many):
    """What exists in which language is told as JSON, with what nobody translated."""
    relations("new", "translation", RELEASE, "de")
    told = json.loads(relations("languages", "--json")[1])
    found = {one["language"]: one for one in told["languages"]}
    assert list(found) == ["fr", "de", "it"]
    assert found["de"]["releases"] == 1
    assert RELEASE in found["it"]["missing"]
    assert RELEASE not in found["de"]["missing"]
    assert [one["lacking"] for one in told["languages"]] == [0, 0, 0]
    assert many.is_dir()
