"""`relations import`: makes drafts of releases that were written elsewhere."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from city_relations.author_files import Refused as RefusedFile
from city_relations.catalog import local
from city_relations.commands.call import Call, Refused
from city_relations.commands.drafting import read_language
from city_relations.content import Content, read_content
from city_relations.importing.drafts import Draft, Wanted, draft_of
from city_relations.importing.reading import READ, read_sources
from city_relations.importing.source import LeftOut
from city_relations.language.words import Text, Words, say, say_n
from city_relations.problems import harmless
from city_relations.schema.press_release import PressRelease
from city_relations.store import write

QUOTATION = say("quotation")
LONGEST = 300  # signs of a passage as it is told


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar=words(say("FILE")),
        help=words(say("a release or an export of a site: {forms}", forms=READ)),
    )
    parser.add_argument(
        "--language",
        metavar="de",
        help=words(say("the language of the text; by default the site's")),
    )
    parser.add_argument(
        "--translation-of",
        type=Path,
        metavar=words(say("FILE")),
        help=words(say("the release of which the text is a translation")),
    )


def run(call: Call) -> int:
    """Write each release as a draft, and say what to verify and what was left out."""
    content = read_content(call.root, call.settings)
    wanted = _wanted(call, content)
    taken, refused, written = set(content.files), 0, 0
    for path in call.options.files:
        try:
            drafts = [draft_of(source, content, wanted, taken) for source in read_sources(path)]
        except RefusedFile as error:
            refused += 1
            call.tell(say("{whole}: {part}", whole=harmless(path.name), part=error.text))
            continue
        for draft in drafts:
            _write(call, draft)
            call.tell(*_told(draft, call.words))
        written += len(drafts)
    if written:
        call.tell(
            say_n(
                "{n} draft: nobody sees it before you delete its line “status: draft”.",
                "{n} drafts: nobody sees them before you delete their line “status: draft”.",
                written,
            )
        )
    return 1 if refused else 0


def _wanted(call: Call, content: Content) -> Wanted:
    language, original = call.options.language or "", call.options.translation_of
    if language:
        language = _language(language, content)
    today = local(content, call.now)
    if not original:
        return Wanted(today, language)
    file = call.named(original)
    if not language:
        raise Refused(say("write the language of the translation too, such as “--language de”."))
    if file not in [one.file for one in content.releases if not one.translated_into]:
        raise Refused(say("“{file}” is no release of this site.", file=str(original)))
    translation = f"{file.removesuffix('.md')}.{language}.md"
    if translation in content.files:
        raise Refused(
            say("{file} is there already: delete it first, or rename it.", file=translation)
        )
    if len(call.options.files) > 1:
        raise Refused(say("a release has one translation in a language: give one file."))
    return Wanted(today, language, file)


def _language(written: str, content: Content) -> str:
    """Return the code of a language the site is told in; "" for its own."""
    code = read_language(written)
    spoken = content.city.languages if content.city and content.city.whole else ()
    if spoken and code not in spoken:
        raise Refused(
            say(
                "the site is not told in “{language}”: its languages are {languages}.",
                language=code,
                languages=", ".join(spoken),
            )
        )
    return "" if code == content.master else code


def _write(call: Call, draft: Draft) -> None:
    """Write a draft, its pictures first: one that is there names none that is not."""
    folder = (call.root / draft.file).parent
    for picture in draft.pictures:
        if (folder / picture.name).exists():
            raise Refused(
                say("{file} is there already: delete it first, or rename it.", file=picture.name)
            )
    for picture in draft.pictures:
        write(folder / picture.name, picture.data)
    write(call.root / draft.file, draft.text.encode("utf-8"))


def _told(draft: Draft, words: Words) -> Iterator[Text | str]:
    """Say where a draft is, what to verify in it, what it lacks, and what is not in it."""
    yield say("Written: {file}, a draft.", file=draft.file)
    if draft.verify or draft.remarks:
        yield words(say("To verify:"))
    for name, value, said in draft.verify:
        came = f"  ← {_passage(said, words)}" if said else ""
        told = say("{whole}: {part}", whole=_name(name, words), part=harmless(value))
        yield f"  - {words(told)}{came}"
    yield from (_line(one, words) for one in draft.remarks)
    if draft.lacking:
        yield words(say("Not found, to be written:"))
        yield from (f"  - {_name(name, words)}" for name in draft.lacking)
    if draft.left_out:
        yield words(say("Left out:"))
        yield from (_line(one, words) for one in draft.left_out)
    yield ""


def _name(name: str, words: Words) -> str:
    """Return what a field is called; what is none is a quotation."""
    field = PressRelease.model_fields.get(name)
    title = field.title if field else None
    return words.gettext(title) if title else words(QUOTATION)


def _line(one: LeftOut, words: Words) -> str:
    if not one.words:
        return f"  - {words(one.why)}"
    told = say("{whole}: {part}", whole=one.why, part=_passage(one.words, words))
    return f"  - {words(told)}"


def _passage(text: str, words: Words) -> str:
    """Return the words of a passage between quotation marks, a long one cut."""
    told = harmless(" ".join(text.split()))
    return words(say("“{words}”", words=told if len(told) <= LONGEST else f"{told[:LONGEST]}…"))
