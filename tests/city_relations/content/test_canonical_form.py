"""Records in canonical form: the same facts, in the one shape that every program may count on."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings

from building import ROOT, SAMPLE_CITY
from city_relations.content import read_content
from city_relations.content.canonical_form import tidied, tidied_text
from city_relations.documents.signs import without_unfit
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from from_schema import as_yaml, records
from small_city import write_bare_city

PROFILE = "name: {{fr: Turin}}\ncountry: IT\n{}\nties:\n  - kind: twinning\n    since: 1957\n"
# What forms destroy: each in the shape they keep, and with it what stands around.
LENIENT = {
    "coordinates: 45.07, 7.68  # le centre": "coordinates: {lat: 45.07, lon: 7.68}  # le centre",
    "coordinates: 51° 3′ N, 3,7° E": "coordinates: {lat: 51.05000, lon: 3.70000}",
    "languages: italien": "languages: [it]",
    "languages: [italien et français]": "languages: [it, fr]",
    "population: 80 000": "population: {value: 80000}",
    "population: environ 75 994 hab. (2011)": (
        "population: {value: 75994, as_of: 2011, qualifier: about}"
    ),
    "sources: Le Monde, 3 mai 1957": ('sources: [{source: "Le Monde, 3 mai 1957"}]'),
    "note: Une ville, un fleuve": 'note: {fr: "Une ville, un fleuve"}',
    "note: 'L''eau : source'": "note: {fr: 'L''eau : source'}",
    "note: {fr: Un, it: Uno}": "note: {fr: Un, it: Uno}",
    "about: |\n  Un texte.\n\n  Un autre.\n# fin": (
        "about:\n  fr: |\n    Un texte.\n\n    Un autre.\n# fin"
    ),
    "about: >-  # plié\n  Un texte": "about:\n  fr: >-  # plié\n    Un texte",
    "note:\n  Un texte\n  de deux lignes": "note:\n  fr: Un texte\n    de deux lignes",
    'note: "Un texte\n  de deux lignes"': 'note:\n  fr: "Un texte\n    de deux lignes"',
    "take_part: Venez.": "take_part: [{text: {fr: Venez.}}]",
    "take_part: |\n  Venez.\n\n  Tous.\n# fin": (
        "take_part:\n  - text:\n      fr: |\n        Venez.\n\n        Tous.\n# fin"
    ),
    "take_part: {fr: Venez., it: Venite.}": "take_part: [{text: {fr: Venez., it: Venite.}}]",
    "take_part:\n  fr: |\n    Venez.\n  it: Venite.": (
        "take_part:\n  - text:\n      fr: |\n        Venez.\n      it: Venite."
    ),
    "take_part: {kind: other, text: Venez.}": "take_part: [{kind: other, text: {fr: Venez.}}]",
    "take_part: [Venez., Écrivez.]": "take_part: [{text: {fr: Venez.}}, {text: {fr: Écrivez.}}]",
    "region: CA-QC": "region: {code: CA-QC}",
    "checked: {on: 10 mars 2023, next: 2027}": "checked: {on: 2023-03-10, next: 2027}",
    "checked: {on: '10/03/2023'}": "checked: {on: '2023-03-10'}",
    "events:\n  - date: du 4 au 10 mars 2023\n    title: Fête": (
        "events:\n  - date: 2023-03-04/2023-03-10\n    title: {fr: Fête}"
    ),
    "projects:\n  - title: {fr: E}\n    sdgs:\n      6: 2  # l’eau\n      13: 1\n    themes: eau": (
        "projects:\n  - title: {fr: E}\n    sdgs:\n      - {goal: 6, weight: 2}  # l’eau\n"
        "      - {goal: 13, weight: 1}\n    themes: [water]"
    ),
}
TIE = "name: {{fr: Turin}}\ncountry: IT\nties:\n  - kind: twinning\n    since: 1957\n    {}\n"
OF_A_TIE = {
    "term: 3 ans": "term: {years: 3}",
    "term: {years: 3 ans, renewable: oui}": "term: {years: 3, renewable: true}",
    "sdgs: {6: 2}": "sdgs: [{goal: 6, weight: 2}]",
    "parties: Ville de Turin": "parties: [Ville de Turin]",
    "themes:\n      - eau, culture  # deux\n      - sport": (
        "themes:\n      - water\n      - culture  # deux\n      - sport"
    ),
    "acts: [{act: signature, date: vers 1957}]": "acts: [{act: signature, date: 1957~}]",
}
RELEASE = "---\ntitle: Un titre\ndate: {}\n---\nUn texte : « voilà ».\n"
OF_A_RELEASE = {
    "10 mars 2023": "2023-03-10",
    "2023-03-09T23:00:00.000Z": "2023-03-10",
    "2023-03-10\nissuer: Ville de Port-Arden": (
        "2023-03-10\nissuer: [{name: Ville de Port-Arden}]"
    ),
    "2023-03-10\nissuer:\n  name: A  # un\n  kind: association\n# fin": (
        "2023-03-10\nissuer:\n  - name: A  # un\n    kind: association\n# fin"
    ),
    "2023-03-10\nembargo: 2023-03-10 11:00": "2023-03-10\nembargo: 2023-03-10T11:00",
    "2023-03-10\npartners: turin; korca": "2023-03-10\npartners: [turin, korca]",
    "2023-03-10\npartners:\n# les voisins\n": "2023-03-10\npartners:\n# les voisins\n",
}


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """Return the small city."""
    return read_content(write_bare_city(tmp_path_factory.mktemp("city") / "site")).city


def tidy(text, city, file="partners/turin.yml"):
    """Return a text in canonical form; twice is once."""
    found = tidied_text(text, file, city)
    assert found, "the text is not accepted"
    again = tidied_text(found.new, file, city)
    assert (again.new, again.places) == (found.new, ())
    return found.new


@pytest.mark.parametrize(("written", "canonical"), LENIENT.items())
def test_what_a_form_destroys_is_written_as_it_keeps_it(written, canonical, city):
    """A profile's value in a lenient form is written in the one shape, all around it untouched."""
    assert tidy(PROFILE.format(written), city) == PROFILE.format(canonical)


