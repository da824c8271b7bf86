"""Numbers, money, distances and languages, as people say them."""

from __future__ import annotations

import pytest

from city_relations.language.words import words_for
from city_relations.rendering import numbers
from city_relations.schema.partner import Population

FRENCH = words_for("fr")


@pytest.mark.parametrize(
    ("amount", "currency", "language", "told"),
    [
        (24000, "EUR", "fr", "24\u202f000\u00a0€"),
        (24000.5, "EUR", "fr", "24\u202f000,50\u00a0€"),
        (1060000, "EUR", "en", "€1,060,000"),
        (1000, "XOF", "fr", "1\u202f000\u00a0F\u202fCFA"),
    ],
)
def test_money_has_cents_only_where_it_has_some(amount, currency, language, told):
    """A round amount is told without cents, in the manner of the language."""
    assert numbers.money(amount, currency, language) == told


@pytest.mark.parametrize(
    ("population", "told"),
    [
        ({"value": 80000, "qualifier": "more_than"}, "plus de 80\u202f000"),
        ({"value": 80000}, "80\u202f000"),
        ({"minimum": 20000, "maximum": 35000}, "de 20\u202f000 à 35\u202f000"),
    ],
)
def test_people_are_counted_as_exactly_as_is_known(population, told):
    """A figure keeps its qualifier, a range both its ends."""
    assert FRENCH(numbers.people(Population(**population), "fr")) == told


def test_unknown_people_are_not_counted():
    """Without any figure nothing is said."""
    assert numbers.people(Population(source="Nobody knows"), "fr") is None


@pytest.mark.parametrize(
    ("km", "told"),
    [(148.9, "à 150\u00a0km"), (13.6, "à 14\u00a0km"), (114.6, "à 110\u00a0km")],
)
def test_a_distance_is_rounded_when_it_is_long(km, told):
    """A short distance is told to the kilometre, a long one to the ten, and rounded once."""
    said = FRENCH(numbers.away(km, "fr"))
    assert said.replace("\u202f", "\u00a0").replace(" km", "\u00a0km") == told


def test_languages_have_names_and_rare_ones_keep_their_code():
    """A language the library knows is named, another shows its code."""
    assert numbers.languages(["ar", "fr", "qaa"], "fr") == ["arabe", "français", "qaa"]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("ar", "العربية"),
        ("fr", "Français"),
        ("ja", "日本語"),
        ("sq", "Shqip"),
        ("pt-BR", "Português"),
        ("frp", "francoprovençal"),
        ("zh-Hant", "繁體中文"),
    ],
)
def test_a_language_has_the_name_its_readers_know(code, told):
    """A language is named in itself; one that Babel has no words of is named in ours."""
    assert numbers.own_name(code, "fr") == told
