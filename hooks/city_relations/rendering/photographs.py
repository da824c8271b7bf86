"""The photos a reader may see: whose, in which forms, and where each form lives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from city_relations.catalog import Catalog
from city_relations.language.latin import slug_of
from city_relations.links import find_links
from city_relations.links.addresses import Addresses
from city_relations.pictures.files import Picture, examine
from city_relations.pictures.renditions import JPEG, TALL, WEBP, WIDE, Rendition, renditions
from city_relations.schema.partner import Partner
from city_relations.schema.parts import Photo
from city_relations.schema.press_release import PressRelease
from city_relations.store import store_of

LONGEST_NAME = 60  # letters


@dataclass(frozen=True)
class PublishedPhoto:
    """A photo as a page shows it; `stem` begins the path of each of its files.

    `language` is that of the file that names it, "" for the site's first: its credit is in it.
    `name` is what it is called when somebody keeps it: of whom it is and what it shows.
    `offered_on` is the number of the page of photos for the press that offers it.
    """

    photo: Photo
    picture: Picture
    stem: str
    name: str
    language: str = ""
    offered_on: int = 1

    @property
    def mark(self) -> str:
        """Return what it is called on the page of all photos."""
        name = self.stem.rpartition("/")[2]
        return f"{name}-{self.language}" if self.language else name

    @property
    def forms(self) -> tuple[Rendition, ...]:
        """List the forms it is offered in."""
        return renditions(self.picture)

    @property
    def webp(self) -> tuple[Rendition, ...]:
        """List the small forms, the smallest first."""
        return tuple(form for form in self.forms if form.form == WEBP and not form.shape)

    def cut(self, shape: str) -> tuple[Rendition, ...]:
        """List the forms cut to a shape around its heart, the smallest first."""
        return tuple(form for form in self.forms if form.shape == shape)

    @property
    def is_portrait(self) -> bool:
        """Return whether it is higher than wide."""
        return self.picture.height > self.picture.width

    @property
    def lead(self) -> tuple[Rendition, ...]:
        """List the forms for the head of a page: a portrait stays upright, but never so high."""
        return self.cut(TALL if self.is_portrait else WIDE)

    @property
    def fallback(self) -> Rendition:
        """Return the form every reader's program understands."""
        return next(form for form in self.forms if form.form == JPEG and not form.for_print)

    @property
    def for_print(self) -> Rendition:
        """Return the form for the press."""
        return self.forms[-1]

    def path(self, form: Rendition) -> str:
        """Return where a form lives."""
        return f"{self.stem}{form.ending}"

    @property
    def download(self) -> str:
        """Return where the form for the press lives."""
        return self.path(self.for_print)

    @property
    def height(self) -> int:
        """Return the height of the fallback, so that a page does not jump when it comes."""
        return max(1, round(self.picture.height * self.fallback.width / self.picture.width))


def published_photos(
    catalog: Catalog, addresses: Addresses, record: Partner | PressRelease
) -> Iterator[PublishedPhoto]:
    """Yield the photos of a record that may be shown today, in its order."""
    if not record.photos:
        return
    if isinstance(record, Partner):
        page, language = addresses.partner(record.slug), ""
    else:
        page, language = addresses.release(record), record.own_language
    folder = (catalog.root / record.file).parent
    allowed = catalog.photos_of(record)
    for i, photo in enumerate(record.photos, 1):
        if photo in allowed:
            offered = catalog.photo_page(record.file, allowed.index(photo) + 1)
            picture = examine(folder / photo.file, store_of(catalog.root))
            if isinstance(picture, Picture):
                picture = replace(picture, focus=focus_of(photo, picture))
                name = _name(catalog, record, photo) or f"{record.slug}-{i}"
                stem = f"{page}{record.slug}-{i}"
                yield PublishedPhoto(photo, picture, stem, name, language, offered)


def _name(catalog: Catalog, record: Partner | PressRelease, photo: Photo) -> str:
    """Name a photo after its record and its caption, or what it shows; "" without either."""
    own = catalog.city.master
    told = photo.caption or photo.alt
    said = slug_of(told.in_(own), own, LONGEST_NAME) if told else ""
    return f"{record.slug}-{said}" if said else ""


def focus_of(photo: Photo, picture: Picture) -> tuple[float, float]:
    """Return the heart of a photo: what its author says, or its middle.

    An upright one is mostly of somebody: of it, the middle of the upper two thirds.
    """
    if photo.focus:
        return photo.focus.x, photo.focus.y
    return 0.5, 1 / 3 if picture.height > picture.width else 0.5


def named_in_text(record: Partner | PressRelease) -> frozenset[str]:
    """Return the names of the pictures a record's Markdown shows or leads to."""
    texts = [record.body] if not isinstance(record, Partner) else _profile_texts(record)
    return frozenset(unquote(link.address) for text in texts for link in find_links(text))


def _profile_texts(partner: Partner) -> list[str]:
    texts = (partner.about, *(way.text for way in partner.take_part))
    return [text for told in texts for text in (told or {}).values()]
