"""What a text holds that its page will not show, or not as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from html.parser import HTMLParser

from city_relations.language.words import Text, say
from city_relations.markdown.reading import HTML, Reading

# What only Python-Markdown understood, which read these texts until 2026.
OLD = re.compile(
    r"""^(?:
      (?P<heading> [ ]{0,3}\#{2,6})(?=[^\#\s])
    | (?P<table_of_contents> \[TOC\][ \t]*$)
    | (?P<abbreviation> \*\[[^]\n]+\]:.*$)
    | (?P<admonition> !!![ ].*$)
    )""",
    re.MULTILINE | re.VERBOSE,
)
ATTRIBUTES = re.compile(
    r"[ \t]*\{(?::[ ]*\S|[ ]*[#.][\w-]|[ ]*[\w-]+=)[^{}\n]*\}[ \t]*(?=$|[\s.,;)])", re.MULTILINE
)
FRAMES = frozenset(("iframe", "frame", "object", "embed", "video", "audio", "source"))
PROGRAMS = frozenset(("script", "style", "link", "meta", "base", "noscript", "template"))


class Doubt(Enum):
    """What kind of thing is not shown as it was typed, and what is said of it: `{typed}` is it."""

    FRAME = say(
        "“{typed}” is left out of the page: name a film under “videos:”, and give anything else "
        "as a link."
    )
    PROGRAM = say("“{typed}” is left out: no program of a text runs; delete it.")
    ELEMENT = say("“{typed}” is left out, its words stay: write Markdown instead.")
    HEADING = say("a blank is missing after the signs # of this heading.")
    ATTRIBUTES = say("“{typed}” would be printed as it stands: delete it.")
    CONTENTS = say("“[TOC]” would be printed: the page has its list of headings anyway; delete it.")
    ABBREVIATION = say("no abbreviation is declared so: write it out where it is first used.")
    NOTE_UNCALLED = say(
        "the note “{typed}” is called nowhere and is left out: write “{typed}” where it belongs."
    )
    NOTE_MISSING = say(
        "“{typed}” is printed as it stands: its note is missing; add a line "
        "“{typed}: …” at the end."
    )
    ADMONITION = say("no frame is made so: write a quotation, each line after “> ”.")


@dataclass(frozen=True)
class Doubtful:
    """One such thing: what it is, as it was typed, where, and what could stand there instead."""

    doubt: Doubt
    typed: str
    offset: int
    instead: str | None = None

    @property
    def text(self) -> Text:
        """Say what is wrong with it."""
        return replace(self.doubt.value, values=(("typed", self.typed),))


def taken_out(reading: Reading, kept: frozenset[str]) -> Iterator[Doubtful]:
    """Find the HTML of a text that its page leaves out; `kept` are the elements it keeps."""
    for start, part in reading.parts():
        if part.type not in HTML:
            continue
        parser = _Tags()
        parser.feed(part.content)
        for tag, names in parser.found:
            offset = reading.place_of(f"<{tag}", start)
            if doubt := _doubt(tag, kept):
                yield Doubtful(doubt, f"<{tag}>", offset)
            for name in names:
                if name.startswith("on"):
                    place = reading.place_of(name, offset)
                    yield Doubtful(Doubt.PROGRAM, name, place)


def _doubt(tag: str, kept: frozenset[str]) -> Doubt | None:
    if tag in kept or tag == "h1":
        return None
    if tag in FRAMES:
        return Doubt.FRAME
    return Doubt.PROGRAM if tag in PROGRAMS else Doubt.ELEMENT


class _Tags(HTMLParser):
    """Collects the tags of a piece of HTML, each with the names of its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.found.append((tag, [name for name, _ in attrs]))


def no_longer_read(reading: Reading) -> Iterator[Doubtful]:
    """Find what Python-Markdown understood and the forges do not: it would stand there bare."""
    lines = _lines_of_text(reading)
    for found in OLD.finditer(reading.body):
        if reading.body.count("\n", 0, found.start()) in lines:
            doubt, instead = _old(found)
            yield Doubtful(doubt, found[0].strip(), found.start(), instead)
    for found in ATTRIBUTES.finditer(reading.body):
        if reading.body.count("\n", 0, found.start()) in lines:
            yield Doubtful(Doubt.ATTRIBUTES, found[0].strip(), found.start(), "")


NOTE = re.compile(r"^[ ]{0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)
CALL = re.compile(r"(?<![\\!])\[\^([^\]\s]+)\](?!:)")


def lost_notes(reading: Reading) -> Iterator[Doubtful]:
    """Find the notes that no mark calls, which the page leaves out, and marks without a note."""
    body, code = reading.body, _lines_of_code(reading)
    found = [
        [f for f in pattern.finditer(body) if body.count("\n", 0, f.start()) not in code]
        for pattern in (NOTE, CALL)
    ]
    notes, calls = ({f[1]: f.start() for f in reversed(each)} for each in found)
    for label, offset in notes.items():
        if label not in calls:
            yield Doubtful(Doubt.NOTE_UNCALLED, f"[^{label}]", offset)
    for label, offset in calls.items():
        if label not in notes:
            yield Doubtful(Doubt.NOTE_MISSING, f"[^{label}]", offset)


def _lines_of_code(reading: Reading) -> set[int]:
    """Return the author's lines that hold code or HTML."""
    lines: set[int] = set()
    for token in reading.tokens:
        is_code = token.type in ("fence", "code_block", "html_block") or "`" in token.content
        if is_code and token.map:
            first, last = token.map
            lines.update(reading.source.lines[first:last])
    return lines


def _old(found: re.Match[str]) -> tuple[Doubt, str | None]:
    if found["heading"]:
        return Doubt.HEADING, f"{found[0]} "
    if found["table_of_contents"]:
        return Doubt.CONTENTS, None
    return (Doubt.ABBREVIATION if found["abbreviation"] else Doubt.ADMONITION), None


def _lines_of_text(reading: Reading) -> set[int]:
    """Return the author's lines that hold text, neither code nor HTML."""
    lines: set[int] = set()
    for token in reading.tokens:
        if token.type == "inline" and token.map and "`" not in token.content:
            first, last = token.map
            lines.update(reading.source.lines[first:last])
    return lines