@pytest.mark.parametrize(("written", "canonical"), OF_A_TIE.items())
def test_what_a_tie_says_is_written_in_one_shape(written, canonical, city):
    """So is what is said of a tie, further in."""
    assert tidy(TIE.format(written), city) == TIE.format(canonical)


@pytest.mark.parametrize(("written", "canonical"), OF_A_RELEASE.items())
def test_a_release_is_written_in_one_shape(written, canonical, city):
    """So are the fields of a release, and its text stays as it is."""
    file = "press_releases/2023/2023-03-10-a.md"
    assert tidy(RELEASE.format(written), city, file) == RELEASE.format(canonical)


def test_what_is_faulty_is_left_as_it_is(city):
    """A record that the check does not accept is none that could be written anew."""
    assert (
        tidied_text("name: Turin\ncountry: Xyz\nties: [{kind: twinning}]\n", "a.yml", city) is None
    )


@pytest.mark.parametrize("project", [ROOT, SAMPLE_CITY], ids=["site", "sample"])
def test_every_record_of_both_cities_says_the_same(project):
    """Each record of the cities is accepted, and says the same in canonical form; twice is once."""
    content = read_content(project)
    for record in content.records:
        found = tidied(project, project / record.file, content.city)
        again = tidied_text(found.new, record.file, content.city)
        assert (again.new, again.places) == (found.new, ()), record.file
        assert found.new != found.text or not found.places


MODELS = [
    (Partner, "partners/a.yml", "{}"),
    (PressRelease, "press_releases/2024/a.md", "---\n{}---\nA"),
]


@pytest.mark.parametrize(("model", "file", "frame"), MODELS, ids=["partner", "release"])
def test_whatever_the_schema_takes_says_the_same(model, file, frame, city):
    """Fifty records drawn from the schema, and accepted, say the same in canonical form."""
    accepted = []

    @settings(
        max_examples=50,  # those that the check does not accept are drawn again, and not counted
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(records(model))
    def hold(fields):
        text, _ = without_unfit(as_yaml(fields, escaped=False))
        found = tidied_text(frame.format(text), file, city)
        assume(found is not None)
        accepted.append(found.new)
        again = tidied_text(found.new, file, city)
        assert (again.new, again.places) == (found.new, ())

    hold()
    assert len(accepted) >= 50
