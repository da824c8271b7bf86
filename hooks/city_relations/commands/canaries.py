"""What betrays a text or a picture wherever it was published: runs of its words, and its bytes."""

from __future__ import annotations

import gzip
import hashlib
import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from city_relations.language.words import say
from city_relations.progress import SILENT, Progress

RUN = 4  # so many words in a row are nobody else's
SHORTEST = 3  # a title of two words is anybody's
SLICE = 256
PACKED = {".zip", ".gz"}
PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".gif"}
TAG = re.compile(r"<[^>]*>")
ATTRIBUTE = re.compile(r"=\s*[\"']([^\"']*)")
TARGET = re.compile(r"\]\([^)]*\)")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")

Run = tuple[str, ...]


@dataclass(frozen=True)
class Canaries:
    """Runs of words, SHA-256 of whole files, and bytes from the middle of JPEG pictures."""

    runs: frozenset[Run] = frozenset()
    prints: frozenset[str] = frozenset()
    slices: frozenset[bytes] = frozenset()
    lengths: tuple[int, ...] = field(default=(RUN, SHORTEST))

    def found_in(self, folder: Path, progress: Progress = SILENT) -> Iterator[str]:
        """List the files below a folder that hold any of it, packed or not."""
        files = sorted(folder.rglob("*")) if folder.is_dir() else []
        for path in progress.over(say("Searching {folder}", folder=folder.name), files):
            if path.is_file() and self.is_in(path.name, path.read_bytes()):
                yield path.relative_to(folder).as_posix()

    def is_in(self, name: str, content: bytes) -> bool:
        """Return whether a file holds any of it."""
        return any(self._is_told(*part) for part in unpacked(name, content))

    def _is_told(self, name: str, content: bytes) -> bool:
        if hashlib.sha256(content).hexdigest() in self.prints:
            return True
        if any(part in content for part in self.slices):
            return True
        if not self.runs or PurePosixPath(name).suffix in PICTURES:
            return False
        words = words_of(readable(name, content))
        return any(not self.runs.isdisjoint(runs(words, n)) for n in self.lengths)


def unpacked(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file, and each file packed in it."""
    yield name, content
    if name.endswith(".gz"):
        yield name.removesuffix(".gz"), gzip.decompress(content)
    elif name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            yield from ((part, packed.read(part)) for part in packed.namelist())


def readable(name: str, content: bytes) -> str:
    """Return the words of a published text file, escapes undone: its text, then its tags'."""
    text = content.decode("utf-8", "replace").replace("\u00ad", "")
    if name.endswith(".ics"):
        text = text.replace("\r\n ", "").replace("\\n", " ")
    if name.endswith((".json", ".geojson", ".jsonld")):
        text = ESCAPED.sub(lambda code: chr(int(code[1], 16)), text.replace("\\n", " "))
    told = html.unescape(text)
    inside = " ; ".join(one for tag in TAG.findall(told) for one in ATTRIBUTE.findall(tag))
    return f"{TAG.sub(' ', html.unescape(TAG.sub(' ', told)))} ; {inside}"


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, whatever stands between them."""
    return re.findall(r"\w+", TARGET.sub("]", text).casefold())


def runs(words: list[str], length: int) -> Iterator[Run]:
    """Return every run of so many words."""
    return (tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def runs_of(texts: Iterable[str]) -> frozenset[Run]:
    """Return the runs that betray some texts; one of two words betrays nothing."""
    told = [words_of(readable("", text.encode())) for text in texts]
    return frozenset(
        run for words in told for run in runs(words, max(SHORTEST, min(RUN, len(words))))
    )


def slice_of(content: bytes) -> bytes:
    """Return bytes from the middle of a picture, which a PDF or an archive holds unchanged."""
    middle = max(0, len(content) // 2 - SLICE // 2)
    return content[middle : middle + SLICE]
