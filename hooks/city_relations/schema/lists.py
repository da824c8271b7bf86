"""Lists as people write them: without brackets, wherever that has one reading."""

from __future__ import annotations

import re
from typing import Annotated, Any, TypeVar

from pydantic import GetJsonSchemaHandler
from pydantic.functional_validators import BeforeValidator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from city_relations.schema.nearest import is_blank
from city_relations.schema.one_line import decoded

T = TypeVar("T")

COMMA = re.compile(r"\s*[,;]\s*")
HASH = re.compile(r"\s*#(?=\w)")  # as networks mark their subjects: « #eau #culture »
PARTING = re.compile(COMMA.pattern + r"|\s+(?:et|and)\s+")


class _OrText:
    """Lets editors take a text as well, where a list or fields are usual."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(core), {"type": "string", "minLength": 1}]}


OR_TEXT = _OrText()


class _OrOne:
    """Lets editors take one entry as well, where a list of entries is expected."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        several = handler(core)
        return {"anyOf": [several["items"], several]}


def parted(text: str, sign: re.Pattern[str] = PARTING) -> list[str]:
    """Return the entries of a list written as one text; the text itself where it holds none."""
    text = decoded(text)
    text = HASH.sub(",", text) if HASH.match(text) else text
    return [part for part in sign.split(text.strip()) if part] or [text]


def _words(value: Any) -> Any:
    """Part at commas and “et”, inside brackets too: no word of a closed list holds them."""
    entries = [value] if _is_text(value) else value
    if not isinstance(entries, list):
        return value
    return [p for entry in entries for p in (parted(entry) if _is_text(entry) else [entry])]


def _names(value: Any) -> Any:
    """Part at commas; “et” may stand in a name."""
    return parted(value, COMMA) if _is_text(value) else value


def _whole(value: Any) -> Any:
    """Take a text for a list of one: commas are part of it."""
    return [value] if _is_text(value) else value


def _single(value: Any) -> Any:
    """Take a text for a list of one, unless it may be a list of several."""
    return [value] if _is_text(value) and len(parted(value)) == 1 else value


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not is_blank(value)


def _one(value: Any) -> Any:
    """Take one entry, its fields or its text, for a list of one."""
    return [value] if isinstance(value, dict) or _is_text(value) else value


OneOrSeveral = Annotated[tuple[T, ...], BeforeValidator(_one), _OrOne()]
ListOfWords = Annotated[tuple[T, ...], BeforeValidator(_words), OR_TEXT]
ListOfNames = Annotated[tuple[T, ...], BeforeValidator(_names), OR_TEXT]
ListOfTexts = Annotated[tuple[T, ...], BeforeValidator(_whole), OR_TEXT]
ListOrOne = Annotated[tuple[T, ...], BeforeValidator(_single), OR_TEXT]
