"""One content file as plain fields, each with its place, split from the text below them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from city_relations.documents.kept import Kept, KeptReadings, sparing
from city_relations.documents.reading import Loc, Place, Reading, dotted
from city_relations.documents.shapes import NO_SHAPES, Shapes
from city_relations.documents.text_files import (
    line_of,
    name_of,
    place_of,
    read_data,
    read_text,
    text_of,
)
from city_relations.documents.yaml_reader import read_section, read_yaml
from city_relations.language.words import Text, say
from city_relations.problems import Fault, Problem
from city_relations.spool import Aside

YAML_LIMIT = 64_000
MARKDOWN_LIMIT = 200_000
LONGEST_RUN = 2_000
RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")


@dataclass(frozen=True, slots=True)
class Document:
    """One content file read: its fields, where each stands, its Markdown text and its faults.

    `file` is the path from the site's root, with `/`; `body_line` is the line of the file on which
    `body` begins. The Markdown text of thousands lies aside and is read when it is asked for.
    `digest` is the SHA-256 of the bytes of a sound file.
    """

    file: str
    reading: Reading
    text: str | Aside = ""
    body_line: int = 1
    problems: tuple[Problem, ...] = ()
    digest: str = ""

    @property
    def body(self) -> str:
        """Return the Markdown text."""
        return str(self.text)

    @property
    def unread(self) -> bool:
        """Return whether nothing at all was read of the file."""
        return not (self.reading.lines or self.body)

    @property
    def fields(self) -> dict[str, Any]:
        """Return the fields as text, lists and maps."""
        return self.reading.fields

    def place(self, loc: Loc) -> Place:
        """Return the place of a field's value, or of the nearest thing around it written."""
        for end in range(len(loc), 0, -1):
            if loc[:end] in self.reading.places:
                return self.reading.places[loc[:end]]
        return Place(self.reading.first_line, 1)

    def key_place(self, loc: Loc) -> Place:
        """Return the place of a field's name."""
        return self.reading.keys.get(loc) or self.place(loc)

    def problem(self, loc: Loc, text: Text, fix: str = "", *, remark: bool = False) -> Problem:
        """Make a problem at a field."""
        place = self.place(loc)
        in_list = bool(loc) and isinstance(loc[-1], int)  # of entries written as one text
        line = self.line(place.line) if in_list or loc in self.reading.places else ""
        return Problem(self.file, place.line, place.column, dotted(loc), text, fix, remark, line)

    def body_problem(self, offset: int, text: Text, *, remark: bool = False) -> Problem:
        """Make a problem at an offset of the Markdown text."""
        line, column = place_of(self.body, offset)
        shown = line_of(self.body, offset)
        number = self.body_line + line - 1
        return Problem(self.file, number, column, "", text, remark=remark, shown=shown)

    def parts(self) -> Iterator[tuple[str, int]]:
        """Yield the fields as written, then the text, each with the number of its first line."""
        yield "\n".join(self.reading.lines), self.reading.first_line
        yield self.body, self.body_line

    def written(self) -> Iterator[tuple[int, str]]:
        """Yield each line, of the fields and of the text, with its number in the file."""
        yield from enumerate(self.reading.lines, self.reading.first_line)
        yield from enumerate(self.body.split("\n"), self.body_line)

    def line(self, number: int) -> str:
        """Return a line of the fields, counted in the file."""
        return self.reading.line(number)


def read_profile(
    root: Path, path: Path, shapes: Shapes = NO_SHAPES, kept: KeptReadings | None = None
) -> Document:
    """Read a YAML file; `shapes` tells which of its fields hold more than a text.

    `kept` has what was read before.
    """
    return _read_or_kept(root, path, _Form(YAML_LIMIT, profile), shapes, kept)


@dataclass(frozen=True)
class _Form:
    """A form of files: how many bytes are read at the most, and how their text is."""

    limit: int
    read: Callable[[str, str, Iterable[Problem], Shapes], Document]


def _read_or_kept(
    root: Path, path: Path, form: _Form, shapes: Shapes, kept: KeptReadings | None
) -> Document:
    """Read a file, unless it was read when it had the same bytes and nothing was wrong with it."""
    file, (data, refusal) = name_of(root, path), read_data(path, form.limit)
    found = kept.find(file, data, shapes) if kept and not refusal else None
    if kept and found:
        text, reading = kept.aside(found.body), kept.lines_aside(found.reading)
        return Document(file, reading, text, found.body_line, digest=found.digest)
    whole, problems = text_of(data, refusal, file)
    document = form.read(whole, file, problems, shapes)
    if kept and not document.problems:
        told = Kept(document.reading, document.body, document.body_line)
        digest = kept.note(data, whole, told, shapes)
        text, reading = kept.aside(told.body), kept.lines_aside(sparing(document.reading))
        return replace(document, text=text, reading=reading, digest=digest)
    return document


def profile(
    text: str, file: str, problems: Iterable[Problem] = (), shapes: Shapes = NO_SHAPES
) -> Document:
    """Read the text of a YAML file; `problems` were met before."""
    reading, told = read_yaml(text, file, shapes=shapes), list(problems)
    if not text.strip():
        reading.incomplete |= {()}
        if not told:
            reading.fault(Place(1, 1), Fault("file-empty", say("the file is empty.")))
    return Document(file, reading, problems=(*told, *reading.problems))


