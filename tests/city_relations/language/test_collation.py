"""Names stand in the order that readers of each language look for them."""

from __future__ import annotations

import tempfile
import unicodedata
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyuca import Collator

from city_relations.language.collation import TAILORED, sort_keys

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
    assert ordered(sorted(names), language) == names


def test_a_letter_of_two_signs_comes_after_its_first():
    """Czech looks for Cheb after all that begins with h."""
    names = ["Cheb", "Hodonín", "Cyprus", "Ikaria"]
    assert ordered(names, "cs") == ["Cyprus", "Hodonín", "Cheb", "Ikaria"]


@settings(max_examples=20)
@given(st.lists(st.text(max_size=12), max_size=12), st.sampled_from([*TAILORED, "fr"]))
def test_every_name_has_an_order_of_its_own(names, language):
    """Whatever is written can be ordered, however its accents are encoded."""
    apart = [unicodedata.normalize("NFD", name) for name in names]
    whole = [unicodedata.normalize("NFC", name) for name in names]
    assert sort_keys(apart, language) == sort_keys(whole, language)


def test_names_have_an_order_where_nothing_can_be_written(tmp_path, monkeypatch):
    """Where there is no room for a file that passes, the whole table is read."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    names = ORDERED["fr"]
    assert ordered(sorted(names), "fr") == names


@settings(max_examples=20)
@given(st.lists(st.text(max_size=12), max_size=12))
def test_only_what_is_asked_of_the_table_is_read(names):
    """A name is ordered as by Unicode's whole table, though only its letters' lines are read."""
    whole = unicode_table()
    plain = [unicodedata.normalize("NFC", name) for name in names]
    assert sort_keys(names, "fr") == [whole.sort_key(name) for name in plain]


@cache
def unicode_table():
    """Return the order of all letters."""
    return Collator()


def ordered(names, language):
    """Return names in the order of a language."""
    keys = dict(zip(names, sort_keys(names, language), strict=True))
    return sorted(names, key=keys.__getitem__)
