"""A city's own logo, in a browser: seen at its height in both palettes, whatever its file says."""

from __future__ import annotations

import pytest

# A drawing without a size of its own stands for the logo, in the very place of one.
SHOW = """async () => {
  const brand = document.querySelector(".rel-brand");
  brand.innerHTML = '<img class="rel-logo" height="64" alt="" src="assets/relations/mark.svg">';
  await brand.firstChild.decode();
  const box = brand.firstChild.getBoundingClientRect();
  const paper = getComputedStyle(brand.firstChild).backgroundColor;
  return [box.width, box.height, paper, document.documentElement.scrollWidth];
}"""


@pytest.mark.parametrize(("width", "height"), [(1280, 64), (360, 40)])
def test_a_logo_without_size_is_shown(new_page, sample_url, width, height):
    """A drawing that states no size is as high as the masthead wants it, and as wide as it is."""
    page = new_page(width)
    page.goto(sample_url)
    wide, high, _, whole = page.evaluate(SHOW)
    assert high == height
    assert 20 < wide <= width / 2
    assert whole == width


def test_a_logo_stands_on_paper_in_the_dark(new_page, sample_url):
    """Dark letters of a logo are seen in the dark palette too."""
    papers = []
    for dark in (False, True):
        page = new_page(dark=dark)
        page.goto(sample_url)
        papers.append(page.evaluate(SHOW)[2])
    assert papers == ["rgba(0, 0, 0, 0)", "rgb(252, 250, 246)"]
