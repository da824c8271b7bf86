"""Two workers share a run: what is costly is made once, what must be alone is alone."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from building import ROOT
from sharing import ALONE, made_once


def test_what_is_costly_is_made_once(tmp_path_factory):
    """Of two who ask at the same time one makes it, and the other waits until it is whole."""
    made = []

    def make(folder):
        made.append(folder)
        time.sleep(0.1)
        folder.mkdir()
        (folder / "whole").touch()

    def whole(_):
        return (made_once(tmp_path_factory, "made-once", make) / "whole").is_file()

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(whole, range(2))) == [True, True]
    assert len(made) == 1


def test_what_could_not_be_made_is_tried_again(tmp_path_factory):
    """Where the first fails, nothing is taken for made."""
    with pytest.raises(ZeroDivisionError):
        made_once(tmp_path_factory, "tried-again", lambda _: 1 / 0)
    assert made_once(tmp_path_factory, "tried-again", lambda folder: folder.mkdir()).is_dir()


def test_what_is_alone_is_there():
    """Every module that is to be done alone has the name it is known by."""
    assert [name for name in ALONE if not (ROOT / "tests" / name).is_file()] == []
