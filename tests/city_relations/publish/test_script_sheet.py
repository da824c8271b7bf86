"""Fonts of other scripts on pages: cut to what is used, asked for where it is, else nothing."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from building import files
from city_relations.pictures.font_tables import form_of_font
from city_relations.pictures.letters import FONTS
from city_relations.publish.layout import Surroundings, layouts
from city_relations.publish.script_sheet import PLACE, SHEET, unicode_range, with_sheet
from city_relations.publish.writing import write_pages
from small_city import CONFIGURATION, profile, read_city, write_bare_city
from square_font import square_font

GREEK, ARMENIAN = "Αθήνα", "Երևան"
FACE = re.compile(
    r'font-family: "([^"]+)"; font-weight: ([\d ]+);.*?fonts/([^"]+)".*?range: ([^;]+);'
)


def site_of(root, name="", settings=CONFIGURATION, text=""):
    """Return all that is written for a city whose one partner has a name of its own."""
    more = f'local_name: {{el: "{name}"}}\n' if name else ""
    city = write_bare_city(root / "city", {"partners/turin.yml": profile(more=more)}, settings)
    site = read_city(city)
    (root / "site").mkdir(exist_ok=True)
    (root / "site/written.html").write_text(text, encoding="utf-8")
    write_pages(root / "site", site, layouts(site, Surroundings("Port-Arden")))
    return files(root / "site")


def faces(site):
    """Return the faces of the sheet: family, weights, file and range."""
    return FACE.findall(site[SHEET].decode())


def font_of(site, name):
    """Open a font of a site."""
    return TTFont(BytesIO(site[f"assets/fonts/{name}"]))


@pytest.fixture(scope="module")
def greek(tmp_path_factory):
    """Return the files of a site with a partner whose own name is Greek."""
    return site_of(tmp_path_factory.mktemp("greek"), GREEK)


def test_a_site_in_latin_has_no_sheet_and_no_font_more(tmp_path):
    """Nothing is asked for that Latin letters do not need, and no place for it is left."""
    site = site_of(tmp_path)
    assert not any(path.startswith("assets/") for path in site)
    assert not any(b"scripts.css" in page or b"\x11" in page for page in site.values())


def test_only_pages_with_such_letters_ask_for_the_sheet(greek):
    """The partner's page asks for it; pages that do not name it so do not."""
    asking = {path for path, page in greek.items() if b"relations/scripts.css" in page}
    assert "partenaires/turin/index.html" in asking
    assert "mentions-legales/index.html" not in asking
    assert "eco-conception/index.html" in greek.keys() - asking


def test_a_font_has_the_letters_in_use_and_says_so(greek):
    """Each face has what its range tells and no other letter; titles have faces of their own."""
    found = faces(greek)
    assert [face[:2] for face in found] == [
        ("Relations Greek", "400 599"),
        ("Relations Greek", "600 700"),
        ("Relations Greek Display", "400 599"),
        ("Relations Greek Display", "600 700"),
    ]
    for _, _, name, told in found:
        letters = font_of(greek, name).getBestCmap().keys() - {0x20, 0x200C, 0x200D, 0x25CC}
        assert letters == set(map(ord, GREEK))
        assert told == unicode_range(GREEK)


@pytest.mark.parametrize(("language", "display"), [("fr", "swap"), ("ar", "optional")])
def test_few_words_wait_for_their_letters_and_whole_pages_do_not_jump(tmp_path, language, display):
    """A late face still serves a script of a few names, and none where pages are written in it."""
    settings = CONFIGURATION.replace("languages: [fr]", f"languages: [{language}]")
    (sheet,) = [file for path, file in site_of(tmp_path, "سلام", settings).items() if path == SHEET]
    assert set(re.findall(r"font-display: (\w+)", sheet.decode())) == {display}


def test_who_made_a_font_is_told_and_its_reserved_name_is_not(greek):
    """The licence goes with each cut font, in it, in the sheet and as a file; the name is ours."""
    assert b"SIL Open Font License" in greek["assets/fonts/relations-scripts-LICENSE.txt"]
    assert "SIL Open Font License" in greek[SHEET].decode()
    names = font_of(greek, faces(greek)[0][2])["name"]
    assert names.getDebugName(1) == "Relations Greek"
    assert "Open Font License" in names.getDebugName(13)


def test_habits_of_scripts_are_read_by_every_browser(greek):
    """No rule names several languages in one `:lang()`, which some browsers drop whole."""
    named = re.findall(r":lang\(([^)]*)\)", greek[SHEET].decode())
    assert "ja" in named
    assert all("," not in one for one in named if one)


def test_the_same_letters_give_the_same_files(greek, tmp_path):
    """A font's address holds its digest, and a second build, that kept nothing, gives it again."""
    again = site_of(tmp_path, GREEK)
    assert {p: b for p, b in again.items() if p.startswith("assets/")} == {
        p: b for p, b in greek.items() if p.startswith("assets/")
    }


def test_hand_written_pages_count(tmp_path):
    """Letters that stand in a page of the engine's alone are in the font too."""
    site = site_of(tmp_path, text="<p>Αθήνα 張</p>")
    assert [face[0] for face in faces(site)][-1] == "Relations Japanese"


def test_a_font_of_the_city_serves_pages(tmp_path):
    """Letters that ours lack are cut out of the font the city names, or left to the reader."""
    font = square_font(tmp_path, ARMENIAN).read_bytes()
    settings = CONFIGURATION.replace("country: FR", "country: FR\n    fonts: [docs/armenian.ttf]")
    city = write_bare_city(
        tmp_path / "city",
        {
            "partners/turin.yml": profile(more=f'local_name: {{hy: "{ARMENIAN} ქ"}}\n'),
            "docs/armenian.ttf": font,
        },
        settings,
    )
    site = read_city(city)
    write_pages(tmp_path / "site", site, layouts(site, Surroundings("Port-Arden")))
    written = files(tmp_path / "site")
    assert [(face[0], face[1], face[3]) for face in faces(written)] == [
        ("Relations armenian", "400", unicode_range(ARMENIAN))
    ]


@pytest.mark.parametrize(
    ("letters", "told"), [("абвд", "U+430-432,U+434"), ("張", "U+5F35"), ("", "")]
)
def test_ranges_are_told_as_css_reads_them(letters, told):
    """Neighbours make a range, and one letter stands alone."""
    assert unicode_range(letters) == told


def test_the_switch_of_languages_asks_for_nothing():
    """The names of languages are the reader's own letters: they alone need no sheet."""
    page = f"<head>{PLACE}</head>العربية"
    assert with_sheet(page, "s.css", "العربية") == "<head></head>العربية"
    assert 'href="s.css"' in with_sheet(page + "ب", "s.css", "العربية")


@pytest.mark.parametrize(
    ("bits", "embedded", "served"),
    [
        (0x0, True, True),
        (0x2, False, False),
        (0x4, True, False),
        (0x8, True, True),
        (0xC, True, True),
        (0x108, True, False),
        (0x200, True, False),
    ],
)
def test_what_a_fonts_makers_allow_is_kept_to(tmp_path, bits, embedded, served):
    """The embedding bits of a font say whether PDF and pages may have its letters (OS/2)."""
    path = square_font(tmp_path, ARMENIAN)
    font = TTFont(path)
    font["OS/2"].fsType = bits
    font.save(path)
    form = form_of_font(path)
    assert (form.may_be_embedded, form.may_be_served) == (embedded, served)
    assert form_of_font(FONTS / "relations-han-regular.otf").may_be_served
