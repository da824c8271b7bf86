"""What a command is given: where, in which language, with which options, and whom it may ask."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from city_relations.clock import read_clock
from city_relations.content import CONFIGURATION
from city_relations.language.words import Text, Words
from city_relations.progress import SILENT, Progress


@dataclass(frozen=True)
class Call:
    """One call of a command; `ask` puts a question to the person at the keyboard, if any.

    `settings` is the name of the configuration in `root`; `progress` is told what takes long;
    `languages` are the site's, in which dates are written.
    """

    root: Path
    words: Words
    options: Namespace
    environ: Mapping[str, str]
    out: TextIO
    ask: Callable[[str], str] | None = None
    settings: str = CONFIGURATION
    progress: Progress = SILENT
    languages: tuple[str, ...] = ()

    def tell(self, *lines: Text | str) -> None:
        """Print lines, sentences told in the language of the call."""
        for line in lines:
            print(self.words(line), file=self.out, flush=True)  # a pipe sees it at once, too

    def named(self, file: Path) -> str:
        """Return a file named on the command line by its path in the site; "" for one elsewhere.

        A link stays itself, whatever folders on its way are links.
        """
        lexical = Path(os.path.abspath(file))  # noqa: PTH100 - resolve() would follow the link
        path, root = lexical.parent.resolve() / lexical.name, self.root.resolve()
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else ""

    @property
    def now(self) -> datetime:
        """Return the time of the call, or the one SOURCE_DATE_EPOCH says."""
        return read_clock(self.environ)

    @property
    def colours(self) -> bool:
        """Return whether colours are wanted: on a terminal, unless https://no-color.org says no."""
        return self.out.isatty() and not self.environ.get("NO_COLOR")


class Refused(Exception):  # noqa: N818 - an answer, not a fault of the program
    """A command, or an answer to it, cannot be taken; carries the sentence that says why."""

    def __init__(self, text: Text) -> None:
        super().__init__()
        self.text = text


def is_at_or_below(file: str, name: str) -> bool:
    """Return whether a file of the site is the one named, or stands in the folder named."""
    return name in (file, ".") or file.startswith(f"{name}/")


def find_root(start: Path) -> Path:
    """Return the folder of the site in which a command was called, or where it was called."""
    folders = (start, *start.parents)
    return next((folder for folder in folders if (folder / CONFIGURATION).is_file()), start)
