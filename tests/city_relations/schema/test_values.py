"""Kinds of value: what French staff write is understood, anything else is refused in words."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from city_relations.language.words import languages_told, words_for
from city_relations.schema.called import Called
from city_relations.schema.choice import Choice
from city_relations.schema.choices import EventKind, Theme, TieKind
from city_relations.schema.lists import parted
from city_relations.schema.nearest import closest
from city_relations.schema.numbers import Amount, Integer, Months, Number, Years
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import Moment, PressRelease
from city_relations.schema.reference import Reference
from city_relations.schema.suggestions import meant_choices, meant_field
from city_relations.schema.values import (
    CountryCode,
    Day,
    Email,
    LanguageCode,
    Line,
    Phone,
    Slug,
    Source,
    Truth,
    Url,
    short_name,
)

UNDERSTOOD = [
    (Integer, "80 000", 80000),
    (Integer, "80\u202f000", 80000),
    (Number, "45,56", 45.56),
    (Number, "-8.877", -8.877),
    (Amount, "18 500", 18500),
    (Amount, "12,50", 12.5),
    (Amount, "1.250.000", 1250000),
    (Amount, "1,250,000", 1250000),
    (Amount, "1.234,56", 1234.56),
    (Amount, "1,234.5", 1234.5),
    (Amount, "18’500", 18500),
    (Amount, "0,125", 0.125),
    (Truth, "oui", True),
    (Truth, "Non", False),
    (Line, " deux\n  mots ", "deux mots"),
    (CountryCode, "NO", "NO"),
    (CountryCode, "al", "AL"),
    (CountryCode, "Portugal", "PT"),
    (CountryCode, "etats unis", "US"),
    (CountryCode, "Albania", "AL"),
    (LanguageCode, "zh", "zh"),
    (LanguageCode, "AR", "ar"),
    (LanguageCode, "portugais", "pt"),
    (LanguageCode, "Néerlandais", "nl"),
    (Years, "3 ans", 3),
    (Years, "3", 3),
    (Months, "18 mois", 18),
    (Years, "3 années", 3),
    (Years, "1 an", 1),
    (Years, "3 Jahre", 3),
    (Years, "3 anni", 3),
    (Years, "10 años", 10),
    (Years, "3年", 3),
    (Years, "3 سنوات", 3),
    (Years, "11 سنة", 11),
    (Years, "سنتان", 2),
    (Months, "1 mese", 1),
    (Months, "18 Monate", 18),
    (Months, "6か月", 6),
    (Months, "18 شهرًا", 18),
    (Phone, "+33 4 79 60 23 05", "+33 4 79 60 23 05"),
    (Email, "service@ville.fr", "service@ville.fr"),
    (Url, "https://a.example/\tb", "https://a.example/b"),
    (Source, "Délibération : 4 mai", "Délibération : 4 mai"),
    (Slug, "l-aquila", "l-aquila"),
]
REFUSED = [
    *((Integer, value) for value in ("", "abc", "1.5", "inf", "nan", ["1"], {"a": "1"})),
    *((Years, value) for value in ("3 mois", "trois", "3 lunes", "18 Monate")),
    *((Truth, value) for value in ("peut-être", "1", [])),
    *((CountryCode, value) for value in ("ZZ", "EU", "Savoie", "CA-QC", "Portugall")),
    *((LanguageCode, value) for value in ("franssais", "x", "")),
    *(
        (Url, value)
        for value in ("javascript:a", "java\tscript:a", "//a.b", "http://", "ftp://a.b")
    ),
    *((Url, value) for value in ("http://[", "data:a", "https:///a")),
    *((Source, value) for value in ("javascript:a", "file:///a")),
    *((Email, value) for value in ("a@b", "a b@c.fr", "<a@b.fr>")),
    *((Phone, value) for value in ("17", "appelez", "+33 4 79 60 23 05 poste 12 34 56")),
    *((Slug, value) for value in ("Korça", "-a", "a-", "a" * 65, "../a")),
    *((Day, value) for value in ("2023-03", "2023-03-04/2023-03-10", "2023-03-10~")),
    *((Moment, value) for value in ("2023-03-10", "2023-03-10T25:00", "demain")),
]


def named(cases):
    """Return each case under its number and what is written: a kind's own name is an address."""
    return [pytest.param(*case, id=f"{n} {case[1]}") for n, case in enumerate(cases)]


