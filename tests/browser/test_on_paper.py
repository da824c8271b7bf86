"""Printed pages: no sheet is wasted, and what is drawn is drawn."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from test_every_kind import kinds_in


@pytest.fixture(scope="module")
def sheets(site, server_url, browser):
    """Return the texts of the sheets of one page of every kind in French, by path."""
    page = browser.new_page()
    printed = {}
    for path in kinds_in(site, "fr").values():
        page.goto(server_url + path)
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
        printed[path] = [one.extract_text() for one in PdfReader(BytesIO(pdf)).pages]
    page.close()
    return printed


def test_no_sheet_holds_a_foot_only(sheets):
    """Every last sheet tells something of its page: what the foot said stands at the head."""
    for path, texts in sheets.items():
        assert "démonstration" in texts[0], path
        for text in texts[1:]:
            assert text.strip(), path
            assert "n’est pas le site officiel" not in text, path


def test_printed_numbers_are_those_of_the_map(server_url, new_page):
    """Whatever number the key of the home page prints stands on its map, and the reverse."""
    page = new_page()
    page.goto(server_url)
    page.emulate_media(media="print")
    drawn = page.locator(".rel-map--home .rel-place__number:visible").all_inner_texts()
    listed = page.locator(".rel-key > li:visible").count()
    assert listed == 0 or sorted(drawn, key=int) == [str(n + 1) for n in range(listed)]
    assert len(drawn) > 5


def test_no_sign_of_any_key_is_blank_in_forced_colours(server_url, new_page):
    """Where colours are the system's, each sign of the map's key and each kind of tie is drawn."""
    page = new_page(forced_colors="active")
    for path, signs in SIGNS.items():
        page.goto(server_url + path)
        found = page.evaluate(FAINT, signs)
        assert found["seen"] > 2, path
        assert found["faint"] == [], path


SIGNS = {
    "carte/": ".rel-legend .rel-shape",
    "partenaires/": ".rel-kind",
    "participer/": ".rel-kind",
}
FAINT = """(signs) => {
  const all = [...document.querySelectorAll(signs)].filter((one) => one.checkVisibility());
  const paper = getComputedStyle(document.body).backgroundColor;
  const drawn = (one) => {
    if (one.matches("svg")) {
      const { fill, stroke } = getComputedStyle(one);
      return [fill, stroke].some((colour) => colour !== paper && colour !== "none");
    }
    const sign = getComputedStyle(one, "::before");
    const border = sign.borderTopWidth !== "0px" && sign.borderTopColor !== paper;
    return sign.content !== "none" && (sign.backgroundColor !== paper || border);
  };
  const faint = all.filter((one) => !drawn(one)).map((one) => one.outerHTML);
  return { seen: all.length, faint };
}"""
