"""What a city with forms is asked for, and what is done for it."""

from __future__ import annotations

import pytest

from city_relations.commands import forms_install
from city_relations.commands.call import Refused
from city_relations.language.words import words_for

FORMS = "    forms: {backend: gitlab, repository: ville/relations}\n"


@pytest.fixture
def with_forms(site):
    """Say where the forms of the small site write; give one of its profiles."""
    settings = site / "mkdocs.yml"
    told = settings.read_text(encoding="utf-8")
    settings.write_text(told.replace("    languages:", f"{FORMS}    languages:"), "utf-8")
    return next((site / "partners").glob("*.yml"))


def untidy(profile):
    """Write a value of a profile in a form that forms would destroy."""
    text = profile.read_text(encoding="utf-8")
    profile.write_text(f"{text}population: 80 000\n", encoding="utf-8")


def test_with_forms_an_untidy_record_is_a_problem(relations, with_forms):
    """What a form would destroy keeps the site from being published, until it is tidied."""
    relations("tidy", "--yes")
    assert relations("check")[0] == 0
    untidy(with_forms)
    status, told = relations("check")
    assert status == 1
    assert "forme canonique" in told
    assert relations("tidy", "--for-forms", "--yes")[0] == 0
    assert relations("check")[0] == 0


def test_without_forms_nothing_is_tidied_for_them(relations, site):
    """A city without forms is left as it is, and npm is asked for nothing."""
    profile = next((site / "partners").glob("*.yml"))
    untidy(profile)
    before = profile.read_bytes()
    for command in (("tidy", "--for-forms", "--yes"), ("forms", "install")):
        status, told = relations(*command)
        assert status == 0
        assert "formulaires" in told
    assert profile.read_bytes() == before
    assert relations("check")[0] == 0


def test_another_software_than_is_pinned_is_refused(tmp_path):
    """A script without what is to be replaced is refused by name, and left as it is."""
    script = tmp_path / "sveltia-cms.js"
    script.write_text("another", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        forms_install.quiet(script)
    assert "https://unpkg.com/" in words_for("fr")(refused.value.text)
    assert script.read_text(encoding="utf-8") == "another"
