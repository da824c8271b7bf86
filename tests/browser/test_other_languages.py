"""Pages of other languages in a browser: read from the right, and texts nobody has translated."""

from __future__ import annotations

import pytest

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
