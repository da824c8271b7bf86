"""Files that authors bring: read whole, or refused with a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from city_relations.language.words import Text
from city_relations.store import unreadable

MEGABYTE = 1_000_000


class Refused(Exception):  # noqa: N818 - what happens to a file, not a fault of the program
    """A file that we may not publish, and why."""

    def __init__(self, text: Text) -> None:
        super().__init__()
        self.text = text


def read_whole(path: Path, heaviest: int, odd: Text, heavy: Callable[[int], Text]) -> bytes:
    """Return the bytes of a file; one heavier than `heaviest` bytes is not opened.

    Raises Refused: with `odd` for what is no ordinary file, with `heavy` of its megabytes, or with
    why the machine would not let us read it.
    """
    if path.is_symlink() or not path.is_file():
        raise Refused(odd)
    try:
        size = path.stat().st_size
        if size > heaviest:
            raise Refused(heavy(size // MEGABYTE))
        return path.read_bytes()
    except OSError as error:
        raise Refused(unreadable(error)) from None
