"""French typography on finished text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from city_relations.language.arabic import arabic, arabic_html
from city_relations.language.french import french
from city_relations.language.german import german
from city_relations.language.italian import italian
from city_relations.language.japanese import japanese
from city_relations.language.joining import join_small_words
from city_relations.language.spanish import spanish
from city_relations.language.typography import typeset_html, typeset_plain

SET = {
    "Qui ? Moi !": "Qui\u202f? Moi\u202f!",
    "un lien : deux villes ; une charte": "un lien\u00a0: deux villes\u202f; une charte",
    "« oui »": "«\u00a0oui\u00a0»",
    "80 000 habitants": "80\u202f000\u00a0habitants",
    "le 10 mars 2023": "le 10\u00a0mars 2023",
    "le 1er mars": "le 1er\u00a0mars",
    "l'été": "l’été",
    "n° 12, 3 ans, 40 %": "n°\u00a012, 3\u00a0ans, 40\u00a0%",
    "à suivre...": "à suivre…",
    "12:30 et https://a.example/?b": "12:30 et https://a.example/?b",
}


@pytest.mark.parametrize(("given", "told"), SET.items())
def test_spaces_that_must_not_break_do_not(given, told):
    """Each rule of French typography is applied to spaces that are written."""
    assert french(given) == told


@given(st.text(alphabet="ab 1er:;!?«»'.0\u00a0\u202f€%n°mars&#39<>/", max_size=60))
def test_setting_twice_changes_nothing(text):
    """Typography is idempotent, whatever the text."""
    assert french(french(text)) == french(text)


def test_code_and_other_languages_are_left_alone():
    """Code keeps its characters, and so does a passage marked with another language."""
    html = Markup(
        '<p>Oui : <code>a : b</code> <span lang="en">Why?  No : it</span> là !<br>1er ?</p>'
    )
    assert typeset_html(html, "fr") == (
        "<p>Oui\u00a0: <code>a : b</code> "
        '<span lang="en">Why?  No : it</span> là\u202f!<br>1<sup>er</sup>\u202f?</p>'
    )


def test_attributes_are_left_alone():
    """Nothing inside a tag changes."""
    html = Markup('<a href="/a?b=c : d" title="l\'eau : oui">l&#39;eau</a>')
    assert typeset_html(html, "fr") == '<a href="/a?b=c : d" title="l\'eau : oui">l’eau</a>'


def test_french_inside_another_language_is_set_again():
    """A French passage inside a foreign one is set as French."""
    html = Markup('<p lang="ar">a : <q lang="fr">b : c</q> : d</p>')
    assert typeset_html(html, "fr") == '<p lang="ar">a : <q lang="fr">b\u00a0: c</q> : d</p>'


def test_a_language_without_rules_is_untouched():
    """English text stays as it is written."""
    assert typeset_plain("Why : not ?", "en") == "Why : not ?"


GERMAN = {
    "am 12. Juni 2025": "am 12.\u00a0Juni 2025",
    "1.350 km, 41 Jahre": "1.350\u00a0km, 41\u00a0Jahre",
    "z. B. Nr. 5, § 3": "z.\u202fB. Nr.\u00a05, §\u00a03",
    "Bonn – und Köln": "Bonn\u00a0– und Köln",
    "Punkt 12. Jedoch": "Punkt 12. Jedoch",
}
JAPANESE = {
    "1985年から有効.": "1985年から有効。",
    "トリノ, イタリア": "トリノ、イタリア",
    ", イタリア": "、イタリア",
    "直線距離で 9,730 km.": "直線距離で 9,730 km。",
    "RGAA 4.1.2, 2.5 km": "RGAA 4.1.2, 2.5 km",
    "Torino, Italia.": "Torino, Italia.",
}


@pytest.mark.parametrize(("given", "told"), GERMAN.items())
def test_german_keeps_numbers_with_their_units(given, told):
    """A day stays with its month, a number with its unit, and twice is as once (DIN 5008)."""
    assert german(given) == german(told) == told


@pytest.mark.parametrize(("given", "told"), JAPANESE.items())
def test_japanese_sentences_end_in_their_own_point(given, told):
    """Points and commas after Japanese signs are Japanese; those of others stay."""
    assert japanese(given) == japanese(told) == told


def test_a_point_after_an_element_is_japanese():
    """Where a template ends a sentence after an element, the point is Japanese too."""
    assert typeset_html(Markup("<p><b>有効</b>.</p>"), "ja") == "<p><b>有効</b>。</p>"


def test_a_variety_has_the_style_of_its_language():
    """Canadian French is set as French."""
    assert typeset_plain("Qui ?", "fr-CA") == "Qui\u202f?"


OTHERS = [
    (italian, "l'8 marzo, dal 1º aprile", "l’8\u00a0marzo, dal 1º\u00a0aprile"),
    (italian, "3 anni, 40 %, art. 5, po' di", "3\u00a0anni, 40\u00a0%, art.\u00a05, po’ di"),
    (spanish, "EE. UU., n.º 5, 12 años", "EE.\u00a0UU., n.º\u00a05, 12\u00a0años"),
    (arabic, "تورينو, إيطاليا", "تورينو، إيطاليا"),
    (arabic, "(FICOL), \u200f1,060 €", "(FICOL)، \u200f1,060 €"),
    (arabic_html, ", ", "، "),
    (arabic, "سارية, منذ 1957", "سارية، منذ 1957"),
    (arabic, "1957, حتى 2019; RGAA 4.1.2, 2.5", "1957، حتى 2019; RGAA 4.1.2, 2.5"),
    (arabic, "حوالي 12 500 يورو، 80 000 نسمة", "حوالي 12\u00a0500 يورو، 80\u00a0000 نسمة"),
    (arabic, "هاتف +33 4 79 60 23 05", "هاتف +33\u00a04\u00a079\u00a060\u00a023\u00a005"),
    (arabic, "3 مايو 2024, 2024 150 5.250 100", "3 مايو 2024, 2024 150 5.250 100"),
]


@pytest.mark.parametrize(("setter", "given", "told"), OTHERS)
def test_each_language_keeps_its_own_signs_and_spaces(setter, given, told):
    """What is set once is as what is set twice, in Italian, Spanish and Arabic."""
    assert setter(given) == setter(told) == told


JOINED = [
    ("it", "da il 8 marzo a il 11 aprile 2026", "dall’8 marzo all’11 aprile 2026"),
    ("it", "da 2019 a 2023", "dal 2019 al 2023"),
    ("it", "in la primavera 2026", "nella primavera 2026"),
    ("it", "nel aprile 2026", "nell’aprile 2026"),
    ("es", "de el 4 a el 10 de marzo de 2026", "del 4 al 10 de marzo de 2026"),
    ("ar", "من 4 إلى 10 مارس", "من 4 إلى 10 مارس"),
]


@pytest.mark.parametrize(("language", "apart", "joined"), JOINED)
def test_small_words_are_joined_as_people_say_them(language, apart, joined):
    """A preposition and its article are one word where the language has one."""
    assert join_small_words(apart, language) == joined
