"""Reading leaves the machine as it was, and says the same wherever texts lie meanwhile."""

from __future__ import annotations

import gc

import pytest

from building import NOW
from city_relations.catalog import read_catalog
from city_relations.problems import ContentError
from city_relations.spool import Spool
from small_city import release, write_bare_city

FILE = "press_releases/2024/2024-05-06-visite.md"
TEXT = release("Une visite", "2024-05-06", "nulle-part") + "\nAppelez le 06 12 34 56 78.\n"


def test_circles_are_collected_again_after_content_is_refused(tmp_path):
    """The collector rests while content is read, and works again when it is refused."""
    root = write_bare_city(tmp_path / "site", {FILE: TEXT})
    with pytest.raises(ContentError):
        read_catalog(root, NOW)
    assert gc.isenabled()


def test_who_let_the_collector_rest_finds_it_so(tmp_path):
    """A collector that rested before content is read rests after it."""
    root = write_bare_city(tmp_path / "site", {})
    gc.disable()
    try:
        read_catalog(root, NOW)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_text_put_aside_is_judged_as_one_at_hand(tmp_path):
    """A build, which puts texts aside, tells what a check tells."""
    root = write_bare_city(tmp_path / "site", {FILE: TEXT})
    told = []
    for memory in (None, Spool()):
        with pytest.raises(ContentError) as refused:
            read_catalog(root, NOW, memory=memory)
        told.append(refused.value.problems)
    assert told[0] == told[1]
    assert any("06 12 34 56 78" in str(one.shown) for one in told[0])
