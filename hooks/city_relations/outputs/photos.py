"""The files of the photos: small ones for pages, one for print; originals are never published."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.pictures.renditions import made
from city_relations.published import Copy
from city_relations.rendering.edition import Edition


def outputs(edition: Edition) -> Iterator[Copy]:
    """Yield every form of every photo that may be shown; each is made once."""
    for record in edition.catalog.records:
        for photo in edition.photos(record):
            for form, file in made(photo.picture, edition.store).items():
                yield Copy(photo.path(form), file)
