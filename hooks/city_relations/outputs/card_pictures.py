"""The picture a link to a partner's or release's page shows when it is shared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple
from functools import partial

from city_relations.dates import in_words
from city_relations.language.words import say
from city_relations.pictures.cards import VERSION, Card, card_of, draw
from city_relations.pictures.other_fonts import fonts_for
from city_relations.progress import CARDS
from city_relations.published import Asset, Copy, Later
from city_relations.rendering.edition import Edition
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.store import key_of
from city_relations.workers import Piece, prepared

DRAWING = draw.__module__
BATCH = 256


def outputs(edition: Edition) -> Iterator[Asset | Copy | Later]:
    """Draw a card for each partner and release; each is drawn once, whatever the day."""
    if edition.postpones:
        for address, tell in _cards(edition):
            yield from edition.files_in_time(
                (card_of(address),), partial(_alone, edition, address, tell)
            )
        return
    found = [(address, tell()) for address, tell in _cards(edition)]
    steps = edition.progress.over(CARDS, found)
    for address, card in prepared(found, BATCH, partial(_begin, edition), steps):
        yield _drawn(edition, address, card)


def _alone(edition: Edition, address: str, tell: Callable[[], Card]) -> tuple[Copy]:
    return (_drawn(edition, address, tell()),)


def _cards(edition: Edition) -> Iterator[tuple[str, Callable[[], Card]]]:
    for partner in edition.catalog.partners:
        yield edition.addresses.partner(partner.slug), partial(_partner, edition, partner)
    for release in edition.catalog.releases_spoken:
        yield edition.addresses.release(release), partial(_release, edition, release)


def _begin(edition: Edition, found: Sequence[tuple[str, Card]]) -> None:
    """Let workers draw the cards that are not kept."""
    pieces = ((_key(card), Piece(f"{DRAWING}:draw_told", astuple(card))) for _, card in found)
    edition.workers.begin((key, piece) for key, piece in pieces if not edition.store.claims(key))


def _drawn(edition: Edition, address: str, card: Card) -> Copy:
    key = _key(card)
    file = edition.store.find(key)
    drawn = file or edition.store.put(key, edition.workers.take(key) or draw(card))
    return Copy(card_of(address), drawn)


def _key(card: Card) -> str:
    return key_of(card, VERSION, ending=".png")


def _partner(edition: Edition, partner: Partner) -> Card:
    name = edition.plain(partner.name)
    city = edition.catalog.city.name
    kicker = say("Partner · {country}", country=edition.country(partner.country))
    title = say("{city} and {partner}", city=city, partner=name)
    own = next((n for n in partner.local_name.values() if n != name), "")
    return _card(edition, edition.title(kicker), edition.title(title), own)


def _release(edition: Edition, release: PressRelease) -> Card:
    date = in_words(release.date, edition.words)
    kicker = say("Press release · {date}", date=date)
    return _card(edition, edition.title(kicker), edition.title(release.title), "")


def _card(edition: Edition, kicker: str, title: str, own_name: str) -> Card:
    city = edition.catalog.city
    foot = edition.title(say("{city} abroad", city=city.name))
    own = [edition.catalog.root / name for name in city.fonts]
    others = map(str, fonts_for(f"{kicker}{title}{own_name}{foot}", own))
    fonts = "\n".join(others)
    return Card(kicker, title, own_name, foot, city.accent, edition.language, fonts)
