"""The line of a file as it should be, where that can be known."""

from __future__ import annotations

import re

from city_relations.documents import Document
from city_relations.documents.reading import Loc
from city_relations.documents.yaml_menders import quoted
from city_relations.schema.foreign_fields import Foreign

PLAIN = re.compile(r"\[[^\[\]{}#:\"']*\]")
_QUOTES = ("'", '"')


def corrected(document: Document, loc: Loc, written: object, replacement: str) -> str:
    """Return the corrected line, when the value stands once on the line of its field."""
    own_name = document.file.rsplit("/", 1)[-1].partition(".")[0]
    if not replacement or not isinstance(written, str) or replacement == own_name:
        return ""
    place = document.place(loc)
    line = document.line(place.line)
    if replacement.startswith("\n"):
        return line.split(":")[0] + ":" + replacement if line.startswith("photos") else ""
    start = place.column - 1
    quote = line[start : start + 1]
    if quote in _QUOTES and replacement == f"[{written}]":  # what was quoted was a list of words
        written = f"{quote}{written}{quote}"
        replacement = replacement if PLAIN.fullmatch(replacement) else f"[{written}]"
    elif quote in _QUOTES and replacement.startswith("{"):  # what was quoted becomes fields
        written = f"{quote}{written}{quote}"
    rest = line[start:]
    return line[:start] + rest.replace(written, replacement, 1) if written in rest else ""


def renamed(document: Document, loc: Loc, meant: str, foreign: Foreign | None) -> str:
    """Return the line with the field that was meant, its value as it is written here."""
    name, place = str(loc[-1]), document.key_place(loc)
    line, start = document.line(place.line), place.column - 1
    start += line[start : start + 1] in _QUOTES
    if not meant or not line.startswith(name, start):
        return ""
    head, rest = line[:start] + meant, line[start + len(name) :]
    if not foreign:
        return head + rest
    value = document.reading.at(loc)
    if foreign.form:
        return f"{head}:{foreign.lines(value)}" if foreign.lines(value) else ""
    return head + rest.replace(str(value), str(foreign.value(value)), 1)


def as_entry(document: Document, loc: Loc) -> str:
    """Return the first line of fields with the hyphen that makes them an entry."""
    place = document.place(loc)
    line, start = document.line(place.line), place.column - 1
    if line[start : start + 1] == "{":
        return f"{line[:start]}[{line[start:].rstrip()}]" if line.rstrip().endswith("}") else ""
    return "" if line[:start].strip() else f"{' ' * max(0, start - 2)}- {line[start:]}"


def without_brackets(document: Document, loc: Loc) -> str:
    """Return the line with a text in quotes that stood in brackets."""
    place = document.place(loc)
    line, start = document.line(place.line).rstrip(), place.column - 1
    inside = line[start + 1 : -1]
    whole = (
        line[start : start + 1] == "[" and line.endswith("]") and not set(inside) & set("[]{}\"'")
    )
    return f"{line[:start]}{quoted(inside)}" if whole and inside.strip() else ""
