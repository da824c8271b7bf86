"""Cuts of photos: of one shape, around the heart their author names, no larger than their part."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from city_relations.pictures.files import Picture
from city_relations.pictures.renditions import SHAPES, TALL, WIDE, cut_box, made, renditions
from city_relations.store import Store

SIZES = {
    "landscape": (2400, 1600),
    "portrait": (1200, 1800),
    "square": (900, 900),
    "strip": (3000, 200),
    "speck": (16, 17),
}


def shapes(size, focus=(0.5, 0.5)):
    """Return the cut forms of a picture of a size."""
    found = renditions(Picture(Path("x"), "0", *size, focus))
    return [form for form in found if form.shape]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("focus", [(0.0, 0.0), (0.5, 0.5), (0.72, 0.22), (1.0, 1.0)])
def test_a_cut_lies_in_the_picture_and_has_its_shape(size, focus):
    """Every cut lies wholly in its picture, has the shape of its name, and is never blown up."""
    for form in shapes(size, focus):
        left, upper, right, lower = form.box
        assert 0 <= left < right <= size[0]
        assert 0 <= upper < lower <= size[1]
        across, down = SHAPES[form.shape]
        assert abs((right - left) * down - (lower - upper) * across) <= max(across, down)
        assert form.width <= right - left


def test_only_portraits_have_an_upright_cut():
    """A landscape is cut wide; a portrait wide for cards, and upright for the head of a page."""
    assert {form.shape for form in shapes(SIZES["landscape"])} == {WIDE}
    assert {form.shape for form in shapes(SIZES["portrait"])} == {WIDE, TALL}


@pytest.mark.parametrize(
    ("focus", "box"),
    [
        ((0.5, 0.5), (0, 250, 600, 650)),
        ((0.5, 0.0), (0, 0, 600, 400)),
        ((0.1, 0.9), (0, 500, 600, 900)),
    ],
)
def test_the_heart_stands_as_near_the_middle_as_may_be(focus, box):
    """Of a portrait the part around its heart is shown, up to its edge."""
    assert cut_box(Picture(Path("x"), "0", 600, 900, focus), 3, 2) == box


def test_what_the_author_names_is_in_the_cut(tmp_path):
    """The corner that the focus names is what the files show; another focus gives other files."""
    image = Image.new("RGB", (600, 900), "navy")
    image.paste("gold", (0, 0, 600, 200))
    path = tmp_path / "picture.png"
    image.save(path)
    store = Store(tmp_path / "kept")
    upper, lower = (
        {
            form: file
            for form, file in made(Picture(path, "0", 600, 900, (0.5, y)), store).items()
            if form.shape == WIDE
        }
        for y in (0.0, 1.0)
    )
    for form, file in upper.items():
        with Image.open(file) as shown:
            assert shown.size == (form.width, form.height)
            red, _, blue = shown.convert("RGB").getpixel((5, 5))
            assert red > blue
    assert not set(upper.values()) & set(lower.values())
