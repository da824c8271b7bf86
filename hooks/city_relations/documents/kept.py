"""Files read before, kept as plain data by their bytes: what was sound is not parsed again.

One entry of the store holds a folder, a line a file: the SHA-256 of the file's bytes, then JSON. A
line that is missing, of other bytes or no JSON of ours is absent.
"""

from __future__ import annotations

import hashlib
import json
import sys
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from city_relations.documents.reading import LinesAside, Loc, Place, Reading
from city_relations.documents.shapes import Shapes
from city_relations.spool import Aside, Spool
from city_relations.store import Store, key_of, recipe_of

DIGEST = 64  # letters of a SHA-256
LAYOUTS, PLACES = 1 << 10, 1 << 12
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Kept:
    """A file as it was read: its fields with their places, its text, and where this begins.

    `digest` is the SHA-256 of its bytes.
    """

    reading: Reading
    body: str = ""
    body_line: int = 1
    digest: str = ""


@dataclass
class _Folder:
    """The lines of a folder by file: as they were kept, and those of the files there now."""

    key: str
    shapes: Shapes
    before: dict[str, str]
    now: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class KeptReadings:
    """What was read of the files of a site; `keep` writes down what is new.

    Texts are put aside in a spool where there is one.
    """

    store: Store
    spool: Spool | None = None
    _folders: dict[tuple[str, int], _Folder] = field(default_factory=dict)

    def find(self, file: str, data: bytes, shapes: Shapes) -> Kept | None:
        """Return a file as it was read when it had these very bytes; nothing where it was not."""
        folder = self._folder(file, shapes)
        line = folder.before.get(file, "")
        digest = hashlib.sha256(data).hexdigest()
        if line[:DIGEST] != digest:
            return None
        with suppress(ValueError, TypeError, KeyError):
            told = json.loads(line[DIGEST:], object_pairs_hook=_named_alike)
            found = _read(told, file, (data.decode(), digest), shapes)
            folder.now[file] = line
            return found
        return None

    def note(self, data: bytes, text: str, kept: Kept, shapes: Shapes) -> str:
        """Note a file that was read without any fault, and return the SHA-256 of its bytes.

        One that was mended is read anew: nothing is returned.
        """
        reading = kept.reading
        if reading.problems or reading.incomplete or text.encode() != data:
            return ""
        told = _written(text, kept)
        if told is None:
            return ""
        digest = hashlib.sha256(data).hexdigest()
        line = digest + json.dumps(told, separators=(",", ":"))
        self._folder(reading.file, shapes).now[reading.file] = line
        return digest

    def aside(self, text: str) -> str | Aside:
        """Return a text, or where it lies aside."""
        return self.spool.put_text(text) if self.spool else text

    def lines_aside(self, reading: Reading) -> Reading:
        """Return a sound reading whose lines lie aside."""
        if not self.spool or not reading.lines or reading.mended != reading.lines:
            return reading
        lines = LinesAside(self.spool.put_text("\n".join(reading.lines)))
        return replace(reading, lines=lines, mended=lines)

    def forget(self, file: str) -> None:
        """Keep nothing of a file: of what was withdrawn, no copy lies about."""
        for folder in self._folders.values():
            folder.now.pop(file, None)

    def keep(self) -> None:
        """Write down the folders in which something is another; no room is no error."""
        for folder in self._folders.values():
            if folder.now != folder.before:
                lines = (f"{file}\t{line}" for file, line in folder.now.items())
                with suppress(OSError):
                    self.store.put(folder.key, "\n".join(lines).encode())

    def _folder(self, file: str, shapes: Shapes) -> _Folder:
        name = file.rpartition("/")[0]
        here = name, id(shapes)  # which lives as long as its folder; to compare it takes long
        if here not in self._folders:
            key = key_of("readings", name, _kind(shapes), _recipe())
            self._folders[here] = _Folder(key, shapes, _lines(self.store.get(key) or b""))
        return self._folders[here]


def _lines(content: bytes) -> dict[str, str]:
    """Return the line of each file; none of what is no text."""
    with suppress(ValueError):
        parts = (line.partition("\t") for line in content.decode().split("\n"))
        return {file: told for file, tab, told in parts if tab}
    return {}


def _kind(shapes: Shapes) -> str:
    return ",".join(f"{name}={shape.name}" for name, shape in sorted(shapes.items()))


@cache
def _recipe() -> str:
    """Return a digest that distinguishes how files are read here, by this very code."""
    return recipe_of(sorted(HERE.glob("*.py")), "pyyaml", "python-frontmatter")


def _written(text: str, kept: Kept) -> list[Any] | None:
    """Write down what was read: the lines and the text by where they stand in the file."""
    fields = "\n".join(kept.reading.lines)
    start = text.find(fields)
    begin = text.find(kept.body, start + len(fields))
    if start < 0 or begin < 0:
        return None
    return [
        [start, len(fields), kept.reading.first_line],
        [begin, len(kept.body), kept.body_line],
        kept.reading.fields,
        [[loc, place.line, place.column] for loc, place in kept.reading.places.items()],
        [[loc, place.line, place.column] for loc, place in kept.reading.keys.items()],
    ]


def _read(told: list[Any], file: str, written: tuple[str, str], shapes: Shapes) -> Kept:
    text, digest = written
    (start, length, first_line), (begin, size, body_line), fields, places, keys = told
    lines = text[start : start + length].split("\n")
    reading = Reading(
        file,
        lines,
        first_line,
        fields=fields,
        places=_places(places),
        keys=_places(keys),
        mended=lines,
        shapes=shapes,
    )
    return Kept(reading, text[begin : begin + size], body_line, digest)


def _places(told: list[Any]) -> dict[Loc, Place]:
    return _layout(tuple((tuple(loc), line, column) for loc, line, column in told))


def _named_alike(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a map whose names are held once, however many files have them."""
    return {sys.intern(name): value for name, value in pairs}


def sparing(reading: Reading) -> Reading:
    """Return a sound reading that holds what files of a sort have in common once for all."""
    places, keys = (
        _layout(tuple((loc, at.line, at.column) for loc, at in told.items()))
        for told in (reading.places, reading.keys)
    )
    mended = reading.lines if reading.mended == reading.lines else reading.mended
    return replace(reading, mended=mended, places=places, keys=keys)


# Files of a sort have their fields in much the same places, many in the very same.
@lru_cache(LAYOUTS)
def _layout(told: tuple[tuple[Loc, int, int], ...]) -> dict[Loc, Place]:
    return {_loc(*loc): _place(line, column) for loc, line, column in told}


@lru_cache(PLACES)
def _loc(*parts: str | int) -> Loc:
    return parts


@lru_cache(PLACES)
def _place(line: int, column: int) -> Place:
    return Place(line, column)
