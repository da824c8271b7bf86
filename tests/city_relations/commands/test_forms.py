"""What a city with forms is asked for, and what is done for it."""

from __future__ import annotations

import pytest

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