@pytest.mark.parametrize(("kind", "written", "value"), named(UNDERSTOOD))
def test_what_staff_write_is_understood(kind, written, value):
    """Figures, truths and lines are read as a person reads them."""
    assert TypeAdapter(kind).validate_python(written) == value


@pytest.mark.parametrize(("kind", "written"), named(REFUSED))
def test_anything_else_is_refused(kind, written):
    """A value that does not fit is refused with a sentence of ours."""
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(written)


@pytest.mark.parametrize(
    ("word", "field"), [("langues", "languages"), ("Pays", "country"), ("web_site", "website")]
)
def test_a_field_is_known_by_its_title(word, field):
    """A field is recognised by its name, and by its title in any language."""
    assert meant_field(word, Partner) == field


def test_a_field_nobody_meant_is_not_guessed():
    """A word like none of the fields is not taken for one."""
    assert meant_field("xyz", PressRelease) == ""


@pytest.mark.parametrize(
    ("written", "choice"),
    [
        ("jumelage", TieKind.TWINNING),
        ("Amitié", TieKind.FRIENDSHIP),
        ("protocole d'amitie", TieKind.FRIENDSHIP),
        ("accord", TieKind.AGREEMENT),
        ("accord de coopération", TieKind.AGREEMENT),
        ("projet", TieKind.PROJECT),
        ("eau", Theme.WATER),
        ("santé", Theme.HEALTH),
        ("urbanisme", Theme.URBAN_PLANNING),
        ("Sports", Theme.SPORT),
        ("Higher education", Theme.HIGHER_EDUCATION),
        ("délégation reçue", EventKind.VISIT_IN),
        ("visit-in", EventKind.VISIT_IN),
        *((word, EventKind.OTHER) for word in ("Concert", "exposition", "spectacles", "match")),
    ],
)
def test_a_choice_is_read_from_its_words(written, choice):
    """A value said in words is that value, whatever case, accents, apostrophes and plural."""
    assert type(choice)(written) is choice


def _read(kind, word):
    """Return the value that a word names, None where it names none or several."""
    try:
        return kind(word)
    except ValueError:
        return None


@pytest.mark.parametrize("kind", Choice.__subclasses__())
def test_every_value_is_read_from_its_own_words(kind):
    """No two values of a list share a way to say them: each is read from all its words."""
    for language in languages_told():
        words = words_for(language)
        for choice in kind:
            for said in (choice.label, *filter(None, words(choice.also).split(", "))):
                assert _read(kind, words(said)) is choice, (
                    f"{language}: “{words(said)}” must name {choice} alone: word it otherwise"
                )


@pytest.mark.parametrize(
    ("written", "kind", "meant"),
    [
        ("coopération", TieKind, ["decentralised_cooperation", "agreement"]),
        ("délégation", EventKind, ["visit_in", "visit_out"]),
        ("visite", EventKind, ["visit_in", "visit_out"]),
        ("enseignement", Theme, ["higher_education"]),
        ("acord", TieKind, ["agreement"]),
        ("musique", Theme, []),
        ("truc", TieKind, []),
    ],
)
def test_what_has_two_readings_is_refused(written, kind, meant):
    """A word that may mean two values, or is misspelt, is no value; what was meant is proposed."""
    with pytest.raises(ValueError, match=written):
        kind(written)
    assert list(meant_choices(written, kind)) == meant


def test_accents_and_signs_do_not_part_names():
    """Names are compared without accents, case and signs; the nearest is given."""
    assert closest("Korça", ["korca", "turin"]) == "korca"
    assert closest("xx", ["korca", "turin"]) == ""


@pytest.mark.parametrize(
    ("text", "name"), [("L’Été", "l-ete"), ("n° 1", "n-1"), ("Œuvre", "oeuvre"), ("تورينو", "")]
)
def test_short_names_are_addresses(text, name):
    """A name becomes part of an address, but another script is never spelt out by a machine."""
    assert short_name(text) == name


def test_short_names_are_written_as_their_language_does():
    """A name in German keeps its umlauts in two letters; another language has none to keep."""
    assert short_name("Grüße aus Österreich", "de-AT") == "gruesse-aus-oesterreich"
    assert short_name("Zürich", "fr") == "zurich"


