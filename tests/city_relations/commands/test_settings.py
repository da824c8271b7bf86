"""`relations -f FILE`: the core reads the configuration it was given, as MkDocs does."""

from __future__ import annotations

import shutil

import pytest

from building import SAMPLE_CITY
from city_relations import cli


@pytest.mark.parametrize("asked", [["-f", "other.yml", "check"], ["check", "-f", "other.yml"]])
def test_the_configuration_is_the_one_named(site, relations, asked):
    """A fault in the file named is told with its name, whatever stands in mkdocs.yml."""
    text = (site / "mkdocs.yml").read_text()
    (site / "other.yml").write_text(text.replace("    country: ", "    contry: "))
    assert relations("check")[0] == 0
    status, told = relations(*asked)
    assert status == 1
    assert "other.yml:" in told
    assert "mkdocs.yml:" not in told


def test_a_configuration_that_is_not_there_is_told(relations):
    """A name that is no file is told as missing."""
    status, told = relations("check", "--config-file=lost.yml")
    assert (status, told.startswith("lost.yml:1:1: ")) == (1, True)


def test_commands_speak_the_language_of_the_site(tmp_path, monkeypatch, capsys):
    """In an English city the check answers in English, unless another language is asked for."""
    shutil.copytree(SAMPLE_CITY, tmp_path / "city")
    monkeypatch.chdir(tmp_path / "city")
    cli.main(["check"])
    english = capsys.readouterr().out
    cli.main(["check", "--language", "fr"])
    french = capsys.readouterr().out
    assert "publishing" in english
    assert "publishing" not in french
