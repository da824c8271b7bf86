"""Names stand in the order that readers of each language look for them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from city_relations.language.collation import TAILORED, sort_key

ORDERED = {
    "fr": ["Étampes", "L’Aquila", "Lille", "Łódź", "Nice", "Nîmes", "Örebro", "Oslo", "Strasbourg"],
    "fr-CA": ["abaco", "Abbeville", "élan", "Elbe", "Zürich", "تارودانت", "トリノ"],
    "de": ["Arnsberg", "Bad Tölz", "Köln", "Oldenburg", "Ötztal", "Ulm"],
    "sv": ["Malmö", "Oslo", "Zürich", "Åbo", "Ängelholm", "Örebro"],
    "fi": ["Oulu", "Zagreb", "Åbo", "Äänekoski"],
    "da": ["Odense", "Zürich", "Ærø", "Øster Hurup", "Ålborg", "Aarhus"],
    "nb": ["Oslo", "Zagreb", "Ærdal", "Ørsta", "Ålesund"],
    "et": ["Sindi", "Šiauliai", "Zagreb", "Žilina", "Tallinn", "Võru", "Õru", "Äksi", "Yerevan"],
    "es": ["Nantes", "Nules", "Nzérékoré", "Ñuñoa", "Oviedo"],
    "pl": ["Lublin", "Lyon", "Łódź", "Mława", "Zamość", "Żywiec"],
    "sq": ["Durrës", "Dhërmi", "Elbasan", "Gjirokastër", "Shkodër", "Tiranë"],
}


@pytest.mark.parametrize("language", sorted(ORDERED))
def test_names_are_ordered_as_the_language_does(language):
    """Accents come second to letters; what a language takes for a letter of its own stays one."""
    names = ORDERED[language]
    assert sorted({*names}, key=lambda name: sort_key(name, language)) == names


def test_a_letter_of_two_signs_comes_after_its_first():
    """Czech looks for Cheb after all that begins with h."""
    names = sorted(["Cheb", "Hodonín", "Cyprus", "Ikaria"], key=lambda one: sort_key(one, "cs"))
    assert names == ["Cyprus", "Hodonín", "Cheb", "Ikaria"]


@given(st.text(max_size=12), st.sampled_from([*TAILORED, "fr"]))
def test_every_name_has_an_order_of_its_own(name, language):
    """Whatever is written can be ordered, however its accents are encoded."""
    apart = unicodedata.normalize("NFD", name)
    whole = unicodedata.normalize("NFC", name)
    assert sort_key(apart, language) == sort_key(whole, language)
