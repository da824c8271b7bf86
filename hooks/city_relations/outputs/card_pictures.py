"""The picture a link to a partner's or release's page shows when it is shared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import partial

from city_relations.dates import in_words
from city_relations.language.words import say
from city_relations.pictures.cards import VERSION, Card, draw_beside, draw_told
from city_relations.pictures.other_fonts import fonts_for
from city_relations.pictures.renditions import on_card
from city_relations.progress import CARDS
from city_relations.published import Asset, Copy, Later
from city_relations.rendering.context import derived_once
from city_relations.rendering.edition import Edition
from city_relations.rendering.photo_on_card import card_address, photo_on_card
from city_relations.rendering.photographs import PublishedPhoto
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.store import key_of
from city_relations.workers import Piece, prepared

DRAWING = draw_told.__module__
BATCH = 256


@dataclass(frozen=True)
class Wanted:
    """A card to be drawn: where it lives, what it says, the photo beside that."""

    path: str
    card: Card
    photo: PublishedPhoto | None

    @property
    def key(self) -> str:
        """What it is kept under: its words, and of its photo the bytes and the part shown."""
        if self.photo is None:
            return key_of(self.card, VERSION, ending=".png")
        picture = self.photo.picture
        return key_of(self.card, picture.digest, on_card(picture), VERSION, ending=".jpg")

    def piece(self, edition: Edition) -> Piece:
        """Return the work of drawing it, which a worker may do."""
        if self.photo is None:
            return Piece(f"{DRAWING}:{draw_told.__name__}", astuple(self.card))
        store = str(edition.store.folder.absolute())
        beside = (store, self.photo.picture.told, *astuple(self.card))
        return Piece(f"{DRAWING}:{draw_beside.__name__}", beside)


def outputs(edition: Edition) -> Iterator[Asset | Copy | Later]:
    """Draw a card for each partner and release; each is drawn once, whatever the day."""
    if edition.postpones:
        for address, record in _told(edition):
            path = card_address(address, photo_on_card(edition, record))
            yield from edition.files_in_time((path,), partial(_alone, edition, address, record))
        return
    found = [_wanted(edition, address, record) for address, record in _told(edition)]
    steps = edition.progress.over(CARDS, found)
    for wanted in prepared(found, BATCH, partial(_begin, edition), steps):
        yield _drawn(edition, wanted)


def _alone(edition: Edition, address: str, record: Partner | PressRelease) -> tuple[Copy]:
    return (_drawn(edition, _wanted(edition, address, record)),)


def _told(edition: Edition) -> Iterator[tuple[str, Partner | PressRelease]]:
    for partner in edition.catalog.partners:
        yield edition.addresses.partner(partner.slug), partner
    for release in edition.catalog.releases_spoken:
        yield edition.addresses.release(release), release


def _wanted(edition: Edition, address: str, record: Partner | PressRelease) -> Wanted:
    photo = photo_on_card(edition, record)
    credit = _credit(edition, photo)
    if isinstance(record, Partner):
        card = _partner(edition, record, credit)
    else:
        card = _release(edition, record, credit)
    return Wanted(card_address(address, photo), card, photo)


def _credit(edition: Edition, photo: PublishedPhoto | None) -> str:
    credit = photo.photo.credit if photo else ""
    return edition.title(say("Photo: {credit}", credit=credit)) if credit else ""


def _begin(edition: Edition, found: Sequence[Wanted]) -> None:
    """Let workers draw the cards that are not kept."""
    new = (wanted for wanted in found if not edition.store.claims(wanted.key))
    edition.workers.begin((wanted.key, wanted.piece(edition)) for wanted in new)


def _drawn(edition: Edition, wanted: Wanted) -> Copy:
    key, store = wanted.key, edition.store
    file = store.find(key)
    drawn = file or store.put(key, edition.workers.take(key) or wanted.piece(edition).done())
    return Copy(wanted.path, drawn)


def _partner(edition: Edition, partner: Partner, credit: str) -> Card:
    name = edition.plain(partner.name)
    city = edition.catalog.city.name
    kicker = say("Partner · {country}", country=edition.country(partner.country))
    title = say("{city} and {partner}", city=city, partner=name)
    own = next((n for n in partner.local_name.values() if n != name), "")
    return _card(edition, edition.title(kicker), edition.title(title), own, credit)


def _release(edition: Edition, release: PressRelease, credit: str) -> Card:
    date = in_words(release.date, edition.words)
    kicker = say("Press release · {date}", date=date)
    return _card(edition, edition.title(kicker), edition.title(release.title), "", credit)


@derived_once
def _foot(edition: Edition) -> str:
    return edition.title(say("{city} abroad", city=edition.catalog.city.name))


def _card(edition: Edition, kicker: str, title: str, own_name: str, credit: str) -> Card:
    city = edition.catalog.city
    foot = _foot(edition)
    own = [edition.catalog.root / name for name in city.fonts]
    others = map(str, fonts_for(f"{kicker}{title}{own_name}{foot}{credit}", own))
    fonts = "\n".join(others)
    return Card(kicker, title, own_name, foot, city.accent, edition.language, fonts, credit)
