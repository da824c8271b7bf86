"""What is kept between builds, and for how long."""

from __future__ import annotations

import os
import shutil
from threading import get_ident

import pytest

from city_relations.store import Store, key_of, store_of

DAY = 24 * 3600


@pytest.fixture
def store(tmp_path):
    """Make an empty store."""
    return Store(tmp_path / "store")


def aged(store, name, days):
    """Keep a thing that was last asked for so many days ago; give its file."""
    key = key_of(name)
    store.get_or_make(key, name.encode)
    path = store.find(key)
    when = path.stat().st_mtime - days * DAY
    os.utime(path, (when, when))
    return path


def test_a_thing_is_made_once(store):
    """What was made under a key is given again, not made again."""
    made = []

    def make():
        made.append(1)
        return b"made"

    assert [store.get_or_make(key_of("a"), make) for _ in range(2)] == [b"made", b"made"]
    assert made == [1]


def test_what_nobody_asks_for_any_more_is_removed(store):
    """Ninety days before the last thing asked for a thing stays, a day later it goes."""
    aged(store, "new", 0)
    kept, gone = aged(store, "kept", 89), aged(store, "gone", 91)
    store.prune()
    assert (kept.is_file(), gone.is_file()) == (True, False)


def test_what_is_asked_for_stays(store):
    """However old a thing is, asking for it keeps it another ninety days."""
    aged(store, "new", 0)
    path = aged(store, "old", 900)
    store.get_or_make(key_of("old"), pytest.fail)
    store.prune()
    assert path.is_file()


def test_a_clock_that_was_ahead_makes_nothing_old(store):
    """E: beside a thing asked for on a day to come, what is asked for today stays."""
    path, ahead = aged(store, "today", 0), aged(store, "ahead", -365)
    store.prune()
    assert (path.is_file(), ahead.is_file()) == (True, True)


@pytest.mark.parametrize(
    "how", ["folder", "link", "pipe", "file for a folder", "link for a folder"]
)
def test_what_somebody_put_in_the_place_of_a_thing_gives_way(store, how, tmp_path):
    """E: a folder, link or pipe where a thing was kept, or a file for its folder, is replaced."""
    key = key_of("a")
    path = store.put(key, b"made")
    (tmp_path / "theirs").write_bytes(b"made")
    place = path.parent if how.endswith("a folder") else path
    shutil.rmtree(path.parent)
    place.parent.mkdir(exist_ok=True)
    if how == "folder":
        (place / "x").mkdir(parents=True)
    elif how.startswith("link"):
        place.symlink_to(tmp_path / "theirs")
    elif how == "pipe":
        os.mkfifo(place)
    else:
        place.write_bytes(b"theirs")
    store.look_again()
    assert store.find(key) is None
    made = store.put(key, b"made")
    assert (made.read_bytes(), made.is_symlink()) == (b"made", False)
    assert (tmp_path / "theirs").read_bytes() == b"made"


def test_a_store_left_alone_is_whole(store):
    """Age is counted from what was asked for last, not from today: after a year all stays."""
    paths = [aged(store, name, 365) for name in "abc"]
    store.prune()
    assert all(path.is_file() for path in paths)


@pytest.mark.parametrize("garble", [b"", b"gar", b"garbled", b"\x80\x04.", None])
def test_what_is_not_what_was_kept_is_absent(store, garble):
    """E: an entry that is empty, cut, garbled, foreign or no file is made anew in its place."""
    key = key_of("a", ending=".png")
    path = store.put(key, b"made")
    path.unlink()
    path.mkdir() if garble is None else path.write_bytes(garble)
    assert store.find(key) is None
    assert store.get_or_make(key, lambda: b"anew") == b"anew"
    assert store.get_or_make(key, pytest.fail) == b"anew"


def test_a_queue_in_the_store_holds_nobody_up(store):
    """E: what is no ordinary file is absent, and nobody waits for it."""
    path = store.put(key_of("a"), b"made")
    path.unlink()
    os.mkfifo(path)
    assert store.find(key_of("a")) is None


def test_no_room_is_no_error(tmp_path):
    """E: what cannot be kept is made each time."""
    (tmp_path / "store").write_text("in the way")
    store = Store(tmp_path / "store")
    assert store.get_or_make(key_of("a"), lambda: b"made") == b"made"
    assert store.find(key_of("a")) is None
    store.prune()


def test_a_site_without_a_place_to_keep_has_one_for_the_run(tmp_path):
    """E: where `.cache` cannot be a folder, the reason is told and everything works elsewhere."""
    (tmp_path / ".cache").write_text("in the way")
    store = store_of(tmp_path)
    assert store.trouble is not None
    assert store.put(key_of("a"), b"made").read_bytes() == b"made"
    assert not store.folder.is_relative_to(tmp_path)


def test_an_empty_store_has_nothing_to_remove(store):
    """A store that holds nothing, or is not there, is pruned in peace."""
    store.prune()
    assert not store.folder.exists()


def test_two_builds_at_once_never_see_each_other_s_half(tmp_path):
    """E: what another build replaced or removed since one looked is absent, and no error."""
    one, other = Store(tmp_path), Store(tmp_path)
    key = key_of("a")
    one.put(key, b"of one")
    assert other.get(key) == b"of one"
    other.put(key, b"of the other")
    assert one.get(key) is None
    assert one.get_or_make(key, lambda: b"of one") == b"of one"
    one.look_again()
    assert one.get(key) in (b"of one", b"of the other")


def test_what_a_killed_build_left_is_nobody_s(store):
    """E: a file begun and never finished is in nobody's way."""
    key = key_of("a", ending=".png")
    path = store.put(key, b"made")
    left = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}")
    path.rename(left)
    store.look_again()
    assert store.get(key) is None
    assert store.put(key, b"made").read_bytes() == b"made"
