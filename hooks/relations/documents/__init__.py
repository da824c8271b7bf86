"""One content file as plain fields, each with its place, split from the text below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from relations.documents.reading import Loc, Place, Reading, dotted
from relations.documents.text_files import line_of, name_of, place_of, read_text
from relations.documents.yaml_reader import read_section, read_yaml
from relations.problems import Problem
from relations.words import Text, say

YAML_LIMIT = 64_000
MARKDOWN_LIMIT = 200_000
LONGEST_RUN = 2_000
RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")


@dataclass(frozen=True)
class Document:
    """One content file read: its fields, where each stands, its Markdown text and its faults.

    `file` is the path from the site's root, with `/`; `body_line` is the line of the file on which
    `body` begins.
    """

    file: str
    reading: Reading
    body: str = ""
    body_line: int = 1
    problems: tuple[Problem, ...] = ()

    @property
    def fields(self) -> dict[str, Any]:
        """Give the fields as text, lists and maps."""
        return self.reading.fields

    def place(self, loc: Loc) -> Place:
        """Give the place of a field's value, or of the nearest thing around it that is written."""
        for end in range(len(loc), 0, -1):
            if loc[:end] in self.reading.places:
                return self.reading.places[loc[:end]]
        return Place(self.reading.first_line, 1)

    def key_place(self, loc: Loc) -> Place:
        """Give the place of a field's name."""
        return self.reading.keys.get(loc) or self.place(loc)

    def problem(self, loc: Loc, text: Text, fix: str = "", *, remark: bool = False) -> Problem:
        """Make a problem at a field."""
        place = self.place(loc)
        line = self.line(place.line) if loc in self.reading.places else ""
        return Problem(self.file, place.line, place.column, dotted(loc), text, fix, remark, line)

    def body_problem(self, offset: int, text: Text, *, remark: bool = False) -> Problem:
        """Make a problem at an offset of the Markdown text."""
        line, column = place_of(self.body, offset)
        shown = line_of(self.body, offset)
        number = self.body_line + line - 1
        return Problem(self.file, number, column, "", text, remark=remark, shown=shown)

    def written(self) -> Iterator[tuple[int, str]]:
        """Give each line, of the fields and of the text, with its number in the file."""
        yield from enumerate(self.reading.lines, self.reading.first_line)
        yield from enumerate(self.body.split("\n"), self.body_line)

    def line(self, number: int) -> str:
        """Give a line of the fields, counted in the file."""
        return self.reading.line(number)


def read_profile(root: Path, path: Path) -> Document:
    """Read a YAML file."""
    text, problems = read_text(root, path, YAML_LIMIT)
    return profile(text, name_of(root, path), problems)


def profile(text: str, file: str, problems: Iterable[Problem] = ()) -> Document:
    """Read the text of a YAML file; `problems` were met before."""
    reading, told = read_yaml(text, file), list(problems)
    if not text.strip():
        reading.torn = True
        if not told:
            reading.fault(Place(1, 1), say("the file is empty."))
    return Document(file, reading, problems=(*told, *reading.problems))


def read_city_section(root: Path, path: Path) -> Document:
    """Read `extra: city:` of the site's configuration, which is trusted and may hold tags."""
    text, problems = read_text(root, path, MARKDOWN_LIMIT)
    file = name_of(root, path)
    reading = read_section(text, file, ("extra", "city"))
    return Document(file, reading, problems=(*problems, *reading.problems))


def read_markdown(root: Path, path: Path) -> Document:
    """Read a Markdown file that begins with fields between two lines `---`."""
    text, problems = read_text(root, path, MARKDOWN_LIMIT)
    file = name_of(root, path)
    if problems and not text:
        return Document(file, Reading(file, [], torn=True), problems=tuple(problems))
    return with_fields(text, file, problems)


def with_fields(text: str, file: str, problems: Iterable[Problem] = ()) -> Document:
    """Read the text of a Markdown file with fields; `problems` were met before."""
    handler = _FrontMatter(file)
    try:
        handler.refuse_space(text)
        frontmatter.parse(text, handler=handler)
    except _NotSplitError as fault:
        told = Problem(file, 1, 1, "", fault.text, fault.fix, shown=line_of(text, 0))
        return Document(file, Reading(file, [], torn=True), problems=(*problems, told))
    document = Document(file, handler.reading, handler.body, handler.body_line)
    return replace(
        document, problems=(*problems, *handler.reading.problems, *_endless_runs(document))
    )


def _endless_runs(document: Document) -> list[Problem]:
    """Refuse a word so long that it could only be an accident or an attack on the renderer."""
    message = say("a word of over {n} letters stands here: shorten it.", n=LONGEST_RUN)
    return [document.body_problem(found.start(), message) for found in RUN.finditer(document.body)]


DASHES = re.compile("[-‐‑‒–—―]+")
BLANK = say("a blank line or a space stands before the first “---”: delete it.")
NO_FIELDS = say("the first line must be “---”, then the fields, then “---”.")


class _NotSplitError(Exception):
    """The fields cannot be told from the text."""

    def __init__(self, text: Text, fix: str = "") -> None:
        super().__init__()
        self.text, self.fix = text, fix


class _FrontMatter(YAMLHandler):
    """python-frontmatter's YAML, read strictly and with places: see its `parse`."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file, self.body, self.body_line = file, "", 1
        self.reading = Reading(file, [])

    def refuse_space(self, text: str) -> None:
        """Refuse blank lines before the fields: python-frontmatter drops them, the count is off."""
        if text[:1].isspace():
            raise _NotSplitError(BLANK if text.lstrip().startswith("---") else NO_FIELDS)

    def split(self, text: str) -> tuple[str, str]:
        """Give fields and body; a missing or unclosed block is an error, never an empty answer."""
        lines = text.split("\n")
        if lines[0].rstrip() != "---":
            raise _NotSplitError(NO_FIELDS, "---" if DASHES.fullmatch(lines[0].strip()) else "")
        end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
        if end is None:
            raise _NotSplitError(
                say("the fields opened by “---” are never closed by a line “---”.")
            )
        first = next((i for i in range(end + 1, len(lines)) if lines[i].strip()), end)
        self.body_line = first + 1
        self.body = "\n".join(lines[first:]).rstrip() if first > end else ""
        return "\n".join(lines[1:end]), self.body

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Read the fields, which begin on the file's second line."""
        self.reading = read_yaml(fm, self.file, first_line=2)
        return self.reading.fields
