"""Fonts for letters that ours lack: those the city brings, else Noto's of the machine."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import cache
from itertools import chain
from pathlib import Path

from city_relations.pictures.font_tables import FontForm, form_of_font
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
    if not missing_letters(text):
        return ()
    for path in chain(own, fonts_of_system(tuple(folders))):
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


@cache
def font_form(path: Path) -> FontForm | None:
    """Return what a font's file is; nothing where it is no font that can be read."""
    try:
        return form_of_font(path)
    except (OSError, KeyError, struct.error):
        return None


@cache
def fonts_of_system(folders: tuple[str, ...] = FOLDERS) -> tuple[Path, ...]:
    """Return the Noto fonts of the machine in regular weight, sans before serif, by their names.

    They are looked for once.
    """
    found: dict[str, Path] = {}
    for folder in map(Path, folders):
        for path in sorted(folder.expanduser().rglob("Noto*")):
            if path.suffix in KINDS and path.stem.endswith(("-Regular", "Regular")):
                found.setdefault(path.name, path)
    return tuple(found[name] for name in sorted(found))
