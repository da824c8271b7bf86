"""Lists what an engine's theme ships without walking through folders that it never publishes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import jinja2


class Theme(Protocol):
    """What is asked of an engine's theme."""

    dirs: list[str]

    def get_env(self) -> jinja2.Environment:
        """Return what loads the theme's templates."""


class Seen(jinja2.FileSystemLoader):
    """Loads templates; hidden files are not listed: an engine leaves them out one by one.

    Material has fourteen thousand of them, its icons.
    """

    def list_templates(self) -> list[str]:
        """Return the names of all templates but hidden ones, sorted."""
        return sorted({name for folder in self.searchpath for name in _seen(Path(folder))})


def list_only_seen(theme: Theme) -> None:
    """Let a theme list no hidden file where its templates are listed."""
    make = theme.get_env

    def get_env() -> jinja2.Environment:
        env = make()
        env.loader = Seen(theme.dirs)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


def _seen(folder: Path) -> Iterator[str]:
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                yield (Path(path) / name).relative_to(folder).as_posix()
