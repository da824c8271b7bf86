"""`relations guide`: writes GUIDE.md, the reference for authors, from schema and messages."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Iterator
from enum import EnumMeta
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import BaseModel

from city_relations.commands.call import Call
from city_relations.commands.drafting import example_of
from city_relations.language.words import Text, Words, say
from city_relations.schema.base import Record
from city_relations.schema.city import City
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.store import write

GUIDE = "GUIDE.md"
MISTAKES = Path("tests") / "mistakes"
PARTS: tuple[tuple[Text, type[Record], str], ...] = (
    (say("A partner's profile"), Partner, "partner.yml"),
    (say("A press release"), PressRelease, "release.md"),
    (say("The city, in mkdocs.yml under extra: city:"), City, "city.yml"),
)
INTRODUCTION = say(
    "This guide is written by “relations guide” from what the software knows; do not edit it. "
    "To begin, read partners/LISEZMOI.md and press_releases/LISEZMOI.md."
)
READINGS = say(
    "Where values are listed, the value or the words beside it may be written; a country, a "
    "language and a partner may be written by name. Capitals and accents do not matter. Several "
    "of them are parted by commas, with or without brackets."
)


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare no options."""


def run(call: Call) -> int:
    """Write the guide below the site's folder."""
    write(call.root / GUIDE, guide(call.root, call.words).encode("utf-8"))
    call.tell(say("Written: {file}.", file=GUIDE))
    return 0


def guide(root: Path, words: Words) -> str:
    """Give the guide as Markdown; the mistakes shown are those of the tests below `root`."""
    lines = [
        "# " + words(say("Guide for authors")),
        "",
        words(INTRODUCTION),
        "",
        words(READINGS),
        "",
    ]
    for title, model, example in PARTS:
        lines += [f"## {words(title)}", "", *_fields(model, example, (), words)]
    lines += ["## " + words(say("What the check says")), ""]
    lines += [
        words(say("Each message names file, line, column and field, then what to write.")),
        "",
    ]
    lines += _messages(root)
    return "\n".join(lines).rstrip() + "\n"


def _fields(
    model: type[BaseModel], example: str, path: tuple[str, ...], words: Words
) -> Iterator[str]:
    """Explain each field of a model: what it means, what may be written, an example."""
    for name, field in model.model_fields.items():
        here = (*path, field.alias or name)
        inner = _model_in(field.annotation)
        needed = words(say(" (required)")) if field.is_required() else ""
        yield f"{'#' * min(6, 3 + len(path))} `{'.'.join(here)}`{needed}"
        yield ""
        yield f"**{words.gettext(field.title or '')}.** {words.gettext(field.description or '')}"
        yield ""
        yield from _choices(field.annotation, words)
        if inner:
            yield from _fields(inner, example, here, words)
        else:
            yield from ("```yaml", *example_of(example, *here), "```", "")


def _choices(annotation: Any, words: Words) -> Iterator[str]:
    kind = _inside(annotation, lambda part: isinstance(part, EnumMeta))
    if kind:
        yield ", ".join(f"`{value}` {words(value.label)}" for value in kind)
        yield ""


def _model_in(annotation: Any) -> type[BaseModel] | None:
    def is_model(part: Any) -> bool:
        return isinstance(part, type) and issubclass(part, BaseModel)

    found: type[BaseModel] | None = _inside(annotation, is_model)
    return found


def _inside(annotation: Any, wanted: Any) -> Any:
    """Give the first wanted type inside `tuple[X, ...]`, `X | None` or an annotation."""
    if wanted(annotation):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inside(part, wanted))), None)


def _messages(root: Path) -> Iterator[str]:
    """Show what is told of each mistake of the tests, each message once."""
    shown: set[str] = set()
    for path in sorted((root / MISTAKES).glob("*.yml")):
        told = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["told"]
        heads = [line for line in told.splitlines() if not line.startswith("    ")]
        kinds = {re.sub(r"« .*? »|\d+|^\S+ ", "", head) for head in heads}
        if kinds <= shown:
            continue
        shown |= kinds
        yield from ("```text", *told.rstrip().splitlines(), "```", "")
