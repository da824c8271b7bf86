"""The files of ours that are no page, put into the folder of the site."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from city_relations.publish.site import Site

NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def file_paths(site: Site) -> list[str]:
    """Return the paths of the files that are made and no pages."""
    return site.assets.paths + site.copies.paths


def write_files(folder: Path, site: Site) -> None:
    """Write every file of ours that is no page.

    What lies finished in the store is the same file twice where the disk can have it so: nobody
    writes into either, and an entry that somebody changed proves itself no more.
    """
    stored = f"{site.edition.store.folder}{os.sep}"
    for name in sorted({path.rpartition("/")[0] for path in file_paths(site)}):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for asset in site.assets:
        put_file(f"{folder}/{asset.path}", asset.content)
    for copy in site.copies:
        file, path = str(copy.file), f"{folder}/{copy.path}"
        if not (file.startswith(stored) and _linked(file, path)):
            Path(path).unlink(missing_ok=True)  # it may be the store's own
            shutil.copyfile(file, path)


def put_file(path: str, content: bytes) -> None:
    """Write a file of the site, the first of its folder too."""
    try:
        handle = os.open(path, NEW, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - thousands
        handle = os.open(path, NEW, 0o666)
    with os.fdopen(handle, "wb", buffering=0) as file:
        rest = memoryview(content)
        while rest:
            rest = rest[file.write(rest) or 0 :]


def _linked(file: str, path: str) -> bool:
    """Let a file stand in a second place; tell whether that is possible."""
    try:
        os.link(file, path)
    except OSError:  # another disk, one that cannot, or a file of the city's own stands there
        return False
    return True


def files_below(folder: str, ending: str) -> Iterator[str]:
    """Yield the path below a folder of every file with an ending, with `/`."""
    for path, _, names in os.walk(folder):
        here = path[len(folder) :].replace(os.sep, "/").lstrip("/")
        for name in names:
            if name.endswith(ending):
                yield f"{here}/{name}" if here else name
