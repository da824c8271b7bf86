"""What pydantic found wrong, as problems in words an author can act on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import EnumMeta
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from city_relations.documents import Document
from city_relations.documents.reading import Loc, Place, as_written
from city_relations.language.words import Text, say
from city_relations.problems import Fault, Problem
from city_relations.schema.choice import Choice
from city_relations.schema.city_facts import CityFacts
from city_relations.schema.corrected_lines import as_entry, corrected, renamed, without_brackets
from city_relations.schema.foreign_fields import Foreign
from city_relations.schema.one_line import one_line
from city_relations.schema.suggestions import (
    CatalogueText,
    Listed,
    field_names,
    instead,
    meant_choices,
    meant_field,
)
from city_relations.schema.written_fields import written_fields

MOST_LISTED = 9  # values told in one message: more are a list nobody reads


def fault(rule: str, text: Text, replacement: str = "") -> PydanticCustomError:
    """Make the error a validator raises; `replacement` is the value to write instead."""
    said = {"fault": Fault(rule, text), "replacement": replacement}
    return PydanticCustomError("said", "{fault}", said)


def problems_of(
    model: type[BaseModel], document: Document, city: CityFacts | None = None
) -> Iterator[Problem]:
    """Say each fault pydantic finds, at its place in the file, unless it is a consequence.

    A misspelt field is told, and from then on read as the one meant: its value is judged as well.
    """
    try:
        model.model_validate(document.fields, context=city)
    except ValidationError as error:
        details = error.errors(include_url=False)
        for detail in details:
            detail["loc"] = as_written(detail["loc"], document.fields)
        misspelt = [detail for detail in details if _meant(detail, model, document)]
        again = [d for d in details if _is_one_entry(d) or _meant(d, model, document)]
        yield from _told(again or details, model, document)
        for detail in misspelt:
            if name := _meant(detail, model, document):  # not when two stand for the same
                _rename(detail, model, document, name)
        enlisted = [detail for detail in details if _is_one_entry(detail)]
        for detail in enlisted:
            document.reading.enlist(tuple(detail["loc"]))
        if misspelt or enlisted:
            yield from problems_of(model, document, city)


def _told(
    details: list[ErrorDetails], model: type[BaseModel], document: Document
) -> Iterator[Problem]:
    # where a line to write is known, the value was read as it was meant, and is judged
    already = {(p.line, p.column) for p in document.reading.problems if not p.fix}
    for detail in details:
        problem = _problem(detail, model, document)
        loc, reading = tuple(detail["loc"]), document.reading
        incomplete = (
            detail["type"] == "missing"
            and loc[:-1] in reading.incomplete
            and loc not in reading.keys
        )
        # pydantic counts the sound entries of a list: the unsound ones are told by themselves
        counted = detail["type"] == "too_short" and isinstance(detail["input"], (list, tuple))
        counted = counted and bool(detail["input"])
        if not (incomplete or counted or (problem.line, problem.column) in already):
            yield problem


def _is_one_entry(detail: ErrorDetails) -> bool:
    """Return whether fields stand where a list of them is expected: they are its one entry."""
    return detail["type"] == "tuple_type" and isinstance(detail["input"], dict)


def _rename(detail: ErrorDetails, model: type[BaseModel], document: Document, name: str) -> None:
    """Read a field under the name that was meant, its value as it is written here."""
    loc = tuple(detail["loc"])
    foreign = instead(str(loc[-1]), _model_at(model, loc[:-1]))
    document.reading.rename(loc, name, foreign.value if foreign else None)


def _meant(detail: ErrorDetails, model: type[BaseModel], document: Document) -> str:
    """Return the field that a misspelt one stands for, unless that is written as well."""
    loc = tuple(detail["loc"])
    if detail["type"] != "extra_forbidden":
        return ""
    part = _model_at(model, loc[:-1])
    foreign, name = instead(str(loc[-1]), part), meant_field(str(loc[-1]), part)
    takes_lines = foreign and foreign.form
    return "" if takes_lines or (*loc[:-1], name) in document.reading.keys else name


def _problem(detail: ErrorDetails, model: type[BaseModel], document: Document) -> Problem:
    loc = tuple(part for part in detail["loc"] if part != "[key]")
    if detail["type"] == "extra_forbidden":
        return _unknown_field(_model_at(model, loc[:-1]), document, loc)
    found, replacement = _fault(detail, model, loc)
    fix = corrected(document, loc, detail["input"], replacement)
    if _is_one_entry(detail):
        fix = as_entry(document, loc)
    elif _is_text_in_brackets(detail):
        fix = without_brackets(document, loc)
    return replace(document.problem(loc, found.text, fix), rule=found.rule)


def _holds_fields(model: type[BaseModel], loc: Loc) -> bool:
    """Return whether the entries of a list have fields of their own."""
    kind = _type_at(model, loc)
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _is_text_in_brackets(detail: ErrorDetails) -> bool:
    return detail["type"] == "string_type" and isinstance(detail["input"], list)


def _fault(detail: ErrorDetails, model: type[BaseModel], loc: Loc) -> tuple[Fault, str]:
    """Return the fault and the value to write instead, where it can be known."""
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "said":
        return context["fault"], context["replacement"]
    if isinstance(value, str) and not one_line(value):
        return _describing(_EMPTY, model, loc), ""
    if kind == "enum" and isinstance(value, str):
        return _unknown_value(value, _type_at(model, loc), model)
    if isinstance(value, str) and loc[:1] == ("photos",) and len(loc) <= len(("photos", 0)):
        return _photo(value)
    if kind == "tuple_type" and (isinstance(value, dict) or not _holds_fields(model, loc)):
        return _not_a_list(value)
    return _describing(_BY_TYPE.get(kind, _A_MAP), model, loc), ""


def missing(model: type[BaseModel], loc: Loc) -> Fault:
    """Return what is wrong where a field that must be there is not."""
    return _describing(_BY_TYPE["missing"], model, loc)


def _describing(fault: Fault, model: type[BaseModel], loc: Loc) -> Fault:
    """Return a fault whose sentence ends by what the field is for."""
    wanted = CatalogueText(_description(model, loc))
    return replace(fault, text=replace(fault.text, values=(("wanted", wanted),)))


_A_MAP = Fault(
    "fields-expected", say("fields are expected here, one a line and indented. {wanted}")
)
_A_TEXT = Fault("text-expected", say("a text is expected here. {wanted}"))
_EMPTY = Fault("field-empty", say("this field is empty. {wanted}"))
_BY_TYPE = {
    "missing": Fault("field-missing", say("this field is required and missing. {wanted}")),
    "string_type": _A_TEXT,
    "enum": _A_TEXT,
    "string_pattern_mismatch": Fault(
        "form-expected", say("this value does not have the form expected. {wanted}")
    ),
    "too_short": Fault(
        "list-empty", say("the list is empty: at least one entry is expected. {wanted}")
    ),
}


def _photo(file: str) -> tuple[Fault, str]:
    """Return the lines of a photo of which only the file's name is written."""
    message = say("a photo has three lines: its file, what it shows (“alt:”), who took it.")
    return Fault(
        "photo-without-its-lines", message
    ), f"\n  - file: {file}\n    alt: …\n    credit: …"


