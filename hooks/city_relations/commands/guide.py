"""`relations guide`: writes the reference for authors, a folder a language, from the schema."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from enum import EnumMeta
from pathlib import Path
from typing import Any, get_args

from city_relations.commands.call import Call
from city_relations.commands.messages import messages
from city_relations.forms.examples import example_of
from city_relations.language.words import SOURCE_LANGUAGE, Text, Words, say, say_in
from city_relations.schema.base import Base, Record
from city_relations.schema.city import City
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease
from city_relations.store import write

FOLDER = "guide"
PARTS: tuple[tuple[Text, type[Record], str], ...] = (
    (say("A partner's profile"), Partner, "partner.yml"),
    (say("A press release"), PressRelease, "release.md"),
    (say("The city, in mkdocs.yml under extra: city:"), City, "city.yml"),
)
MESSAGES, SERVER, WORD, MAIL = "messages.md", "server.md", "word.md", "mail.md"
EASY, FORMS = "easy.md", "forms.md"
TABLES, SOURCES = "ties.md", "sources.md"
TITLES = {
    **{model.guide_page: title for title, model, _ in PARTS},
    WORD: say("From Word to a draft"),
    MAIL: say("From a release to the mail"),
    EASY: say("In easy language"),
    FORMS: say("By forms, without a file"),
    TABLES: say("From a table to profiles"),
    SOURCES: say("Sources that live"),
    MESSAGES: say("What the check says"),
    SERVER: say("For whoever runs the server"),
}
WRITTEN = (WORD, MAIL, EASY, FORMS, TABLES, SOURCES, SERVER)
PAGES = Path(__file__).parent / "pages"
SHOWN = re.compile(r'<img src="([^"/]+)"')
INTRODUCTION = say(
    "This guide is written by “relations guide” from what the software knows; do not edit it. "
    "To begin, read [how to add a partner](../../partners/{name}) and "
    "[how to write a release](../../press_releases/{name}).",
    name=say_in("file", "README.md"),
)
READINGS = say(
    "Where values are listed, the value or the words beside it may be written; a country, a "
    "language and a partner may be written by name. Capitals and accents do not matter. Several "
    "of them are parted by commas, with or without brackets."
)


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare no options."""


def run(call: Call) -> int:
    """Write the guide below the site's folder, in the language of the call, with its pictures."""
    pages = guide(call.words)
    told = {file: text.encode("utf-8") for file, text in pages.items()}
    for file, content in {**told, **pictures(pages)}.items():
        write(call.root / file, content)
        call.tell(say("Written: {file}.", file=file))
    return 0


def guide(words: Words) -> dict[str, str]:
    """Return the pages of the guide as Markdown, by their path below the site's folder."""
    parts = {model.guide_page: _part(model, example, words) for _, model, example in PARTS}
    written = {page: _written(page, words) for page in WRITTEN}
    bodies = {**parts, **written, MESSAGES: messages(words)}
    return {
        f"{FOLDER}/{words.language}/{page}": _page(page, body, words)
        for page, body in bodies.items()
    }


def pictures(pages: Mapping[str, str]) -> dict[str, bytes]:
    """Return the pictures that pages of the guide show, by their path beside them."""
    named = [(Path(file), name) for file, text in pages.items() for name in SHOWN.findall(text)]
    return {file.with_name(name).as_posix(): (PAGES / name).read_bytes() for file, name in named}


def _page(page: str, body: Iterator[str], words: Words) -> str:
    """Put a page of the guide under its title, with the way to the others."""
    others = [f"[{words(title)}]({name})" for name, title in TITLES.items() if name != page]
    head = [f"# {words(TITLES[page])}", "", words(INTRODUCTION), "", " · ".join(others), ""]
    return "\n".join([*head, *body]).rstrip() + "\n"


def _written(page: str, words: Words) -> Iterator[str]:
    """Tell what is written by hand, in English where nobody has written it in the language."""
    stem = page.removesuffix(".md")
    written = PAGES / f"{stem}.{words.language}.md"
    found = written if written.is_file() else PAGES / f"{stem}.{SOURCE_LANGUAGE}.md"
    yield found.read_text(encoding="utf-8")


def _part(model: type[Record], example: str, words: Words) -> Iterator[str]:
    yield from (words(READINGS), "")
    yield from _fields(model, example, (), words, set())


def _fields(
    model: type[Base], example: str, path: tuple[str, ...], words: Words, met: set[type[Base]]
) -> Iterator[str]:
    """Explain each field of a model: what it means, what may be written, an example.

    `met` are the parts explained already, of those that are explained once.
    """
    for name, field in model.model_fields.items():
        here = (*path, field.alias or name)
        inner = _model_in(field.annotation)
        needed = words(say(" (required)")) if field.is_required() else ""
        yield f"{'#' * min(6, 2 + len(path))} `{'.'.join(here)}`{needed}"
        yield ""
        yield f"**{words.gettext(field.title or '')}.** {words.gettext(field.description or '')}"
        yield ""
        yield from _choices(field.annotation, words)
        if inner and inner not in met:
            met |= {inner} if inner.explained_once else set()
            yield from _fields(inner, example, here, words, met)
        else:
            yield from ("```yaml", *example_of(words.language, example, *here), "```", "")


def _choices(annotation: Any, words: Words) -> Iterator[str]:
    kind = _inside(annotation, lambda part: isinstance(part, EnumMeta))
    if kind:
        yield ", ".join(f"`{value}` {words(value.label)}" for value in kind)
        yield ""


def _model_in(annotation: Any) -> type[Base] | None:
    def is_model(part: Any) -> bool:
        return isinstance(part, type) and issubclass(part, Base)

    found: type[Base] | None = _inside(annotation, is_model)
    return found


def _inside(annotation: Any, wanted: Any) -> Any:
    """Return the first wanted type inside `tuple[X, ...]`, `X | None` or an annotation."""
    if wanted(annotation):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inside(part, wanted))), None)
