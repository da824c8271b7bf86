"""The theme's stylesheets against their own variables."""

from __future__ import annotations

import re

import pytest

from building import ROOT

SHEETS = ROOT / "hooks" / "city_relations" / "theme" / "assets" / "relations"
SWITCHES = {
    "--day",
    "--night",
}  # each is `initial` or empty, so what stands behind its comma is read

# A length, in whatever brackets.
SIDE = r"((?:[^;\s(]|\([^)]*\))+)"


@pytest.fixture(scope="module")
def sheets():
    """Return the text of each stylesheet of the theme, comments apart."""
    texts = {p.name: p.read_text(encoding="utf-8") for p in sorted(SHEETS.glob("*.css"))}
    assert len(texts) > 5
    return {name: re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL) for name, text in texts.items()}


@pytest.fixture(scope="module")
def ground(sheets):
    """Return what base.css sets on the root of every page: name to value."""
    block = re.search(r":root \{(.*?)\}", sheets["base.css"], re.DOTALL)[1]
    found = dict(re.findall(r"(--[\w-]+):\s*([^;]*);", block))
    assert len(found) > 20
    return found


def test_nothing_stands_behind_a_variable_that_is_always_there(sheets, ground):
    """What base.css sets for every page has no second value elsewhere: it is never read."""
    always = ground.keys() - SWITCHES
    for name, text in sheets.items():
        behind = set(re.findall(r"var\((--[\w-]+)\s*,", text))
        assert not behind & always, name


def test_every_variable_that_is_read_alone_is_set(sheets):
    """A name that is misspelt, or of a variable that is gone, would silently draw nothing."""
    whole = "".join(sheets.values())
    alone = set(re.findall(r"var\((--[\w-]+)\)", whole))
    assert alone <= set(re.findall(r"[{;\s](--[\w-]+):", whole))


def test_every_colour_is_said_once_by_day_and_by_night(ground):
    """Each colour of the ground names both palettes; only the two switches know which is read."""
    coloured = {name: value for name, value in ground.items() if "#" in value}
    assert len(coloured) >= 10
    for name, value in coloured.items():
        assert re.fullmatch(r"var\(--day, #\w+\) var\(--night, #\w+\)", value), name


def test_the_palettes_are_told_apart_by_switches_alone(sheets):
    """What turns the dark palette on, in either way, sets the switches and nothing to be drawn."""
    dark = re.findall(r":root[^{},]*data-md-color-scheme[^{]*\{([^}]*)\}", sheets["base.css"])
    assert [one.strip() for one in dark] == ["--day: ; --night: initial; color-scheme: dark;"] * 2


def test_what_is_begun_on_the_left_begins_on_the_right_where_one_reads_so(sheets):
    """No side of a box is said as left or right, but of what lies on a map, the same for all."""
    for name, text in sheets.items():
        assert not re.search(
            r"(?:padding|margin|border)-(?:left|right)|text-align: (?:left|right)", text
        )
        four = re.findall(rf"(?:padding|margin|border-width): {SIDE} {SIDE} {SIDE} {SIDE};", text)
        assert [one for one in four if one[1] != one[3]] == [], name
