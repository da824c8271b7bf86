"""`relations tidy` and `check --tidy`: one canonical form, shown before it is written."""

from __future__ import annotations

PROFILE = "partners/korca.yml"


def lenient(site):
    """Write the languages of a profile as a text, with a comment; give the file."""
    file = site / PROFILE
    text = file.read_text().replace("languages: [sq]", "languages: albanais  # et grec")
    file.write_text(text)
    return file


def test_what_would_change_is_shown_and_not_written(site, relations):
    """Where nobody can be asked nothing is written, and how to write it is said."""
    before = lenient(site).read_text()
    status, told = relations("tidy", PROFILE)
    assert (status, lenient(site).read_text()) == (0, before)
    assert "\n  - languages: albanais  # et grec\n" in told
    assert "\n  + languages: [sq]  # et grec\n" in told
    assert told.endswith("ajoutez « --yes ».\n")


def test_it_is_written_where_that_is_agreed_to(site, relations):
    """With `--yes` the file is written, and there is nothing to tidy any more."""
    file = lenient(site)
    assert relations("tidy", "--yes", "partners")[0] == 0
    assert "languages: [sq]  # et grec\n" in file.read_text()
    assert relations("tidy", "partners") == (
        0,
        "Toutes les fiches sont dans leur forme canonique.\n",
    )
    assert relations("check") == (0, "Aucun problème : le contenu peut être publié.\n")


def test_what_the_check_refuses_is_left_as_it_is(site, relations):
    """A faulty file is named, and nothing of it changes."""
    file = lenient(site)
    file.write_text(file.read_text().replace("country: AL", "country: Xyzzy"))
    status, told = relations("tidy", "--yes", PROFILE)
    assert (status, told.startswith(f"{PROFILE} reste tel quel")) == (1, True)
    assert relations("tidy", "mkdocs.yml")[1].startswith("« mkdocs.yml » n’est ni une fiche")


def test_the_check_judges_shapes_when_it_is_asked_to(site, relations):
    """`check --tidy` tells each value in another shape; quotes, order and layout are nobody's."""
    lenient(site)
    relations("tidy", "--yes", "press_releases", "partners/turin.yml")
    _, told = relations("check", "--tidy", PROFILE)
    assert f"languages: ce n’est pas la forme canonique : « relations tidy {PROFILE} »" in told
    assert relations("check", PROFILE)[0] == 0
    relations("tidy", "--yes")
    file = site / PROFILE
    file.write_text(file.read_text().replace("country: AL", 'country:    "AL"'))
    assert relations("check", "--tidy")[0] == 0
