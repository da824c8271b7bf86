"""`relations tidy`: rewrites records into their canonical form, shown first."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from city_relations.commands.call import Call, Refused
from city_relations.content import Content, read_content
from city_relations.content.canonical_form import Tidied, tidied
from city_relations.language.words import Words, say, say_n
from city_relations.problems import harmless
from city_relations.schema.answers import yes_or_no
from city_relations.store import write


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


def run(call: Call) -> int:
    """Show what would be written otherwise, then write it if that is agreed to."""
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
        call.tell(*_difference(change))
    if changes and _is_agreed(call):
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
        path = (Path.cwd() / file).resolve()
        root = call.root.resolve()
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
        found = [one for one in records if name in (one, ".") or one.startswith(f"{name}/")]
        if not found:
            raise Refused(
                say("“{file}” is no partner's profile and no press release.", file=str(file))
            )
        chosen += found
    return list(dict.fromkeys(chosen)) if call.options.files else records


def _is_agreed(call: Call) -> bool:
    if call.options.yes:
        return True
    if call.ask is None:
        call.tell(say("Nothing was written: to write these changes, add “--yes”."))
        return False
    return bool(yes_or_no(call.ask(call.words(say("Write these changes? [y/N] ")))))


def _difference(change: Tidied) -> Iterator[str]:
    """Show the lines that change as they stand and as they will."""
    yield f"{change.document.file}:"
    old, new = change.text.split("\n"), change.new.split("\n")
    for line in [*unified_diff(old, new, lineterm="", n=0)][2:]:
        if not line.startswith("@@"):
            yield f"  {line[0]} {harmless(line[1:])}"
