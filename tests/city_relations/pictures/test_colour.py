"""Colours one can read."""

from pathlib import Path

import pytest

from city_relations.pictures.colour import DARK_PAPER, PAPER, contrast, for_dark, mixed

BASE = (
    Path(__file__).parents[3]
    / "hooks"
    / "city_relations"
    / "theme"
    / "assets"
    / "relations"
    / "base.css"
)


def test_contrast_is_that_of_the_standard():
    """Black on white is 21 to 1, and #767676 the last grey that passes on white."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("accent", ["#8c1d2c", "#000000", "#ffffff", "#0b3d91", "#1f6f43"])
def test_the_dark_accent_reads_well_on_dark_paper(accent):
    """Whatever the accent, its sister for the dark palette has contrast 7."""
    assert contrast(for_dark(accent), DARK_PAPER) >= 7


def test_mixing_goes_from_one_colour_to_the_other():
    """No share gives the first colour, a whole share the other."""
    assert (mixed("#102030", "#ffffff", 0), mixed("#102030", "#ffffff", 1)) == (
        "#102030",
        "#ffffff",
    )


def test_the_stylesheet_draws_on_the_papers_the_code_measures():
    """The theme's papers are those the contrast is computed with."""
    css = BASE.read_text()
    assert f"--rel-paper: var(--day, {PAPER}) var(--night, {DARK_PAPER});" in css
