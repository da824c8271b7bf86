"""Work done beside ours: the same bytes however many do it, and whatever becomes of them."""

from __future__ import annotations

import sys

import pytest

from building import NOW
from city_relations.publish.site import read_site
from city_relations.workers import FEW, Piece, Workers
from small_city import URL, assets, picture, release, write_city

DAYS = FEW // 2 + 1
CARD = Piece("city_relations.pictures.cards:draw_told", ("Un", "Titre", "", "Pied", "#8c1d2c"))


@pytest.fixture
def city(tmp_path):
    """Write a city with enough releases for workers, one with a photo, one in two languages."""
    more = {}
    for i in range(1, DAYS + 1):
        for half in "ab":
            photo = "photos: [{file: a.png, alt: Une vue, credit: Ville}]\n" if i == 1 else ""
            name = f"press_releases/2024/2024-05-{i:02}-{half}.md"
            more[name] = release(f"Titre {i} {half}", f"2024-05-{i:02}", "turin", photo)
    more["press_releases/2024/a.png"] = picture()
    return write_city(tmp_path / "city", more)


def test_a_site_is_the_same_however_many_workers_make_it(city, monkeypatch):
    """Cards, PDF, photos and all else have the same bytes, and stand in the same order."""
    sites, begun = [], []
    ask = Workers.ask
    monkeypatch.setattr(Workers, "ask", lambda self, one: begun.append(one) or ask(self, one))
    for processors in (1, 2, 3):
        monkeypatch.setattr("city_relations.publish.site.processors", lambda n=processors: n)
        for kept in (city / ".cache").rglob("*.*"):
            kept.unlink()
        site = read_site(city, NOW, URL)
        sites.append((list(assets(site).items()), list(site.pages.items())))
        assert bool(begun) == (processors > 1)
    assert sites[0] == sites[1] == sites[2]
    assert {one.function.partition(":")[2] for one in begun} >= {"draw_told", "typeset_told"}


def test_a_worker_that_dies_loses_nothing(monkeypatch):
    """Where no worker can be begun, or it ends at once, each piece is done here."""
    for program in ("/nowhere/python", "/bin/false"):
        with monkeypatch.context() as patched:
            patched.setattr(sys, "executable", program)
            beside = Workers(1, few=1)
            beside.begin([("a", CARD)])
            beside.begun["a"][1].exception()  # it was tried
            assert beside.take("a") == CARD.done()
            beside.end()


def test_a_worker_does_what_it_is_told():
    """A piece done beside gives the bytes it gives here; what nobody began is nobody's."""
    beside = Workers(1, few=1)
    beside.begin([("a", CARD)])
    beside.begun["a"][1].result()
    assert beside.take("a") == CARD.done()
    assert beside.take("b") is None
    beside.end()


def test_only_our_own_functions_are_done():
    """No worker runs a function of anybody else's, and whoever asks is told."""
    beside = Workers(1, few=1)
    beside.begin([("a", Piece("os:getcwdb", ()))])
    beside.begun["a"][1].result()
    with pytest.raises(ValueError, match="os"):
        beside.take("a")
    beside.end()


def test_for_few_pieces_no_worker_isbegun():
    """What is done sooner than a worker begins is done here."""
    beside = Workers(1)
    beside.begin([("a", CARD)])
    assert beside.take("a") is None
    beside.end()
