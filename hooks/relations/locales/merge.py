"""Merges entries of a plain gettext file into a language's catalogue, and keeps it sorted."""

from __future__ import annotations

import fcntl
import os
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from relations.words import LOCALES


def merge(source: Path, language: str = "fr") -> int:
    """Put every entry of `source` into the catalogue of `language`; give how many it holds now."""
    path = LOCALES / language / "LC_MESSAGES" / "relations.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        catalogue = Catalog(language)
        if path.is_file():
            catalogue = read_po(path.open("rb"), locale=language)
        for entry in read_po(source.open("rb"), locale=language):
            if entry.id:
                catalogue.delete(entry.id, entry.context)
                catalogue.add(entry.id, entry.string, context=entry.context)
        with path.open("wb") as out:
            write_po(out, catalogue, sort_output=True, no_location=True, width=100)
        return len(catalogue)
    finally:
        os.close(folder)


if __name__ == "__main__":
    sys.stdout.write(f"{merge(Path(sys.argv[1]))}\n")
