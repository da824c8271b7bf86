"""What is costly to make is made once: finished bytes, kept by what they were made from."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

DAYS_KEPT = 90  # after a thing was last asked for


@dataclass(frozen=True)
class Store:
    """A folder of finished bytes that can be made again; never published, never content."""

    folder: Path

    def get_or_make(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Give what was made under a key, making it the first time."""
        path = self.path(key)
        if not path.is_file():
            write(path, make())
        return path.read_bytes()

    def path(self, key: str) -> Path:
        """Give the file a key names, whether or not it is there yet; now it has been asked for."""
        path = self.folder / key[:2] / key
        with suppress(OSError):  # not there yet, or not ours to mark
            os.utime(path)
        return path

    def prune(self) -> None:
        """Remove what nobody asked for in the 90 days before the last thing somebody did."""
        asked = []
        for file in self.folder.glob("??/*"):
            with suppress(OSError):  # another build has just renamed or removed it
                asked.append((file.stat().st_mtime, file))
        last = max((when for when, _ in asked), default=0)
        for file in (file for when, file in asked if last - when > DAYS_KEPT * 24 * 3600):
            file.unlink(missing_ok=True)


def store_of(root: Path) -> Store:
    """Give the store of the site whose content stands below `root`."""
    return Store(root / ".cache" / "relations")


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, whoever else writes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)  # a server must be able to read its copy
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)  # on a full disk, no half of it is left
        raise


def key_of(*parts: object, ending: str = "") -> str:
    """Give the key of something made from these parts: the same parts, the same key."""
    told = "\0".join(part.hex() if isinstance(part, bytes) else repr(part) for part in parts)
    return hashlib.sha256(told.encode()).hexdigest()[:40] + ending
