"""Of what is asked of a release, or of a year that is over, the grounds are noted, once."""

from __future__ import annotations

import inspect
from datetime import timedelta

import pytest

from building import NOW, ROOT
from city_relations.catalog import Catalog, read_catalog
from city_relations.catalog.grounded import OF_DAY, OF_RELEASE
from small_city import CONFIGURATION, edition_of, profile, release, write_city

ONE, OTHER = "press_releases/2024/2024-05-01-one.md", "press_releases/2024/2024-05-02-other.md"
LATER = "press_releases/2025/2025-01-02-later.md"
ITALIAN = "---\ntitle: Un titolo\ndate: 2024-05-01\n---\nTesto.\n"
CORRECTION = "corrections: [{date: 2024-06-01, note: Une erreur.}]\n"
CHANGES = {
    "a word": {ONE: release("Un autre titre", "2024-05-01")},
    "a blank line": {ONE: release("Un titre", "2024-05-01", body="Un\n\ntexte.")},
    "who speaks": {ONE: release("Un titre", "2024-05-01", more="issuer: Le comité\n")},
    "a correction": {ONE: release("Un titre", "2024-05-01", more=CORRECTION)},
    "a translation": {ONE.replace(".md", ".it.md"): ITALIAN},
    "a withdrawal": {ONE: release("Un titre", "2024-05-01", more="status: withdrawn\n")},
}


def city(folder, changed=()):
    """Return the edition of a city with two releases, some files told otherwise."""
    told = {ONE: release("Un titre", "2024-05-01"), OTHER: release("Un titre", "2024-05-02")}
    return edition_of(read_catalog(write_city(folder, {**told, **dict(changed)}), NOW))


def asked_of(edition, file):
    """Return what is noted where all is asked of the release of a file."""
    found = edition.catalog.record(file)
    with edition.ledger.noting() as asked:
        for name in OF_RELEASE:
            getattr(edition.catalog, name)(found)
        edition.catalog.record(file)
    return asked


def test_every_question_about_a_release_is_about_nothing_else():
    """Each is a method of the catalog that takes a release and returns what holds on any day."""
    for name in OF_RELEASE:
        (_, one) = inspect.signature(getattr(Catalog, name)).parameters.values()
        assert one.annotation == "PressRelease", name


def test_all_that_is_asked_of_a_release_is_one_question(tmp_path):
    """However much is asked of it."""
    assert len(asked_of(city(tmp_path), ONE)) == 1


@pytest.mark.parametrize("changed", CHANGES)
def test_what_is_said_of_a_release_changes_its_answer_alone(tmp_path, changed):
    """A word, a blank line, a correction, a translation, a withdrawal: that of no other release."""
    before = city(tmp_path)
    own, other = (asked_of(before, file) for file in (ONE, OTHER))
    after = city(tmp_path, CHANGES[changed]).ledger
    assert (after.holds(own), after.holds(other)) == (False, True)


def test_what_is_said_of_a_release_holds_on_another_day(tmp_path):
    """Nothing of it hangs on today."""
    asked = asked_of(city(tmp_path), ONE)
    later = edition_of(read_catalog(tmp_path, NOW + timedelta(days=400)))
    assert later.ledger.holds(asked)


def test_whether_a_day_has_come_is_noted_and_no_day_of_a_build(tmp_path):
    """Of a day to come, the answer holds until it comes; that it is over, from the day after."""
    edition, tomorrow = city(tmp_path), NOW.date() + timedelta(days=1)
    with edition.ledger.noting() as come:
        edition.catalog.has_come(tomorrow)
    with edition.ledger.noting() as over:
        edition.catalog.is_over(tomorrow)
    later = [edition_of(read_catalog(tmp_path, NOW + timedelta(days=n))).ledger for n in range(4)]
    assert [one.holds(come) for one in later] == [True, False, False, False]
    assert [one.holds(over) for one in later] == [True, True, False, False]


def test_every_release_and_translation_has_an_answer():
    """In the demonstration city, in each of its languages, those withdrawn among them."""
    catalog = read_catalog(ROOT, NOW)
    for language in catalog.addresses:
        own = catalog.told_in(language)
        edition = edition_of(own, language)
        for one in (*catalog.originals, *catalog.withdrawn, *own.releases):
            with edition.ledger.noting() as asked:
                edition.catalog.issuers(one)
            assert edition.ledger.holds(asked), one.file


def test_a_translation_as_lists_tell_it_is_not_what_its_file_says(tmp_path):
    """With facts of its original it holds from build to build, until the original tells another."""
    settings = CONFIGURATION.replace("[fr]", "[fr, it]")
    event = "events: [{{date: 2024-06-01, title: {}}}]\n"

    def asked_again(title, *asked):
        told = release("Un titre", "2024-05-01", more=event.format(title))
        files = {ONE: told, ONE.replace(".md", ".it.md"): ITALIAN}
        catalog = read_catalog(write_city(tmp_path, files, settings=settings), NOW)
        edition = edition_of(catalog.told_in("it"), "it")
        return edition, [edition.ledger.holds(one) for one in asked]

    edition, _ = asked_again("Une visite")
    (one,) = (one for one in edition.catalog.releases if one.file.endswith(".it.md"))
    assert one is not edition.catalog.record(one.file)
    with edition.ledger.noting() as told:
        edition.catalog.issuers(one)
    with edition.ledger.noting() as read:
        edition.catalog.issuers(edition.catalog.record(one.file))
    assert told != read
    assert asked_again("Une visite", told, read)[1] == [True, True]
    assert asked_again("Une autre", told)[1] == [False]


def test_a_release_that_is_neither_read_nor_told_is_never_kept(tmp_path):
    """What a release of ours says that stands in no list cannot be asked again."""
    edition = city(tmp_path)
    one, other = (edition.catalog.record(file) for file in (ONE, OTHER))
    made = one.model_copy(update={"title": "Un autre"}).from_document(other.document)
    with edition.ledger.noting() as asked:
        edition.catalog.issuers(made)
    assert not city(tmp_path).ledger.holds(asked)


def test_the_city_is_no_record_that_a_file_is_asked_for(tmp_path):
    """What is said of it is one thing, that no page is told of its file another."""
    edition = city(tmp_path)
    with edition.ledger.noting() as asked:
        edition.catalog.record("mkdocs.yml")
        edition.ledger.given(edition.catalog.city)
    assert len(asked) == 2
    assert edition_of(read_catalog(tmp_path, NOW)).ledger.holds(asked)


@pytest.mark.parametrize(
    ("changed", "holds"),
    [
        ({LATER: release("Un titre neuf", "2025-01-02")}, True),
        ({LATER: release("Un titre", "2025-01-02", more=CORRECTION)}, False),
        ({ONE: release("Un mot", "2024-05-01")}, False),
        ({"partners/turin.yml": profile("Torin")}, False),
    ],
    ids=["later news", "a correction", "own news", "a profile"],
)
def test_a_year_that_is_over_rests_on_what_was_written_of_it(tmp_path, changed, holds):
    """Its review, milestones and ties are one question; later news leaves the answer as it is."""
    own = {LATER: release("Un titre", "2025-01-02")}
    seen = city(tmp_path, own).seen_from(2024)
    with seen.ledger.noting() as asked:
        for name in OF_DAY:
            found = getattr(seen.catalog, name)
            found("turin") if callable(found) else None
    assert [*asked] == ['["grounds"]']
    assert city(tmp_path, own).seen_from(2024).ledger.holds(asked)
    assert city(tmp_path, own | changed).seen_from(2024).ledger.holds(asked) is holds
