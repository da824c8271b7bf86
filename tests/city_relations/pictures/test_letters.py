"""Which letters our fonts have."""

from __future__ import annotations

import unicodedata

import pytest
from fontTools.ttLib import TTFont

from city_relations.pictures.letters import FAMILIES, FONTS, letters_of, missing_letters

FILES = sorted(FONTS.glob("relations-*.?tf"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_font_has_the_letters_fonttools_reads(file):
    """Our reading of a font's table of letters is fontTools' own, private letters aside."""
    known = {chr(code) for code in TTFont(file).getBestCmap()}
    assert letters_of(file) == {one for one in known if unicodedata.category(one) != "Co"}


def test_all_weights_of_a_family_have_the_same_letters():
    """What is missing in the regular weight is missing in none of the others alone."""
    for name in FAMILIES:
        family = name.rpartition("-")[0]
        weights = {letters_of(file) for file in FILES if file.stem.startswith(family)}
        assert len(weights) == 1


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Chambéry, Łódź, Αθήνα, Москва, İstanbul, Hòa Bình : 80\u202f000 €", ""),
        ("تارودانت 张家口", ""),
        ("姉妹都市の絆", ""),
        ("e\u0301 a\u200db \u2068c\u2069 \ufeff", ""),
        ("서울 חֵיפָה", ""),
        ("ქუთაისი et ქუთაისი", "ქუთაის"),
        ("🎉 fête", "🎉"),
        ("中\u0301", "\u0301中"),
        ("", ""),
    ],
)
def test_missing_letters_are_named_once(text, missing):
    """Letters no font has are named once; what needs no glyph is not missing."""
    assert missing_letters(text) == missing
