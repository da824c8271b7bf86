"""Where the heart of a photo is, about which it is cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from city_relations.pictures.files import Picture
from city_relations.rendering.photographs import focus_of
from city_relations.schema.focus import Focus
from city_relations.schema.parts import Photo

SAID = Focus(x="0.2", y="0.9")


@pytest.mark.parametrize(
    ("width", "height", "said", "heart"),
    [
        (3000, 2000, None, (0.5, 0.5)),
        (2000, 2000, None, (0.5, 0.5)),
        (2000, 3000, None, (0.5, 1 / 3)),
        (2000, 3000, SAID, (0.2, 0.9)),
    ],
)
def test_the_heart_is_where_it_is_said_or_where_it_mostly_is(width, height, said, heart):
    """The middle, a third from the top of an upright picture, or what its author says."""
    photo = Photo.model_construct(focus=said)
    assert focus_of(photo, Picture(Path("a.jpg"), "0", width, height)) == heart
