"""Lines in several scripts: each letter in a font that has it, and no box anywhere."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from city_relations.pictures.cards import EDGE, Card, draw
from city_relations.pictures.lettering import SCRIPTS, TEXT, Face, font, lines
from city_relations.pictures.letters import missing_letters
from city_relations.pictures.other_fonts import fonts_for, readable_letters
from city_relations.pictures.runs import Lettering
from square_font import square_font

LETTERS = Lettering((TEXT, *SCRIPTS), 60)
NKO = "ߓߊߡߊߞߐ"


@pytest.fixture(scope="module")
def nko(tmp_path_factory):
    """Make a font that has some Hebrew letters."""
    return square_font(tmp_path_factory.mktemp("fonts"), NKO)


def test_each_run_is_of_a_font_that_has_its_letters():
    """Signs and spaces stay with the script before them, and what is read stays in order."""
    runs = LETTERS.runs("Turin とトリノ, 2026")
    assert [part for _, part in runs] == ["Turin ", "とトリノ", ", 2026"]
    assert "".join(part for _, part in runs) == "Turin とトリノ, 2026"
    assert LETTERS.runs("Turin")[0][0].path == TEXT


def test_a_line_read_from_the_right_has_its_first_word_there():
    """Arabic's first run stands rightmost, a name in Latin between two parts of it."""
    placed = sorted(LETTERS.placed("مدينة Turin وتارودانت", rtl=True))
    assert [part for _, _, _, part in placed] == [" وتارودانت", "Turin", "مدينة "]


def test_letters_that_join_are_drawn_together():
    """Arabic letters join: a word is narrower than its letters apart."""
    face = LETTERS.runs("تارودانت")[0][0]
    apart = sum(font(face.path, 60).getlength(letter) for letter in "تارودانت")
    assert face.getlength("تارودانت") < 0.9 * apart


def test_what_no_font_has_is_left_out():
    """An ornament goes alone; a word without its letters goes whole, for nobody is shown a box."""
    assert LETTERS.drawable("Fête 🎉 2026") == "Fête 2026"
    assert LETTERS.drawable("ქუთაისი 2026") == ""
    assert LETTERS.drawable("张家口") == "张家口"


def test_east_asian_lines_break_between_signs():
    """A line of Japanese is no wider than it may be, and never begins with a mark that closes."""
    text = "シャンベリ市と「トリノ」市が、姉妹都市。" * 3
    told = list(lines(text, LETTERS, 600))
    assert "".join(told) == text
    assert all(LETTERS.getlength(line) <= 600 for line in told)
    assert not any(line[0] in "、。」" for line in told)


def card(title, fonts="", own_name="", foot="Chambéry"):
    """Draw a card, as grey pixels."""
    drawn = draw(Card("", title, own_name, foot, "#8c1d2c", "", fonts))
    return Image.open(io.BytesIO(drawn)).convert("L")


def inked(picture, left, right):
    """Return whether there is ink on the height of a title between two sides."""
    return picture.crop((left, 150, right, 230)).getextrema()[0] < 128


def test_a_card_is_read_from_the_side_of_its_title():
    """An Arabic title stands at the right, a Latin one at the left; a Japanese one is drawn."""
    assert inked(card("تارودانت"), 1000, 1200 - EDGE + 1)
    assert not inked(card("تارودانت"), 0, 500)
    assert inked(card("Turin"), EDGE, 400)
    assert inked(card("トリノ"), EDGE, 400)
    assert not inked(card("Turin"), 800, 1200)


def test_a_title_without_a_font_gives_way():
    """Where no font has its letters, the city stands in the title's place; with a font it does."""
    assert card(NKO).tobytes() == card("Chambéry").tobytes()


def test_a_font_of_the_city_draws_what_ours_lack(nko):
    """A font that is named has its letters drawn, and is asked for only where it is needed."""
    assert fonts_for(NKO, [nko], ()) == (nko,)
    assert fonts_for("Turin تارودانت", [nko], ()) == ()
    assert missing_letters(NKO, [nko]) == ""
    assert inked(card(NKO, str(nko)), 1000, 1200)


def test_the_machines_noto_comes_after_the_citys(nko, tmp_path):
    """What no named font has is looked for among Noto's; another font is not."""
    assert fonts_for(NKO, [], [str(nko.parent)]) == (nko,)
    (tmp_path / "Other-Regular.ttf").write_bytes(nko.read_bytes())
    assert fonts_for(NKO, [], [str(tmp_path)]) == ()
    assert fonts_for("ქ", [nko], [str(tmp_path)]) == ()


@pytest.mark.parametrize("content", [b"", b"no font", b"ttcf", b"\0\1\0\0" + b"\0" * 40])
def test_what_is_no_font_has_no_letters(tmp_path, content):
    """A file that only has a font's name is as good as none."""
    (tmp_path / "a.ttf").write_bytes(content)
    assert readable_letters(tmp_path / "a.ttf") == frozenset()
    assert Face(TEXT, 12).has("a")
