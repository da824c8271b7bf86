"""Fonts for letters that ours lack: those the city brings, else Noto's of the machine."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

from city_relations.pictures.letters import letters_of, missing_letters

# Where systems keep their fonts (FHS and XDG; macOS; Windows).
FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
KINDS = frozenset((".otf", ".ttc", ".ttf"))


def fonts_for(text: str, own: Sequence[Path], folders: Sequence[str] = FOLDERS) -> tuple[Path, ...]:
    """Return the fonts a text needs beside ours: the city's own first, then the system's Noto.

    The system is only looked at for what is missing then.
    """
    found: list[Path] = []
    for path in chain(own, _of_system(folders)):
        lost = missing_letters(text, tuple(found))
        if not lost:
            break
        if readable_letters(path) & {*lost}:
            found.append(path)
    return tuple(found)


@cache
def readable_letters(path: Path) -> frozenset[str]:
    """Return which letters a font has; none where it is no font that can be read."""
    try:
        return letters_of(path)
    except (OSError, KeyError, ValueError, IndexError, struct.error):
        return frozenset()


def _of_system(folders: Sequence[str]) -> Iterator[Path]:
    """Yield the Noto fonts of the machine in regular weight, sans before serif, by their names."""
    found: dict[str, Path] = {}
    for folder in map(Path, folders):
        for path in sorted(folder.expanduser().rglob("Noto*")):
            if path.suffix in KINDS and path.stem.endswith(("-Regular", "Regular")):
                found.setdefault(path.name, path)
    yield from (found[name] for name in sorted(found))
