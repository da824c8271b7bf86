"""`relations tidy`: rewrites records into their canonical form, shown first."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from city_relations.commands.agreeing import difference, is_agreed
from city_relations.commands.call import Call, Refused, is_at_or_below
from city_relations.content import Content, read_content
from city_relations.content.canonical_form import tidied
from city_relations.content.with_forms import has_forms
from city_relations.language.words import Words, say, say_n
from city_relations.store import write

NO_FORMS = say("This city has no forms: nothing is to be done.")


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar=words(say("FILE")),
        help=words(say("tidy only these files; by default all")),
    )
    parser.add_argument(
        "--yes", action="store_true", help=words(say("write the changes without asking"))
    )
    parser.add_argument(
        "--for-forms",
        action="store_true",
        help=words(say("do nothing in a city that has no forms")),
    )


def run(call: Call) -> int:
    """Show what would be written otherwise, then write it if that is agreed to."""
    if call.options.for_forms and not has_forms(call.root / call.settings):
        call.tell(NO_FORMS)
        return 0
    content = read_content(call.root, call.settings)
    chosen = _chosen(call, content)
    unread, changes = [], []
    for file in chosen:
        found = tidied(call.root, call.root / file, content.city)
        if found is None:
            unread.append(file)
        elif found.new != found.text:
            changes.append(found)
    for change in changes:
        call.tell(f"{change.document.file}:", *difference(change.text, change.new))
    if changes and is_agreed(call):
        for change in changes:
            write(call.root / change.document.file, change.new.encode("utf-8"))
        call.tell(say_n("{n} file tidied.", "{n} files tidied.", len(changes)))
    _conclude(call, unread, bool(changes))
    return 1 if unread else 0


def _conclude(call: Call, unread: list[str], changed: bool) -> None:  # noqa: FBT001 - said by its name
    for file in unread:
        call.tell(
            say("{file} is left as it is: mend first what “relations check” says.", file=file)
        )
    if not changed and not unread:
        call.tell(say("Every record is in canonical form."))


def _chosen(call: Call, content: Content) -> list[str]:
    """Return the records of the files and folders named, all of them by default."""
    records = [record.file for record in content.records]
    chosen: list[str] = []
    for file in call.options.files:
        name = call.named(file)
        found = [one for one in records if is_at_or_below(one, name)]
        if not found:
            raise Refused(
                say("“{file}” is no partner's profile and no press release.", file=str(file))
            )
        chosen += found
    return list(dict.fromkeys(chosen)) if call.options.files else records
