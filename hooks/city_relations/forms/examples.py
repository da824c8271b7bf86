"""Examples of fields, in the words of a language: the guide shows them, drafts and forms too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from city_relations.documents.yaml_reader import read_yaml
from city_relations.forms.speaking import Example
from city_relations.language.words import SOURCE_LANGUAGE

EXAMPLES = Path(__file__).parents[1] / "commands" / "examples"
WHOLE = "fr"  # the language whose examples show every field


@cache
def example_lines(language: str, name: str) -> tuple[str, ...]:
    """Return the fields of an example file in a language, line by line; none where none is."""
    file = EXAMPLES / language / name
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return tuple((text.split("---\n")[1] if "---\n" in text else text).rstrip().split("\n"))


def example_of(language: str, name: str, *path: str) -> list[str]:
    """Return the lines that show a field in an example, by its path without list numbers.

    What the language's example does not show, the English or the French one does.
    """
    for spoken in (language, SOURCE_LANGUAGE, WHOLE):
        if found := _shown(example_lines(spoken, name), name, path):
            return found
    raise LookupError(f"{name} shows no example of {'.'.join(path)}")


def _shown(lines: Sequence[str], name: str, path: tuple[str, ...]) -> list[str]:
    """Return the lines of an example that show a field, without their indent."""
    keys = read_yaml("\n".join(lines), name).keys
    places = [place for loc, place in keys.items() if _names(loc) == path]
    if not places:
        return []
    at = places[0]
    indent = at.column - 1
    block = [lines[at.line - 1][indent:]]
    for line in lines[at.line :]:
        if len(line) - len(line.lstrip(" ")) <= indent:
            break
        block.append(line[indent:])
    return block


def _names(loc: tuple[str | int, ...]) -> tuple[str, ...]:
    return tuple(part for part in loc if isinstance(part, str))


def value_of(language: str, name: str) -> Example:
    """Return what gives the value of a field in an example file; "" for one of several lines.

    What the language's example does not show, the English or the French one does.
    """
    shown = [
        read_yaml("\n".join(example_lines(spoken, name)), name).fields
        for spoken in (language, SOURCE_LANGUAGE, WHOLE)
    ]

    def example(path: tuple[str, ...]) -> str:
        found = (_within(fields, path) for fields in shown)
        return next((value for value in found if value and "\n" not in value), "")

    return example


def _within(value: object, path: tuple[str, ...]) -> str:
    """Return the first text at a path, whatever lists are on its way."""
    if isinstance(value, list):
        return next((found for one in value if (found := _within(one, path))), "")
    if path:
        return _within(value.get(path[0]), path[1:]) if isinstance(value, dict) else ""
    return value if isinstance(value, str) else ""
