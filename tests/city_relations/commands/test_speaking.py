"""The staff is spoken to in its own language, whatever the city and the machine."""

from __future__ import annotations

import pytest

from city_relations import cli
from city_relations.commands.speaking import languages_of_site, system_languages
from city_relations.language.words import say, staff_words

SPOKEN = [
    ("languages: [fr]\n    country: FR", ("fr-FR",)),
    ("languages: [en, fr]\n    country: GB", ("en-GB", "fr")),
    ("languages: de, fr\n    country: Suisse", ("de", "fr")),
    ("languages: [fr-CA]\n    country: CA", ("fr-CA",)),
    ("country: FR", ()),
    ("languages: [fr", ("fr",)),
    ("? [", ()),
]


@pytest.mark.parametrize(("settings", "languages"), SPOKEN)
def test_the_languages_of_a_site_are_read_from_its_settings(tmp_path, settings, languages):
    """The first is as its country speaks it; settings that cannot be read say nothing."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"extra:\n  city:\n    {settings}\n", encoding="utf-8")
    assert languages_of_site(file) == languages
    assert languages_of_site(tmp_path / "none.yml") == ()


@pytest.mark.parametrize(
    ("environ", "languages"),
    [
        ({"LANG": "fr_FR.UTF-8"}, ("fr-FR",)),
        ({"LC_ALL": "de_AT@euro", "LANG": "fr_FR.UTF-8"}, ("de-AT",)),
        ({"LANGUAGE": "it:fr", "LANG": "en_GB.UTF-8"}, ("it", "fr")),
        ({"LANG": "C.UTF-8"}, ()),
        ({"LC_ALL": "C", "LANG": "fr_FR"}, ("fr-FR",)),
        ({}, ()),
    ],
)
def test_the_machine_says_its_language_by_its_environment(environ, languages):
    """LANGUAGE, LC_ALL, LC_MESSAGES and LANG count in this order; C is nobody's language."""
    assert system_languages(environ) == languages


@pytest.mark.parametrize(
    ("languages", "told"),
    [
        (("fr-CA",), "fr"),
        (("it", "de"), "de"),
        (("it",), "en"),
        (("en-GB", "fr"), "en"),
        ((), "en"),
    ],
)
def test_the_staff_is_told_in_the_first_language_that_has_its_half(languages, told):
    """Nobody is told half in one language and half in another."""
    assert staff_words(*languages).language == told


@pytest.mark.parametrize(
    ("settings", "asked", "told_in"),
    [
        ("languages: [fr]", (), "fr"),
        ("languages: [it, de]", (), "de"),
        ("languages: [it]", (), "en"),
        ("languages: [fr]", ("--language", "en"), "en"),
        ("languages: [fr]", ("--language=de-AT",), "de"),
        ("country: FR", (), "de"),
        ("", (), "de"),
    ],
)
def test_commands_speak_the_sites_language_else_the_machines(
    tmp_path, monkeypatch, capsys, settings, asked, told_in
):
    """What is asked for counts first, then the site; where that says nothing, the machine."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.chdir(tmp_path)
    if settings:
        file = tmp_path / "mkdocs.yml"
        file.write_text(f"extra:\n  city:\n    {settings}\n", encoding="utf-8")
    cli.main(["schemas", *asked])
    written = staff_words(told_in)(say("Written: {file}.", file="schemas/partner.schema.json"))
    assert written in capsys.readouterr().out
