"""A site is built beside the one that stands; what is left behind goes in its time."""

from __future__ import annotations

import os

from relations.staging import ABANDONED, put_in_place, stage


def test_a_finished_site_takes_the_place_of_the_last(tmp_path):
    """The new files are there, the old ones are gone, and nothing is left beside."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    staged = stage(site)
    (staged / "new.html").write_text("new")
    put_in_place(staged, site)
    assert [path.name for path in site.iterdir()] == ["new.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert site.stat().st_mode & 0o777 == 0o755


def test_a_first_site_needs_no_last(tmp_path):
    """A site is put where none stood, in a folder that was not there."""
    site = tmp_path / "a" / "b" / "site"
    staged = stage(site)
    (staged / "index.html").write_text("x")
    put_in_place(staged, site)
    assert (site / "index.html").is_file()


def test_two_builds_do_not_meet(tmp_path):
    """Two builds at once have a folder each, and neither takes the other's away."""
    one, other = stage(tmp_path / "site"), stage(tmp_path / "site")
    assert one != other
    assert one.is_dir()
    assert other.is_dir()


def test_what_a_killed_build_left_is_cleared_later(tmp_path):
    """A folder older than any build takes is removed; one of now, and other files, stay."""
    abandoned, recent = stage(tmp_path / "site"), stage(tmp_path / "site")
    (tmp_path / "notes").mkdir()
    for folder in (abandoned, tmp_path / "notes"):
        long_ago = recent.stat().st_mtime - ABANDONED - 60
        os.utime(folder, (long_ago, long_ago))
    staged = stage(tmp_path / "site")
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {recent.name, staged.name, "notes"}
