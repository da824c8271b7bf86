"""All photos for the press: each with its sizes, its credit, its terms, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from city_relations.pictures.renditions import Rendition, file_of
from city_relations.published import Later, Link, Page
from city_relations.rendering.context import derived_once
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page
from city_relations.rendering.numbers import weight
from city_relations.rendering.paging import Paging, pages_named
from city_relations.rendering.photographs import PublishedPhoto
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease


@dataclass(frozen=True)
class Size:
    """A form of a photo to take away: where it lives, its pixels, and its weight in words."""

    path: str
    width: int
    height: int
    weight: str


@dataclass(frozen=True)
class Offered:
    """A photo with the record it is of and the sizes it is offered in, the largest first."""

    record: Partner | PressRelease
    shown: PublishedPhoto
    print: Size
    screen: Size | None


@dataclass(frozen=True)
class Part(Paging):
    """One page of the photos, and those it offers."""

    photos: tuple[Offered, ...]


def outputs(edition: Edition) -> Iterator[Page | Later]:
    """Yield the pages of all photos, the newest first, where there are any."""
    addresses, pages = edition.addresses, edition.catalog.photo_pages
    told = (addresses.part(addresses.photos, n) for n in range(1, pages + 1))
    links = pages_named(edition, edition.words.gettext("Photos for the press"), told)
    for n, link in enumerate(links, 1):
        make = partial(_page, edition, link.address, links, n)
        yield edition.page_in_time(link.address, "press", make)


@kept_page
def _page(edition: Edition, here: str, links: tuple[Link, ...], number: int) -> Page:
    words = edition.words
    found = tuple(
        _offered(edition, *one) for one in _photos(edition) if one[1].offered_on == number
    )
    part = Part(number, links, found)
    title = part.here.title
    return Page(
        address=here,
        title=title,
        body=edition.render("press_photos.html", here=here, title=title, part=part),
        language=edition.language,
        kind="press",
        description=words.gettext("Each with its sizes, its credit and its terms."),
        trail=(edition.home_link(), Link(edition.addresses.press, words.gettext("Press"))),
        previous=part.near(-1),
        next=part.near(1),
        search_text=Markup("<p>{}</p>").format(
            " ".join(edition.plain(one.shown.photo.caption) for one in found)
        ),
    )


@derived_once
def _photos(edition: Edition) -> tuple[tuple[Partner | PressRelease, PublishedPhoto], ...]:
    """Return every photo that may be shown with whose it is, the newest first."""
    offering = edition.catalog.offering
    return tuple((record, shown) for record in offering for shown in edition.photos(record))


def _offered(edition: Edition, record: Partner | PressRelease, shown: PublishedPhoto) -> Offered:
    whole, small = _size(edition, shown, shown.for_print), None
    if shown.fallback.width < whole.width:
        small = _size(edition, shown, shown.fallback)
    return Offered(record, shown, whole, small)


def _size(edition: Edition, shown: PublishedPhoto, form: Rendition) -> Size:
    picture = shown.picture
    height = max(1, round(picture.height * form.width / picture.width))
    size = file_of(picture, form, edition.store).stat().st_size
    return Size(shown.path(form), form.width, height, weight(size, edition.words))
