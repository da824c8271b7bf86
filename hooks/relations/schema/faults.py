"""What pydantic found wrong, as problems in words an author can act on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from enum import EnumMeta
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from relations.words import Tellable, Text, Words, say

if TYPE_CHECKING:
    from relations.documents import Document
    from relations.problems import Problem
    from relations.reading import Loc


def fault(text: Text, replacement: str = "") -> PydanticCustomError:
    """Make the error a validator raises; `replacement` is the value to write instead."""
    return PydanticCustomError("said", "{text}", {"text": text, "replacement": replacement})


def folded(text: str) -> str:
    """Fold a name for comparison: lower case, no accents, no signs."""
    bare = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"[^\w]+", "", "".join(c for c in bare if not unicodedata.combining(c)))


def closest(word: str, known: Iterable[str]) -> str:
    """Give the known word that resembles most, or nothing."""
    by_fold = {folded(name): name for name in sorted(known, reverse=True)}
    found = get_close_matches(folded(word), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else ""


class OneOf(Tellable):
    """The values of a closed list, told with their meaning; the one probably meant stands alone."""

    def __init__(self, written: str, choices: dict[str, Text]) -> None:
        self.written, self.choices = written, choices

    def told(self, words: Words) -> str:
        """Name the choice that was meant, by its value or by its words; else name all."""
        labels = {words(label): value for value, label in self.choices.items()}
        meant = closest(self.written, [*labels, *self.choices])
        value = labels.get(meant, meant)
        if value:
            return value
        return ", ".join(f"{value} ({label})" for label, value in labels.items())

    def __repr__(self) -> str:
        return f"OneOf({self.written!r}, {list(self.choices)!r})"


def problems_of(
    error: ValidationError, model: type[BaseModel], document: Document
) -> Iterator[Problem]:
    """Say each fault pydantic found, at its place in the file."""
    for detail in error.errors(include_url=False):
        if not (detail["type"] == "missing" and document.reading.torn):
            yield _problem(detail, model, document)


def _problem(detail: ErrorDetails, model: type[BaseModel], document: Document) -> Problem:
    loc = tuple(part for part in detail["loc"] if part != "[key]")
    text, replacement = _sentence(detail, model, loc)
    fix = _fix(document, loc, detail["input"], replacement)
    problem = document.problem(loc, text, fix)
    if detail["type"] == "extra_forbidden":
        place = document.key_place(loc)
        line = document.line(place.line)
        fix = _renamed(line, str(loc[-1]), replacement)
        return replace(problem, line=place.line, column=place.column, fix=fix, shown=line)
    return problem


def _sentence(detail: ErrorDetails, model: type[BaseModel], loc: Loc) -> tuple[Text, str]:
    """Give the sentence for a fault and the value to write instead, where it can be known."""
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "said":
        return context["text"], context["replacement"]
    if kind == "extra_forbidden":
        return _unknown_field(model, loc)
    if kind == "enum" and isinstance(value, str):
        return _unknown_value(value, model, loc)
    if kind == "tuple_type":
        return _not_a_list(value)
    wanted = _BY_TYPE.get(kind, _A_MAP)
    return replace(wanted, values=(("wanted", _Wanted(_description(model, loc))),)), ""


_A_MAP = say("fields are expected here, one a line and indented. {wanted}")
_A_TEXT = say("a text is expected here. {wanted}")
_BY_TYPE = {
    "missing": say("this field is required and missing. {wanted}"),
    "string_type": _A_TEXT,
    "enum": _A_TEXT,
    "string_pattern_mismatch": say("this value does not have the form expected. {wanted}"),
    "string_too_short": say("this field is empty. {wanted}"),
    "too_short": say("the list is empty: at least one entry is expected. {wanted}"),
}


class _Wanted(Tellable):
    """What a field should hold, in the words of its description."""

    def __init__(self, description: str) -> None:
        self.description = description

    def told(self, words: Words) -> str:
        return words.gettext(self.description)

    def __repr__(self) -> str:
        return f"_Wanted({self.description!r})"


def _not_a_list(value: object) -> tuple[Text, str]:
    if isinstance(value, dict):
        return say("a list is expected: begin each entry with “- ”."), ""
    return say("a list is expected: put the value between “[” and “]”."), f"[{value}]"


def _unknown_field(model: type[BaseModel], loc: Loc) -> tuple[Text, str]:
    names = [field.alias or name for name, field in _model_at(model, loc[:-1]).model_fields.items()]
    meant = closest(str(loc[-1]), names)
    if meant:
        return say("this field does not exist; did you mean “{meant}”?", meant=meant), meant
    listed = ", ".join(names)
    return say("this field does not exist; these do: {names}.", names=listed), ""


def _unknown_value(value: str, model: type[BaseModel], loc: Loc) -> tuple[Text, str]:
    choices = {str(c): c.label for c in _type_at(model, loc)}
    options = OneOf(value, choices)
    message = say("“{value}” is not a known value; write {options}.", value=value, options=options)
    return message, ""


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    """Walk from a model to the model of one of its parts."""
    found = _type_at(model, loc)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else model


def _description(model: type[BaseModel], loc: Loc) -> str:
    """Give the description of a field, or of the list it is an entry of."""
    while loc and isinstance(loc[-1], int):
        loc = loc[:-1]
    fields = _model_at(model, loc[:-1]).model_fields
    found = next((f for name, f in fields.items() if (f.alias or name) in loc[-1:]), None)
    return (found.description or "") if found else ""


def _type_at(model: Any, loc: Loc) -> Any:
    for part in loc:
        if isinstance(part, int) or part == "[key]":
            continue
        fields = getattr(model, "model_fields", {})
        by_name = {field.alias or name: field for name, field in fields.items()}
        if part not in by_name:
            return model
        model = _innermost(by_name[part].annotation)
    return model


def _innermost(annotation: Any) -> Any:
    """Give the model or enumeration inside `tuple[X, ...]` or `X | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if isinstance(annotation, EnumMeta):
        return annotation
    inner = [a for a in get_args(annotation) if a is not type(None) and a is not Ellipsis]
    found = [_innermost(a) for a in reversed(inner)]
    return next((f for f in found if f is not None), None)


def _fix(document: Document, loc: Loc, written: object, replacement: str) -> str:
    """Give the corrected line, when the value stands once on the line of its field."""
    if not replacement or not isinstance(written, str):
        return ""
    place = document.place(loc)
    line = document.line(place.line)
    start = place.column - 1
    return line[:start] + line[start:].replace(written, replacement, 1) if written in line else ""


def _renamed(line: str, name: str, meant: str) -> str:
    return re.sub(rf"\b{re.escape(name)}(?=\s*:)", meant, line, count=1) if meant else ""
