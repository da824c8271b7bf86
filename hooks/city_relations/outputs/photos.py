"""The files of the photos: small ones for pages, one for print; originals are never published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from city_relations.pictures.files import Picture
from city_relations.pictures.renditions import are_kept, made
from city_relations.published import Copy
from city_relations.rendering.edition import Edition
from city_relations.rendering.photographs import PublishedPhoto
from city_relations.workers import Piece, prepared

BATCH = 16


def outputs(edition: Edition) -> Iterator[Copy]:
    """Yield every form of every photo that may be shown; each is made once."""
    found = [photo for record in edition.catalog.records for photo in edition.photos(record)]
    for photo in prepared(found, BATCH, partial(_begin, edition), found):
        if edition.workers.take(_key(photo.picture)):
            edition.store.look_again()  # a worker has put the files there
        files = made(photo.picture, edition.store)
        yield from (Copy(photo.path(form), files[form]) for form in photo.forms)


def _begin(edition: Edition, photos: Sequence[PublishedPhoto]) -> None:
    """Let workers make small the photos of which a form is not kept."""
    new = {_key(photo.picture): photo.picture for photo in photos}
    pieces = [
        (key, Piece(f"{made.__module__}:make_told", _told(picture, edition)))
        for key, picture in new.items()
        if not are_kept(picture, edition.store)
    ]
    edition.workers.begin(pieces, few=2)  # each takes a second


def _key(picture: Picture) -> str:
    """Return what the work on a picture is known by: its bytes and its heart."""
    return "{} {} {}".format(picture.digest, *picture.focus)


def _told(picture: Picture, edition: Edition) -> tuple[str | int | float, ...]:
    return str(edition.store.folder.absolute()), *picture.told
