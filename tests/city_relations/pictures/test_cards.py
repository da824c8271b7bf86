"""Cards with a photo: beside the words and never under them, around its heart, and only today's."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from building import NOW
from city_relations.catalog import read_catalog
from city_relations.outputs import card_pictures
from city_relations.pictures.cards import Card, draw, draw_beside
from city_relations.pictures.colour import PAPER, READABLE, channels, contrast
from city_relations.pictures.files import Picture, examine
from city_relations.pictures.renditions import CARD_WIDTH, made, on_card
from city_relations.store import Store
from drawn import picture
from small_city import TURIN, assets, catalog_of, edition_of, read_city, write_city

SIDE = 1200 - CARD_WIDTH
NAMES = {
    "fr": ("Communiqué de presse · 19 septembre 2024", "La Ville signe avec Turin", "", "La Ville"),
    "ar": ("بيان صحفي", "شامبيري وتارودانت", "", "شامبيري"),
}
PHOTO = "photos: [{{file: place.jpg, alt: Une place., credit: Ville de Turin{more}}}]\n"
PAGE = "partenaires/turin/"
WITH, WITHOUT = f"{PAGE}turin-1-card.jpg", f"{PAGE}card.png"


def drawn(tmp_path, content, language="fr", title=""):
    """Draw a card with a picture beside its words."""
    path, store = tmp_path / "picture", Store(tmp_path / "kept")
    path.write_bytes(content)
    found = examine(path, store)
    told = (str(path), found.digest, found.width, found.height, 0.5, 0.5)
    kicker, usual, own, foot = NAMES[language]
    words = (kicker, title or usual, own, foot, "#8c1d2c", language, "", "Photo : Ville")
    return draw_beside(str(store.folder), told, *words)


def cards(root, more="", content=b"", now=NOW):
    """Return the cards of the small city with a photo of its partner, by path."""
    told = TURIN + PHOTO.format(more=more)
    files = {"partners/turin.yml": told, "partners/place.jpg": content or picture()}
    return cards_of(catalog_of(root, files, now))


def cards_of(catalog):
    """Return the cards of a catalog, by path."""
    found = card_pictures.outputs(edition_of(catalog))
    return {copy.path: copy.file.read_bytes() for copy in found}


def inks(image, box):
    """Return the colours of a part that are far from paper."""
    part = image.convert("RGB").crop(box)
    told = [colour for _, colour in part.getcolors(1 << 20)]
    return [
        c for c in told if sum(abs(a - b) for a, b in zip(c, channels(PAPER), strict=True)) > 60
    ]


PICTURES = {
    "landscape": picture(),
    "portrait": picture((800, 1400)),
    "panorama": picture((2400, 600)),
    "black": picture(colour="#000000", plain=True),
    "sideways": picture((800, 1400), orientation=6),
    "grey": picture((900, 900), "PNG", colour="#888888"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_words_stand_beside_every_photo(tmp_path, name):
    """Whatever the shape and shades of a photo, the words stand on paper beside it."""
    card = Image.open(io.BytesIO(drawn(tmp_path, PICTURES[name])))
    assert (card.format, card.size) == ("JPEG", (1200, 630))
    assert not inks(card, (SIDE - 40, 30, SIDE - 8, 630))
    assert not inks(card, (0, 30, 52, 630))
    assert inks(card, (60, 60, SIDE - 40, 200))
    assert len(inks(card, (SIDE, 0, 1200, 630))) > 0


def test_words_of_a_card_can_be_read(tmp_path):
    """Beside a photo that is all black, title and credit have a contrast of 4.5 at the least."""
    card = Image.open(io.BytesIO(drawn(tmp_path, PICTURES["black"]))).convert("RGB")
    for box in ((60, 110, SIDE - 48, 240), (60, 585, SIDE - 48, 615)):
        darkest = min((colour for _, colour in card.crop(box).getcolors(1 << 20)), key=sum)
        assert contrast("#{:02x}{:02x}{:02x}".format(*darkest), PAPER) >= READABLE


def test_a_card_read_from_the_right_is_mirrored(tmp_path):
    """In Arabic the words stand at the right, and the photo where they end."""
    card = Image.open(io.BytesIO(drawn(tmp_path, PICTURES["black"], "ar"))).convert("RGB")
    assert sum(card.getpixel((20, 300))) < 30
    assert not inks(card, (CARD_WIDTH + 8, 30, CARD_WIDTH + 40, 630))
    assert inks(card, (CARD_WIDTH + 60, 60, 1140, 300))


def test_a_long_word_stays_off_the_photo(tmp_path):
    """A word wider than its column is broken, and a title beyond its lines is cut short."""
    title = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch " * 6
    card = Image.open(io.BytesIO(drawn(tmp_path, PICTURES["black"], title=title)))
    assert not inks(card, (SIDE - 40, 30, SIDE - 8, 630))
    assert not inks(card, (60, 450, SIDE - 8, 500))


def test_what_would_be_a_blur_is_not_shown(tmp_path):
    """A picture of 200 pixels leaves the card as it is without one, in its own form."""
    assert {WITH, WITHOUT} & {*cards(tmp_path, content=picture((200, 133)))} == {WITHOUT}
    assert on_card(Picture(tmp_path, "", 2400, 200)) is None


def test_a_page_tells_of_its_card(tmp_path):
    """A page names the card with its photo, and says what is seen on it."""
    told = TURIN + PHOTO.format(more="")
    files = {"partners/turin.yml": told, "partners/place.jpg": picture()}
    site = read_city(write_city(tmp_path, files))
    card, content = site.pages[PAGE].head.card, assets(site)
    assert card.url.endswith(WITH)
    assert card.alt == "Turin – Une place."
    assert Image.open(io.BytesIO(content[WITH])).size == (card.width, card.height)
    assert WITHOUT not in content
    assert len(content[WITH]) < 60_000


def test_a_card_is_that_of_its_photo_alone(tmp_path):
    """Another heart and other bytes give other cards; kept or not, the same give the same."""
    first = cards(tmp_path)[WITH]
    other_heart = cards(tmp_path, ", focus: {x: 0, y: 0}")[WITH]
    other_bytes = cards(tmp_path, content=picture(colour="#22aa44"))[WITH]
    assert len({first, other_heart, other_bytes}) == 3
    assert cards(tmp_path)[WITH] == first  # nothing was kept: the folder is written anew
    assert cards_of(read_catalog(tmp_path, NOW))[WITH] == first


def test_a_photo_that_may_not_be_shown_is_on_no_card(tmp_path):
    """On the day after its consent ends the card is drawn without the photo."""
    until = ", people: adults, consent: Dossier 1, consent_until: 2026-11-22"
    assert WITH in cards(tmp_path, until)
    assert {WITH, WITHOUT} & {*cards(tmp_path, until, now=NOW.replace(day=23))} == {WITHOUT}


def test_a_worker_draws_what_is_drawn_here(tmp_path):
    """What a worker is told gives the bytes that are given here."""
    path, store = tmp_path / "picture.jpg", Store(tmp_path / "other")
    drawn_told = drawn(tmp_path, PICTURES["portrait"])
    path.write_bytes(PICTURES["portrait"])
    found = examine(path, store)
    words = (*NAMES["fr"], "#8c1d2c", "fr", "", "Photo : Ville")
    part = made(found, store)[on_card(found)].read_bytes()
    assert draw(Card(*words), part) == drawn_told
