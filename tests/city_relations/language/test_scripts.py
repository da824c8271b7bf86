"""Which letters are of another script than Latin."""

from __future__ import annotations

import pytest

from city_relations.language.scripts import other_letters, other_letters_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chambéry, Łódź, Hòa Bình, Ｔ", "Ｔ"),
        ("« l’œuvre » – 80\u202f000 € ↑ ✓ 🎉 e\u0301 ﬁ ʻokina", ""),
        ("Αθήνα, Київ", "ΑθήναКиїв"),
        ("(تارودانت) 2026", "تارودانت"),
        ("חיפה", "חיפה"),
        ("長岡、トリノ。", "長岡、トリノ。"),
        ("서울 · ქუთაისი · \U00020bb7", "서울ქუთაისი\U00020bb7"),
        ("", ""),
    ],
)
def test_letters_of_other_scripts_are_told_and_no_sign(text, found):
    """Letters and the marks of their script are told, of a text or of its bytes; Latin is not."""
    assert "".join(other_letters(text)) == found
    assert other_letters_of(text.encode()) == set(found)


def test_bytes_that_are_no_text_have_no_letters():
    """A half of a letter, and a lone surrogate, are nobody's letters."""
    assert other_letters_of("ж".encode()[:1]) == frozenset()
    assert other_letters("\ud800") == []
