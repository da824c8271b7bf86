"""The home page's photos where partners are too many for cards: six, those in the news first."""

from __future__ import annotations

import re

import pytest

from city_relations.outputs import home
from small_city import catalog_of, edition_of, picture, profile, release

PHOTO = "photos: [{file: place.png, alt: Une place., credit: Ville}]\n"
SHOWN = re.compile(r'rel-photos__one" href="partenaires/([^/]+)/')


def shown(root, partners, with_photo):
    """Return the partners whose photo the home page shows above the names."""
    files = {f"partners/ville-{n:02}.yml": profile(f"Ville {n:02}") for n in range(partners)}
    for n in with_photo:
        files[f"partners/ville-{n:02}.yml"] += PHOTO
    files["partners/place.png"] = picture()
    files["press_releases/2024/2024-05-06-a.md"] = release(partner="ville-09")
    files["partners/turin.yml"] = profile("Zurich")
    (insert,) = home.outputs(edition_of(catalog_of(root, files)))
    return SHOWN.findall(insert.body)


@pytest.mark.parametrize(
    ("partners", "with_photo", "told"),
    [
        (11, (1, 9), []),
        (13, (), []),
        (13, (1, 9), ["ville-09", "ville-01"]),
        (31, range(10), ["ville-09", *(f"ville-{n:02}" for n in range(5))]),
    ],
)
def test_photos_stand_above_the_names(tmp_path, partners, with_photo, told):
    """On cards each partner has its own; beyond, at most six are seen, and none is invented."""
    assert shown(tmp_path / "city", partners, with_photo) == told