TIE = {"kind": "accord", "since": "1991"}
TREATY = Reference(source="Accord du 3 mai, article 2")
PROFILE = {"name": "Turin", "country": "IT", "ties": [TIE]}
RELEASE = {"title": "Un titre", "date": "2024-02-29"}


@pytest.mark.parametrize(
    ("model", "field", "written", "value"),
    [
        (PressRelease, "themes", "culture", ("culture",)),
        (PressRelease, "themes", "culture, jeunesse et eau", ("culture", "youth", "water")),
        (PressRelease, "themes", ["culture et jeunesse", "eau"], ("culture", "youth", "water")),
        (PressRelease, "themes", "enseignement supérieur", ("higher_education",)),
        (PressRelease, "partners", "turin", ("turin",)),
        (PressRelease, "partners", "Turin, Korça", ("Turin", "Korça")),
        (Partner, "languages", "pl", ("pl",)),
        (Partner, "languages", "Polonais et kachoube", ("pl", "csb")),
        (Partner, "sources", "Accord du 3 mai, article 2", (TREATY,)),
        (Partner, "also_known_as", "Torino", ("Torino",)),
        (Partner, "formerly", "torino, turino", ("torino", "turino")),
    ],
)
def test_a_list_needs_no_brackets(model, field, written, value):
    """A list written as one text is read where it has one reading."""
    fields = PROFILE if model is Partner else RELEASE
    assert getattr(model.model_validate({**fields, field: written}), field) == value


@pytest.mark.parametrize("written", ["Torino, Turino", "Vals et Monts", {"a": "b"}])
def test_a_text_that_may_be_one_name_or_two_is_no_list(written):
    """Where a comma or « et » may belong to a name, brackets say what is meant."""
    with pytest.raises(ValidationError):
        Partner.model_validate({**PROFILE, "also_known_as": written})


@pytest.mark.parametrize("written", ["54.3482, 18.6540", "54.3482 18.6540", " 54.3482;18.6540 "])
def test_a_point_is_read_as_maps_give_it(written):
    """Two numbers with decimal points are the latitude, then the longitude."""
    point = Partner.model_validate({**PROFILE, "coordinates": written}).coordinates
    assert (point.lat, point.lon) == (54.3482, 18.654)


@pytest.mark.parametrize("written", ["54,3482, 18,6540", "54.3482, 18,6540", "54.3482", "51, 3"])
def test_a_comma_within_a_number_is_no_point(written):
    """Where a comma may part two numbers or be within one, nothing is guessed."""
    with pytest.raises(ValidationError):
        Partner.model_validate({**PROFILE, "coordinates": written})


@pytest.mark.parametrize(("written", "months"), [("3 ans", 36), ("18 mois", 18)])
def test_a_term_is_read_with_its_unit(written, months):
    """A length with its unit is a term; a number alone may count years or months."""
    tie = Partner.model_validate({**PROFILE, "ties": [{**TIE, "term": written}]}).ties[0]
    assert tie.term.length == months
    with pytest.raises(ValidationError):
        Partner.model_validate({**PROFILE, "ties": [{**TIE, "term": "3"}]})


def test_no_theme_holds_what_parts_lists():
    """A comma and « et » part the themes of a list, and stand within none of them."""
    said = [words_for(language)(theme.label) for language in languages_told() for theme in Theme]
    assert [parted(word) for word in said] == [[word] for word in said]


def test_partners_are_parted_where_each_is_known():
    """« Turin et Korça » are two partners, unless one goes by that name; none is lost."""
    both = Called([("Korça", "korca"), ("Vals et Monts", "vals")], {"turin", "korca", "vals"})
    assert both.each("Turin et Korça") == ["turin", "korca"]
    assert both.each("Vals et Monts") == ["vals"]
    assert both.each("Turin et Gand") == ["turin", "Gand"]
    assert both.each("Gand et Liège") == ["Gand et Liège"]
    for written in ("turin/korca", "Turin & Korça", "turin korca", "Turin – Korça", "turin+korca"):
        assert both.each(written) == ["turin", "korca"]
    assert both.each("turin korka") == ["turin", "korka"]
    assert both.each("Turin centre") == ["Turin centre"]
