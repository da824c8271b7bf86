"""What lies in docs/ and in the theme: pages to convert, and files to copy as they are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import basename, dirname, splitext
from urllib.parse import quote

from pathspec.gitignore import GitIgnoreSpec

from city_relations.builder.doubts import Doubts, Level
from city_relations.builder.settings import Settings
from city_relations.language.words import say
from city_relations.publish.layout import is_needed
from city_relations.publish.theme_files import theme_files

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
NEVER = (".*", "/templates/")  # what MkDocs leaves out of every site


@dataclass(frozen=True)
class File:
    """A file below `docs/` or of the theme: its path with `/`, and where it lies.

    `is_left_out` says that the site does not hold it, `may_be_outside` that no menu need name it;
    `placed` is its address where that is not of its path.
    """

    path: str
    source: Path
    is_left_out: bool = False
    may_be_outside: bool = False
    placed: str | None = None

    @property
    def is_page(self) -> bool:
        """Return whether it is Markdown."""
        return self.path.endswith(MARKDOWN)

    @property
    def is_index(self) -> bool:
        """Return whether it is the page of its folder."""
        return splitext(basename(self.path))[0] in ("index", "README")

    @property
    def address(self) -> str:
        """Return where the site has it, from its root, as URLs write it."""
        return quote(self._place)

    @property
    def _place(self) -> str:
        if self.placed is not None:
            return self.placed
        if not self.is_page:
            return self.path
        folder, stem = dirname(self.path), splitext(self.path)[0]
        return f"{folder}/" if self.is_index and folder else "" if self.is_index else f"{stem}/"


def find_files(settings: Settings, doubts: Doubts) -> dict[str, File]:
    """Return the files of docs/ and of the theme by their path, in the order they are published."""
    excluded = GitIgnoreSpec.from_lines((*NEVER, *settings.excluded))
    drafts, outside = map(GitIgnoreSpec.from_lines, (settings.drafts, settings.outside))

    def judged(path: str, source: Path) -> File:
        left_out = excluded.match_file(path) or drafts.match_file(path)
        return File(path, source, bool(left_out), bool(outside.match_file(path)))

    found = {one.path: one for one in _one_page_each(_walk(settings.docs, judged), doubts)}
    for path, source in theme_files(settings.overrides):
        found.setdefault(path, judged(path, source))
    return {path: file for path, file in found.items() if is_needed(path)}


def _walk(docs: Path, judged: Callable[[str, Path], File]) -> Iterator[list[File]]:
    """Yield the files of each folder, in MkDocs' order: the folder's own page first."""
    for folder, below, names in os.walk(docs, followlinks=True):
        below.sort()
        paths = [Path(folder) / name for name in names]
        files = [judged(path.relative_to(docs).as_posix(), path) for path in paths]
        yield sorted(files, key=lambda file: (not file.is_index, file.path))


def _one_page_each(folders: Iterable[list[File]], doubts: Doubts) -> Iterator[File]:
    """Leave out what would be written over: README.md where index.md stands beside it."""
    for files in folders:
        places: dict[str, File] = {}
        for file in files:
            other = places.get(file.address)
            if other is None or (other.is_left_out or not file.is_left_out):
                places[file.address] = file
            if other and not (other.is_left_out or file.is_left_out):
                message = say(
                    "docs/{file} is left out: docs/{other} has the same address.",
                    file=other.path,
                    other=file.path,
                )
                doubts.tell(Level.WARN, message)
        yield from places.values()