def read_city_section(root: Path, path: Path, shapes: Shapes = NO_SHAPES) -> Document:
    """Read `extra: city:` of the site's configuration, which is trusted and may hold tags."""
    text, problems = read_text(root, path, MARKDOWN_LIMIT)
    file = name_of(root, path)
    reading = read_section(text, file, ("extra", "city"), shapes)
    return Document(file, reading, problems=(*problems, *reading.problems))


def read_markdown(
    root: Path, path: Path, shapes: Shapes = NO_SHAPES, kept: KeptReadings | None = None
) -> Document:
    """Read a Markdown file that begins with fields between two lines `---`.

    `kept` has what was read before.
    """
    return _read_or_kept(root, path, _Form(MARKDOWN_LIMIT, _markdown), shapes, kept)


def _markdown(text: str, file: str, problems: Iterable[Problem], shapes: Shapes) -> Document:
    told = tuple(problems)
    if told and not text:
        return Document(file, Reading(file, [], incomplete=frozenset({()})), problems=told)
    return with_fields(text, file, told, shapes)


def with_fields(
    text: str, file: str, problems: Iterable[Problem] = (), shapes: Shapes = NO_SHAPES
) -> Document:
    """Read the text of a Markdown file with fields; `problems` were met before."""
    handler = _FrontMatter(file, text, shapes)
    frontmatter.parse(text, handler=handler)
    document = Document(file, handler.reading, handler.body, handler.body_line)
    told = (*handler.faults, *handler.reading.problems, *_endless_runs(document))
    return replace(document, problems=(*problems, *told))


def _endless_runs(document: Document) -> list[Problem]:
    """Refuse a word so long that it could only be an accident or an attack on the renderer."""
    message = say("a word of over {n} letters stands here: shorten it.", n=LONGEST_RUN)
    found = (document.body_problem(run.start(), message) for run in RUN.finditer(document.body))
    return [replace(problem, rule="endless-word") for problem in found]


BLANK = Fault(
    "blank-before-the-fields",
    say("a blank line or a space stands before the first “---”: delete it."),
)
NO_FIELDS = Fault(
    "fields-between-two-lines",
    say("the first line must be “---”, then the fields, then “---”."),
)
NEVER_CLOSED = Fault(
    "fields-never-closed",
    say("the fields opened by “---” are never closed by a line “---”."),
)
FENCE = "---"
# What stands for the three hyphens, from an author or a word processor.
DASHES = re.compile("-{2,}|-*[‐‑‒–—―][-‐‑‒–—―]*")
CLOSING = re.compile(rf"^(?:{DASHES.pattern})[ \t]*$", re.MULTILINE)
FIELD_LINE = re.compile(r"[ \t]+\S|-[ \t]|#|\w+[ \t]*[:=]")


class _FrontMatter(YAMLHandler):
    """python-frontmatter's YAML, read strictly and with places: see its `parse`.

    python-frontmatter drops what is blank at the beginning: the lines are counted from `text`.
    """

    def __init__(self, file: str, text: str, shapes: Shapes) -> None:
        super().__init__()
        self.file, self.text, self.shapes = file, text, shapes
        self.first_line = text[: len(text) - len(text.lstrip())].count("\n") + 1
        self.body, self.body_line = "", 1
        self.reading = Reading(file, [], incomplete=frozenset({()}))
        self.faults: list[Problem] = []
        self.closed = True

    def split(self, text: str) -> tuple[str, str]:
        """Return fields and body, where both begin and end as well as can be known."""
        lines = text.split("\n")
        if not DASHES.fullmatch(lines[0].rstrip()):
            self._tell(1, NO_FIELDS)
            self._found_body(lines, 0)
            raise ValueError
        if self.text[:1].isspace():
            self._tell(1, BLANK)
        end = self._end(text, lines)
        for i in (0, end)[: 1 + self.closed]:
            if lines[i].rstrip() != FENCE:
                self._tell(i + self.first_line, NO_FIELDS, FENCE)
        self._found_body(lines, end + self.closed)
        return "\n".join(lines[1:end]), self.body

    def _end(self, text: str, lines: list[str]) -> int:
        """Find the line that closes the fields; where none does, the first that is no field."""
        if found := CLOSING.search(text, len(lines[0]) + 1):
            return text.count("\n", 0, found.start())
        self.closed = False
        self._tell(1, NEVER_CLOSED)
        rest = range(1, len(lines))
        return next((i for i in rest if not FIELD_LINE.match(lines[i])), len(lines))

    def _found_body(self, lines: list[str], start: int) -> None:
        first = next((i for i in range(start, len(lines)) if lines[i].strip()), start)
        self.body, self.body_line = "\n".join(lines[first:]).rstrip(), first + self.first_line

    def _tell(self, line: int, fault: Fault, fix: str = "") -> None:
        shown = self.text.split("\n")[line - 1]
        problem = Problem(self.file, line, 1, "", fault.text, fix, shown=shown, rule=fault.rule)
        self.faults.append(problem)

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Read the fields, which begin on the line below the first."""
        self.reading = read_yaml(fm, self.file, self.first_line + 1, self.shapes)
        if not self.closed:
            self.reading.incomplete |= {()}
        return self.reading.fields
