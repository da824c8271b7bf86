"""Two builds of the same content on the same day give the same bytes, on whatever machine."""

from __future__ import annotations

import os
import random
import shutil

import pytest

from building import CONTENT, ROOT, SAMPLE_CITY, begin_mkdocs, built, copy_project, files

ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "7",
}
HERE = {"TZ": "America/Adak", "LANG": "C.UTF-8", "PYTHONHASHSEED": "1"}


def shuffled(source, target):
    """Copy a project's content file by file in another order, so that folders list otherwise."""
    paths = [path for folder in CONTENT for path in sorted((source / folder).rglob("*"))]
    random.Random(3).shuffle(paths)  # noqa: S311 - any order but the first will do
    copy_project(target, source, kept=False)
    for folder in CONTENT:
        shutil.rmtree(target / folder)
    for path in paths:
        if path.is_file():
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
            os.utime(copy, (1_000_000_000, 1_000_000_000))
    return target


def modes(folder):
    """Return the permissions of files and of folders below and with a folder."""
    paths = [folder, *folder.rglob("*")]
    return {(path.is_dir(), oct(path.stat().st_mode & 0o777)) for path in paths}


@pytest.fixture(scope="module", params=[ROOT, SAMPLE_CITY], ids=["city", "sample"])
def pair(request, tmp_path_factory):
    """Return two sites of the same content, built as differently as one machine allows."""
    place = tmp_path_factory.mktemp("pair")
    one, other = (
        copy_project(place / "a", request.param, kept=False),
        shuffled(request.param, place / "b/c/d"),
    )
    return (
        built(one, one / "site", run=begin_mkdocs, umask=0o022, **HERE),
        built(other, other / "public", run=begin_mkdocs, umask=0o077, **ELSEWHERE),
    )


def test_every_byte_is_the_same(pair):
    """Time zone, locale, hash seed, umask, directory order and folder's name change nothing."""
    one, other = files(pair[0]), files(pair[1])
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_a_server_may_read_everything(pair):
    """Files are 644 and folders 755, whatever the umask of who builds."""
    for site in pair:
        assert modes(site) == {(False, "0o644"), (True, "0o755")}
