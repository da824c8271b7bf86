"""Writes a city's own files so that an interruption leaves nothing among them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from city_relations.store import key_of, write

STAGED = ".cache/relations/upgrade"


def write_whole(root: Path, path: str, text: str) -> None:
    """Write a file of the city in UTF-8, whole or not at all.

    It is begun in the cache, which no repository keeps: what a kill leaves half done lies there,
    and the next call writes over it. Where that is another disk, it is begun beside its place.
    Raises OSError, which names the file, where it cannot be written at all.
    """
    content = text.encode("utf-8")
    staged, target = root / STAGED / key_of(path), root / path
    try:
        write(staged, content)
        target.parent.mkdir(parents=True, exist_ok=True)
        staged.replace(target)
    except OSError:
        with suppress(OSError):
            staged.unlink(missing_ok=True)
        _write_beside(target, path, content)


def _write_beside(target: Path, path: str, content: bytes) -> None:
    try:
        write(target, content)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from None
