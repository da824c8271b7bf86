"""Mends what is mechanical in a content file: how it is saved and written, never what it says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from pydantic import BaseModel, ValidationError

from city_relations.commands.agreeing import is_wanted
from city_relations.commands.call import Call
from city_relations.content import PARTNERS, RELEASES
from city_relations.content.unread_files import GUIDES
from city_relations.dates import EdtfDate
from city_relations.documents import MARKDOWN_LIMIT, YAML_LIMIT, Document, profile, with_fields
from city_relations.documents.reading import Loc
from city_relations.documents.text_files import read_text
from city_relations.documents.yaml_menders import (
    COLON,
    COMMA,
    DRESSED_NAME,
    KEPT,
    LOST_END,
    NO_SPACE,
    ODD_SPACE,
    TAB,
)
from city_relations.documents.yaml_nesting import BEGUN_BESIDE
from city_relations.language.words import Text, say, say_n
from city_relations.problems import Problem
from city_relations.schema.base import Record
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.schema.shaped import shapes_of
from city_relations.store import write

# Faults whose cure changes no word: quotes and spaces.
_SIGNS = (COLON, COMMA, DRESSED_NAME, KEPT, LOST_END, NO_SPACE, ODD_SPACE, TAB)
MECHANICAL = {BEGUN_BESIDE, *(fault.rule for fault in _SIGNS)}
MOST_ROUNDS = 60
Change = tuple[Path, str, str]


def mend(call: Call, only: Collection[str]) -> None:
    """Show what would change in the content files, then change it; nobody to ask means yes."""
    changes = [change for change in _changes(call.root) if not only or _name(call, change) in only]
    for change in changes:
        call.tell(*_diff(_name(call, change), *change[1:]))
    if changes and (call.ask is None or is_wanted(call, call.ask)):
        for path, _, new in changes:
            write(path, new.encode("utf-8"))
        call.tell(*(_mended(_name(call, change), *change[1:]) for change in changes))
        call.tell(say_n("{n} file mended.", "{n} files mended.", len(changes)))


def _name(call: Call, change: Change) -> str:
    return change[0].relative_to(call.root).as_posix()


def _changes(root: Path) -> Iterator[Change]:
    """Yield each file that is to be written anew, as it stands and as it should."""
    for folder, suffix in ((PARTNERS, ".yml"), (RELEASES, ".md")):
        for path in sorted((root / folder).rglob(f"*{suffix}")):
            if path.name.lower() in GUIDES:
                continue
            limit = YAML_LIMIT if suffix == ".yml" else MARKDOWN_LIMIT
            text, _ = read_text(root, path, limit)
            if text and (new := mended(text, path)).encode() != (old := path.read_bytes()):
                yield path, old.decode("utf-8", "replace"), new


def mended(text: str, path: Path) -> str:
    """Return a clean text with its mechanical faults mended, until none is left."""
    for _ in range(MOST_ROUNDS):
        document = _document(text, path)
        problem = next((p for p in document.problems if p.rule in MECHANICAL and p.fix), None)
        if problem is None:
            return _with_plain_values(text, document, path)
        text = _with_line(text, problem)
    return text


def _document(text: str, path: Path) -> Document:
    if path.suffix == ".yml":
        return profile(text, path.name, shapes=shapes_of(Partner))
    return with_fields(text, path.name, shapes=shapes_of(PressRelease))


def _with_line(text: str, problem: Problem) -> str:
    lines = text.split("\n")
    lines[problem.line - 1] = problem.fix
    return "\n".join(lines)


def _with_plain_values(text: str, document: Document, path: Path) -> str:
    """Write dates as EDTF and the names of pictures with the case of their files."""
    model: type[Record] = Partner if path.suffix == ".yml" else PressRelease
    try:
        record = model.model_validate(document.fields)
    except ValidationError:
        return text
    lines = text.split("\n")
    found = dict([*_dates(record, ()), *_pictures(record, path)])
    places = document.reading.places
    inside = [loc for loc in found if loc in places]
    for loc in sorted(inside, key=lambda loc: (places[loc].line, places[loc].column), reverse=True):
        _rewrite(lines, document, loc, found[loc])
    return "\n".join(lines)


def _rewrite(lines: list[str], document: Document, loc: Loc, value: str) -> None:
    """Put a value in the place of the one written, when that stands whole on one line."""
    written = str(_written(document, loc))
    place = document.reading.places[loc]
    line, start = lines[place.line - 1], place.column - 1
    quote = line[start : start + 1] if line[start : start + 1] in ("'", '"') else ""
    old = f"{quote}{written}{quote}"
    if written != value and line[start:].startswith(old):
        lines[place.line - 1] = line[:start] + quote + value + quote + line[start + len(old) :]


def _written(document: Document, loc: Loc) -> object:
    found: object = document.fields
    for part in loc:
        found = found[part]  # type: ignore[index]
    return found


def _dates(part: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield each date of a record with its place; sets, in brackets, would be lists in YAML."""
    if isinstance(part, EdtfDate):
        if not part.text.startswith("["):
            yield loc, part.text
    elif isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            if name in part.model_fields_set:
                yield from _dates(getattr(part, name), (*loc, field.alias or name))
    elif isinstance(part, tuple):
        for i, item in enumerate(part):
            yield from _dates(item, (*loc, i))


def _pictures(record: Record, path: Path) -> Iterator[tuple[Loc, str]]:
    """Yield the name of each picture as its file writes it: `Photo.JPG`, not `photo.jpg`."""
    beside = {file.name for file in path.parent.iterdir()}
    for i, photo in enumerate(getattr(record, "photos", ())):
        alike = [name for name in beside if name.casefold() == photo.file.casefold()]
        if photo.file not in beside and len(alike) == 1:
            yield ("photos", i, "file"), alike[0]


def _mended(name: str, old: str, new: str) -> Text:
    """Say which lines of a file were mended; or that only how it is saved was."""
    lines = [str(number) for number, _, _ in _changed(old, new)]
    if not lines:
        return say("Mended: {file}, how it is saved", file=name)
    return say_n(
        "Mended: {file}, line {lines}",
        "Mended: {file}, lines {lines}",
        len(lines),
        file=name,
        lines=", ".join(lines),
    )


def _diff(name: str, old: str, new: str) -> list[str]:
    """Show each line that changes as it stands and as it will."""
    told = [
        line
        for number, before, after in _changed(old, new)
        for line in (f"{name}:{number}:", f"  - {before}", f"  + {after}")
    ]
    return [re.sub(r"[\x00-\x08\x0b-\x1f\u2028\ufeff\ufffd]", "⍽", line) for line in told]


def _changed(old: str, new: str) -> list[tuple[int, str, str]]:
    """Return the number of each line that changes, and both its readings; line ends count not."""
    plain = old.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    pairs = enumerate(zip(plain.split("\n"), new.split("\n"), strict=False), 1)
    return [(number, before, after) for number, (before, after) in pairs if before != after]
