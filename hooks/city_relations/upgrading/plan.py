"""What becomes of each file: written anew while it is as we wrote it, else kept and shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from city_relations.upgrading.manifest import Manifest, print_of

NEW = ".relations/new"
# The city's own from the first day: shown where we would write it otherwise, never written.
SETTINGS = "mkdocs.yml"


@dataclass(frozen=True)
class Planned:
    """One file: its text as it stands, None where it does not, and as this version writes it.

    `kept` says that the city changed it: it stays, and the new text is put below `.relations/new`.
    """

    path: str
    old: str | None
    new: str
    kept: bool = False

    @property
    def target(self) -> str:
        """Return where the new text goes."""
        return f"{NEW}/{self.path}" if self.kept else self.path


def plan(
    root: Path, manifest: Manifest, new: Mapping[str, str], derived: frozenset[str]
) -> Iterator[Planned]:
    """Yield what is to be done with each file that this version writes, and is not as it is.

    `derived` are files nobody writes by hand: they are made anew.
    """
    for path, text in sorted(new.items()):
        planned = _planned(root / path, path, text, manifest.files.get(path))
        if planned and path in derived:
            planned = Planned(path, planned.old, text)
        if planned:
            yield planned


def _planned(file: Path, path: str, new: str, written: str | None) -> Planned | None:
    """Return what becomes of a file; `written` is its print when we wrote it, if we did."""
    old = _text(file)
    if old == new:
        return None
    if old is None:
        return Planned(path, None, new) if written is None else None  # the city took it out
    if path != SETTINGS and print_of(old) == written:
        return Planned(path, old, new)
    if print_of(new) == written:
        return None  # the city's change is the only one
    return Planned(path, old, new, kept=True)


def _text(file: Path) -> str | None:
    """Return a file's text, whatever its letters; None where there is none."""
    if not file.is_file():
        return None
    return file.read_bytes().decode("utf-8", errors="surrogateescape").replace("\r\n", "\n")
