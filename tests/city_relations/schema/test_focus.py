"""The heart of a picture, as authors write it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from city_relations.schema.parts import Photo


def focus(told):
    """Return where a photo's focus is read."""
    read = Photo.model_validate({"file": "a.jpg", "alt": "x", "focus": told}).focus
    return read.x, read.y


@pytest.mark.parametrize(
    "told",
    [
        {"x": 0.5, "y": 0.3},
        {"x": "50 %", "y": "30%"},
        {"x": "0,5", "y": "0,30"},
        {"x": ".5", "y": "30\u202f%"},
        "50% 30%",
        "0.5, 0.3",
        [0.5, 0.3],
        ["50 %", "30 %"],
    ],
)
def test_shares_are_read_in_every_common_form(told):
    """Fractions, per cent, with a comma or a point, by name or as style sheets give them."""
    assert focus(told) == pytest.approx((0.5, 0.3))


@pytest.mark.parametrize(
    "told",
    [
        {"x": 50, "y": 0.3},
        {"x": 0.5},
        {"x": -0.1, "y": 0},
        {"x": "101 %", "y": 0},
        {"x": "nan", "y": 0},
        {"x": "1e-1", "y": 0},
        "top",
        "50 30 20",
        [0.5],
        0.5,
        True,
    ],
)
def test_what_is_no_place_on_the_picture_is_refused(told):
    """A number beyond the picture, a word, one share alone: none of them says where to look."""
    with pytest.raises(ValidationError):
        focus(told)


@pytest.mark.parametrize("edge", [0, 1, "0", "1", "0 %", "100 %"])
def test_the_edges_are_on_the_picture(edge):
    """Nought and one are the picture's edges, in per cent as well."""
    assert focus({"x": edge, "y": edge})[0] in (0.0, 1.0)