def _not_a_list(value: object) -> tuple[Fault, str]:
    if isinstance(value, dict):
        message = say("a list is expected: begin each entry with “- ”.")
        return Fault("list-without-hyphens", message), ""
    message = say("a list is expected: put the value between “[” and “]”.")
    return Fault("list-without-brackets", message), f"[{value}]"


def _unknown_field(model: type[BaseModel], document: Document, loc: Loc) -> Problem:
    """Tell of a field that does not exist, and of the one meant; it may be written as well."""
    name, place = str(loc[-1]), document.key_place(loc)
    meant, foreign = meant_field(name, model), instead(name, model)
    written = document.reading.keys.get((*loc[:-1], meant))
    line = document.line(place.line)
    fix = "" if written else renamed(document, loc, meant, foreign)
    problem = document.problem(loc, _unknown(model, meant, written, foreign))
    there = replace(problem, line=place.line, column=place.column, fix=fix, shown=line)
    return replace(there, rule="field-unknown")


def _unknown(
    model: type[BaseModel], meant: str, written: Place | None, foreign: Foreign | None
) -> Text:
    if foreign and written:
        return say(
            "{why} It is on line {line} already: put there what is worth keeping, and delete this "
            "line.",
            why=foreign.why,
            line=written.line,
        )
    if foreign:
        return foreign.why
    if written:
        return say(
            "this field does not exist; “{meant}” is on line {line} already.",
            meant=meant,
            line=written.line,
        )
    if meant:
        return say("this field does not exist; did you mean “{meant}”?", meant=meant)
    listed = ", ".join(field_names(model))
    return say("this field does not exist; these do: {names}.", names=listed)


def _unknown_value(value: str, kind: type[Choice], model: type[BaseModel]) -> tuple[Fault, str]:
    meant = meant_choices(value, kind)
    if not meant and len(kind) > MOST_LISTED:
        message = say(
            "“{value}” is not a known value; write for example {options}; "
            "the list is in guide/en/{page}.",
            value=value,
            options=Listed(kind.usual()),
            page=getattr(model, "guide_page", ""),
        )
    else:
        options = Listed(meant or kind)
        message = say(
            "“{value}” is not a known value; write {options}.", value=value, options=options
        )
    return Fault("value-unknown", message), str(meant[0]) if len(meant) == 1 else ""


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    """Walk from a model to the model of one of its parts."""
    found = _type_at(model, loc)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else model


def _description(model: type[BaseModel], loc: Loc) -> str:
    """Return the description of a field, or of the list it is an entry of."""
    while loc and isinstance(loc[-1], int):
        loc = loc[:-1]
    fields = written_fields(_model_at(model, loc[:-1]))
    found = next((field for name, field in fields.items() if name in loc[-1:]), None)
    return (found.description or "") if found else ""


def _type_at(model: Any, loc: Loc) -> Any:
    for part in loc:
        if isinstance(part, int):
            continue
        fields = written_fields(model) if hasattr(model, "model_fields") else {}
        if part not in fields:
            return model
        model = _innermost(fields[part].annotation)
    return model


def _innermost(annotation: Any) -> Any:
    """Return the model or enumeration inside `tuple[X, ...]` or `X | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if isinstance(annotation, EnumMeta):
        return annotation
    inner = [a for a in get_args(annotation) if a is not type(None) and a is not Ellipsis]
    found = [_innermost(a) for a in reversed(inner)]
    return next((f for f in found if f is not None), None)
