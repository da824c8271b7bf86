"""Files that lie in the store are linked into the site, and never written through the link."""

from __future__ import annotations

import errno
import os

import pytest

from building import NOW, files
from city_relations.publish.own_files import write_files
from city_relations.publish.site import read_site
from small_city import URL, picture, release, write_city

NAME = "press_releases/2024/2024-05-19-turin.md"
PHOTO = "photos: [{file: a.png, alt: Une vue, credit: Ville}]\n"


@pytest.fixture
def city(tmp_path):
    """Write a city with a photo."""
    more = {NAME: release("Titre", "2024-05-19", "turin", PHOTO)}
    return write_city(tmp_path / "city", {**more, "press_releases/2024/a.png": picture()})


def written(city, folder):
    """Return what is written of a city into a folder, by path."""
    site = read_site(city, NOW, URL)
    write_files(folder, site)
    return files(folder)


def test_a_linked_file_is_the_one_that_was_copied(city, tmp_path, monkeypatch):
    """With links, and on a disk that has none, the site has the same files and bytes."""

    def refuse(*_):
        raise OSError(errno.EXDEV, "another disk")

    linked = written(city, tmp_path / "linked")
    assert any(path.stat().st_nlink > 1 for path in (tmp_path / "linked").rglob("*.png"))
    monkeypatch.setattr(os, "link", refuse)
    assert written(city, tmp_path / "copied") == linked


def test_whoever_edits_a_published_file_edits_no_later_site(city, tmp_path):
    """A file changed in place is made again by the next build."""
    before = written(city, tmp_path / "one")
    for path in (tmp_path / "one").rglob("*.png"):
        path.write_bytes(b"edited")
    assert written(city, tmp_path / "two") == before


def test_a_file_that_stands_there_is_replaced_not_written_into(city, tmp_path):
    """Where a file of the same path is a link itself, what it is linked to stays as it was."""
    written(city, tmp_path / "one")
    card = next((tmp_path / "one").rglob("card.png"))
    other = tmp_path / "other.png"
    other.write_bytes(b"other")
    card.unlink()
    os.link(other, card)
    written(city, tmp_path / "one")
    assert other.read_bytes() == b"other"
    assert card.read_bytes() != b"other"
