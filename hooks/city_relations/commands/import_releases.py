"""`relations import`: makes drafts of releases that were written elsewhere."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from city_relations.author_files import Refused as RefusedFile
from city_relations.catalog import local
from city_relations.commands.call import Call, Refused
from city_relations.commands.drafting import read_language
from city_relations.commands.dropped import Arrival, dropped, sources_of, take_away
from city_relations.commands.imported import FORMATS
from city_relations.content import DROPPED, Content, read_content
from city_relations.importing.drafts import Draft, Wanted, draft_of
from city_relations.importing.reading import READ
from city_relations.language.words import Text, Words, say
from city_relations.problems import harmless
from city_relations.store import write


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar=words(say("FILE")),
        help=words(
            say(
                "a release or an export of a site: {forms}; by default what lies in {folder}/",
                forms=READ,
                folder=DROPPED,
            )
        ),
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help=words(say("how it is said; “commit”: as the message of a commit")),
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
    """Write each release as a draft, and say what to verify and what was left out.

    Without files, those of the folder where releases are dropped are made drafts, and taken away
    once they are.
    """
    content = read_content(call.root, call.settings)
    taken = set(content.files)
    made: list[Draft] = []
    refused: list[Text] = []
    for arrival in _arrivals(call, content):
        name = harmless(arrival.path.name)
        try:
            sources = sources_of(arrival)
            drafts = [draft_of(one, content, arrival.wanted, taken) for one in sources]
            _write(call, drafts)
        except (RefusedFile, Refused) as error:
            refused.append(say("{whole}: {part}", whole=name, part=error.text))
            continue
        made += drafts
        if not call.options.files:
            take_away(arrival, drafts)
    call.tell(*FORMATS[call.options.format](made, refused, call.words))
    return 1 if refused else 0


def _arrivals(call: Call, content: Content) -> list[Arrival]:
    """Return what is to be read: the files named, or those that were dropped."""
    today = local(content, call.now)
    if call.options.files:
        wanted = _wanted(call, content)
        return [Arrival(path, wanted) for path in call.options.files]
    if call.options.language or call.options.translation_of:
        raise Refused(say("name the file that is written in this language."))
    return dropped(content, today)


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


def _write(call: Call, drafts: list[Draft]) -> None:
    """Write the drafts of a file, all or none, pictures first: no draft names one that lacks."""
    written = [
        *((Path(draft.file).parent / p.name, p.data) for draft in drafts for p in draft.pictures),
        *((Path(draft.file), draft.text.encode("utf-8")) for draft in drafts),
    ]
    for path, _ in written:
        if (call.root / path).exists():
            raise Refused(
                say("{file} is there already: delete it first, or rename it.", file=path.as_posix())
            )
    for path, data in written:
        write(call.root / path, data)
