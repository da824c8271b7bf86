"""Pages of other languages in a browser: read from the right, and texts nobody has translated."""

from __future__ import annotations

import pytest
from serving import AtTheRoot, served
from slow_line import shift_on_a_slow_line
from test_every_kind import kinds_in

from building import built
from small_city import CONFIGURATION, RELEASE, profile, write_city

# How far a name may reach into what it names: the halo around letters is three wide.
NEAR = 2
# Where the names of the small map lie, and the marks of the city and of the partner.
NAMES_AND_MARKS = """() => {
  const box = one => { const { left, right } = one.getBoundingClientRect(); return [left, right]; };
  const svg = document.querySelector('.rel-locator svg[role]');
  const marks = [...svg.querySelectorAll('.rel-locator__home, use')].map(box);
  return [...svg.querySelectorAll('text')].map((text, i) => [box(text), marks[i]]);
}"""


@pytest.mark.parametrize("page", ["partenaires/taroudant/", "ar/partners/taroudant/"])
def test_a_name_of_the_small_map_stands_beside_its_mark(server_url, new_page, page):
    """Whichever way one reads, the names on the map of a partner leave the marks free."""
    shown = new_page(1280)
    shown.goto(f"{server_url}{page}")
    for name, mark in shown.evaluate(NAMES_AND_MARKS):
        assert name[0] > mark[1] - NEAR or name[1] < mark[0] + NEAR


@pytest.mark.parametrize("page", ["partenaires/ouahigouya/", "de/partner/ouahigouya/"])
def test_paragraphs_keep_their_distance_in_another_language(server_url, new_page, page):
    """A presentation that nobody translated has the air between paragraphs it has at home."""
    shown = new_page(360)
    shown.goto(f"{server_url}{page}")
    gaps = shown.eval_on_selector_all(
        ".rel-prose p + p", "all => all.map(one => parseFloat(getComputedStyle(one).marginTop))"
    )
    assert gaps
    assert min(gaps) > 10  # pixels: half a line and more


def test_a_language_of_a_title_needs_no_point_before_it(server_url, new_page):
    """In a row of a narrow map table the point stands before the date, not the language too."""
    shown = new_page(360)
    shown.goto(f"{server_url}de/karte/")
    points = shown.eval_on_selector_all(
        "td[data-label] > a ~ .rel-meta",
        """all => all.map(one =>
            [!!one.querySelector('time'), getComputedStyle(one, '::before').content])""",
    )
    assert (False, "none") in map(tuple, points)
    assert {content for dated, content in points if not dated} == {"none"}
    assert {content for dated, content in points if dated} == {'"· "'}


def test_no_page_scrolls_sideways_on_the_smallest_screen(server_url, new_page):
    """The longest title of one word, a German theme, fits in 320 pixels (WCAG 1.4.10)."""
    shown = new_page(320)
    shown.goto(f"{server_url}de/themen/kommunalverwaltung/")
    assert shown.evaluate("document.documentElement.scrollWidth") <= 320


JAPANESE = CONFIGURATION.replace("languages: [fr]", "languages: [ja]\n    pdf: non").replace(
    "name: Port-Arden\n", "name: 松本市\n"
)
SEOUL = profile("ソウル特別市鍾路区", "local_name: {ko: 서울특별시 종로구, he: תל אביב}\n")
CONCERT = "姉妹都市提携三十五周年を記念して市民の絆を深める音楽会を開催します"


@pytest.fixture(scope="module")
def japanese(tmp_path_factory):
    """Return the site of a small city in Japanese, with a partner in Korea."""
    told = RELEASE.replace("Un jumelage fêté", CONCERT).replace("[turin]", "[seoul]")
    told = told.replace("Le résumé.", f"{CONCERT}。").replace(
        "[Turin](../../partners/turin.yml)", ""
    )
    files = {"partners/seoul.yml": SEOUL, "press_releases/2024/2024-05-19-seoul.md": told}
    files["docs/index.md"] = "---\ntitle: ホーム\nrelations: home\n---\n# 松本市と世界\n"
    root = tmp_path_factory.mktemp("japanese")
    return built(write_city(root / "city", files, base=False, settings=JAPANESE), root / "site")


def test_nothing_moves_nor_sticks_out_in_japanese(japanese, new_page):
    """On a phone and a slow line no kind of page moves, and the longest name finds its line."""
    shifts = {}
    with served(japanese, AtTheRoot) as url:
        for path in kinds_in(japanese, "ja").values():
            page = new_page(360, height=740)
            shifts[path], _ = shift_on_a_slow_line(page, url + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
            page.close()
    assert len(shifts) > 10
    assert {path: moved for path, moved in shifts.items() if moved >= 0.02} == {}


def test_hebrew_and_korean_are_set_in_fonts_of_the_site(japanese, new_page):
    """A name in either script is drawn from the fonts that came with the page."""
    page = new_page(360)
    with served(japanese, AtTheRoot) as url:
        page.goto(f"{url}partners/seoul/")
        for family, word in (("Korean", "서울"), ("Hebrew", "תל"), ("Japanese", "鍾路区")):
            page.evaluate(
                "([font, word]) => document.fonts.load(font, word)",
                [
                    f'400 20px "Relations {family}"',
                    word,
                ],
            )
        loaded = "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
        told = {name.strip('"') for name in page.evaluate(loaded)}
    assert {"Relations Korean", "Relations Hebrew", "Relations Japanese"} <= told
