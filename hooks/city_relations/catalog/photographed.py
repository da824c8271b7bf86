"""What a catalog knows of its photos: which may be shown, and which page offers each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import accumulate

from city_relations.catalog.seen import Seen
from city_relations.schema.partial import known
from city_relations.schema.partner import Partner
from city_relations.schema.parts import Photo
from city_relations.schema.press_release import PressRelease

MOST = 24  # photos on one page


class Photographed(Seen):
    """A catalog with photos; `Catalog` says what each of its parts is."""

    translations: Mapping[str, tuple[PressRelease, ...]]

    def photos_of(self, record: Partner | PressRelease) -> tuple[Photo, ...]:
        """Return the photos that may be shown today: consent that has ended takes them away."""
        today = self.today
        return tuple(
            photo
            for _, photo in known(record.photos)
            if not photo.consent_until or photo.consent_until.last >= today
        )

    @cached_property
    def has_photos(self) -> bool:
        """Return whether any record has a photo: then the press has a page of them."""
        own = (*(one.photos for one in self.partners), *(one.photos for one in self.originals))
        return any(map(known, own))

    @cached_property
    def offering(self) -> tuple[Partner | PressRelease, ...]:
        """Return the records whose photos the press is offered: releases, newest first, partners.

        A translation follows its original.
        """
        return (*self._told(), *self.partners)

    def _told(self) -> Iterator[PressRelease]:
        for release in self.originals:
            yield release
            yield from self.translations.get(release.slug, ())

    @cached_property
    def _before(self) -> Mapping[str, int]:
        """Map each file to how many photos are offered before its own; "" to how many in all."""
        files = [*(record.file for record in self.offering), ""]
        counts = accumulate((len(self.photos_of(one)) for one in self.offering), initial=0)
        return dict(zip(files, counts, strict=True))

    @property
    def photo_pages(self) -> int:
        """Return how many pages the press has of photos; the first is there where photos are."""
        return -(-self._before[""] // MOST) or int(self.has_photos)

    def photo_page(self, file: str, number: int) -> int:
        """Return the page that offers the photo of a file with this number, both from 1."""
        return (self._before.get(file, 0) + number - 1) // MOST + 1
