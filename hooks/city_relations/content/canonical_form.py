"""Records in the one canonical form, their files rewritten where they stand in another."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from city_relations.content import Content
from city_relations.content.city_time import facts_for, read_in_city
from city_relations.content.drafts import standing_in
from city_relations.documents import MARKDOWN_LIMIT, YAML_LIMIT, Document, profile, with_fields
from city_relations.documents.reading import Loc
from city_relations.documents.text_files import name_of, read_text
from city_relations.documents.yaml_rewriting import Several, rewritten
from city_relations.language.words import say
from city_relations.problems import Problem
from city_relations.schema.base import Record
from city_relations.schema.canonical import canonical
from city_relations.schema.city import City
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.schema.shaped import shapes_of


@dataclass(frozen=True)
class Tidied:
    """A content file as it is, and its text in canonical form; `places` tells what has another."""

    document: Document
    text: str
    new: str
    places: tuple[Loc, ...]


def tidied(root: Path, path: Path, city: City | None) -> Tidied | None:
    """Return a record in canonical form; None for one that the check does not accept as it is.

    What it says stays the same: of a file of which that is not certain, nothing changes.
    """
    text, problems = read_text(root, path, YAML_LIMIT if path.suffix == ".yml" else MARKDOWN_LIMIT)
    if problems:
        return None
    return tidied_text(text, name_of(root, path), city)


def tidied_text(text: str, file: str, city: City | None) -> Tidied | None:
    """Return the clean text of a record in canonical form, as `tidied` does."""
    document, model = _read(text, file)
    before = _record(document, model, city)
    if before is None:
        return None
    fields = deepcopy(document.fields)
    if city:
        read_in_city(fields, city.zone)
    after = canonical(fields, model, facts_for(city, document))
    new = _with_fields(text, document, rewritten("\n".join(document.reading.lines), after))
    if new != text and _record(_read(new, file)[0], model, city) != before:
        new = text
    places = tuple(_changed(document.fields, after, ())) if new != text else ()
    return Tidied(document, text, new, places)


def untidy(content: Content) -> Iterator[Problem]:
    """Yield each value of the records that stands in another form; a faulty record is passed over.

    What is judged is the shape of a value, and how dates and numbers are written: never quotes,
    order or layout.
    """
    for record in content.records:
        found = tidied(content.root, content.root / record.file, content.city)
        for loc in found.places if found else ():
            message = say(
                "this is not in canonical form: “relations tidy {file}” writes it so.",
                file=record.file,
            )
            yield replace(record.problem(loc, message), rule="canonical-form")


def _read(text: str, file: str) -> tuple[Document, type[Record]]:
    if file.endswith(".yml"):
        return profile(text, file, shapes=shapes_of(Partner)), Partner
    return with_fields(text, file, shapes=shapes_of(PressRelease)), PressRelease


def _record(document: Document, model: type[Record], city: City | None) -> Record | None:
    """Return what a file says; None where something of it cannot be read."""
    fields = deepcopy(document.fields) | standing_in(document)
    if city:
        read_in_city(fields, city.zone)
    if document.reading.incomplete or any(not problem.remark for problem in document.problems):
        return None
    try:
        return model.model_validate(fields, context=facts_for(city, document))
    except ValidationError:
        return None


def _with_fields(text: str, document: Document, fields: str) -> str:
    lines, first = text.split("\n"), document.reading.first_line - 1
    last = first + len(document.reading.lines)
    return "\n".join([*lines[:first], fields, *lines[last:]])


def _changed(before: Any, after: Any, loc: Loc) -> Iterator[Loc]:
    """Yield the place of each value that stands in another shape."""
    if isinstance(after, Several) or type(before) is not type(after):
        yield loc
    elif isinstance(after, dict):
        for name, value in after.items():
            yield from _changed(before.get(name), value, (*loc, name))
    elif isinstance(after, list):
        for i, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from _changed(one, other, (*loc, i))
    elif before != after:
        yield loc
