"""Merges entries of a plain gettext file into a language's catalogue, and keeps it sorted."""

from __future__ import annotations

import fcntl
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from relations.words import LOCALES


def merge(source: Path, language: str = "fr") -> int:
    """Put every entry of `source` into the catalogue of `language`; give how many it holds now."""
    path = LOCALES / language / "LC_MESSAGES" / "relations.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with (Path("/tmp") / "relations-po.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        catalogue = read_po(path.open("rb"), locale=language) if path.is_file() else Catalog(language)
        for entry in read_po(source.open("rb"), locale=language):
            if entry.id:
                catalogue.delete(entry.id, entry.context)
                catalogue.add(entry.id, entry.string, context=entry.context)
        with path.open("wb") as out:
            write_po(out, catalogue, sort_output=True, no_location=True, width=100)
        return len(catalogue)


if __name__ == "__main__":
    print(merge(Path(sys.argv[1])))
