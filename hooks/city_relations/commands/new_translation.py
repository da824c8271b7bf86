"""`relations new translation FILE LANGUAGE`: begins a translation that knows what it translates."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from city_relations.commands.call import Call, Refused
from city_relations.commands.drafting import field_line, read_language, write_new
from city_relations.content import RELEASES, Content, read_content
from city_relations.content.originals import FIELD, print_of_words
from city_relations.content.written_pages import EASY, PAGES
from city_relations.documents import Document
from city_relations.language.words import Words, say
from city_relations.schema.press_release import PressRelease


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare what to name: the original, and the language it is put into."""
    parser.add_argument(
        "file",
        metavar=words(say("FILE")),
        help=words(say("the original: a release, or a page of docs/")),
    )
    language = words(say("LANGUAGE"))
    parser.add_argument("into", metavar=language, help=words(say("its language, such as de")))


def run(call: Call) -> int:
    """Write the translation's file, with the original's words to be put into its language."""
    content = read_content(call.root, call.settings)
    language = read_language(call.options.into)
    original = _original(call, content)
    document = original.document if isinstance(original, PressRelease) else original
    path = call.root / document.file
    easy = EASY if path.stem.endswith(EASY) else ""
    into = path.with_name(f"{path.stem.removesuffix(easy)}.{language}{easy}{path.suffix}")
    fields = list(_fields(document, isinstance(original, PressRelease)))
    body = document.body.strip("\n").split("\n")
    status = write_new(call, into, ["---", *fields, "---", *body])
    call.tell(
        say("It holds the words of the original: put them into “{language}”.", language=language)
    )
    if isinstance(original, PressRelease):
        call.tell(say("It is a draft: to publish it, delete the line “status: draft”."))
    return status


def _original(call: Call, content: Content) -> PressRelease | Document:
    """Return the release or the page that a path names; a translation is none."""
    file = call.named(Path(call.options.file))
    for release in content.releases:
        if release.file == file and not release.translated_into:
            return release
    for page in content.written:
        if page.path == file and not page.translates:
            return page.document
    raise Refused(
        say(
            "“{file}” is no original: write the path of a release below {releases}/ or of a page "
            "below {pages}/, without a language in its name.",
            file=call.options.file,
            releases=RELEASES,
            pages=PAGES,
        )
    )


def _fields(document: Document, is_release: bool) -> Iterator[str]:  # noqa: FBT001 - one of two kinds of text
    """Yield the fields of a translation: the original's words, its facts, and its print."""
    words = ("title", "summary") if is_release else ("title", "description")
    facts = ("date", "place") if is_release else ("relations",)
    for name in (words[0], *facts, words[1]):
        if told := document.fields.get(name):
            yield field_line(name, str(told), plain=name in ("date", "relations"))
    for name in ("partners", "themes") if is_release else ():
        if told := document.fields.get(name):
            entries = told if isinstance(told, list) else [told]
            yield f"{name}: [{', '.join(map(str, entries))}]"
    yield f"{FIELD}: {print_of_words(document)}"
    if is_release:
        yield "status: draft"
