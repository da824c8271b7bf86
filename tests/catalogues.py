"""Renews the catalogues from the code, each in two halves: the readers' words and the staff's.

A sentence is the readers' where a room says it whose words reach a page, a feed, a calendar or a
table; every other one is told to the staff alone. A wording is kept whichever half its sentence
was in: code may move. `make words` runs it; a language begins with an empty `readers.po` (or
`staff.po`) in its folder, and a half that nobody began is not written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from building import ROOT
from city_relations.language.words import HALVES, LOCALES, READERS, STAFF
from city_relations.open_data.tables import tables
from small_city import catalog_of, edition_of

CORE = ROOT / "hooks" / "city_relations"
# The rooms and modules whose sentences reach readers.
ROOMS_OF_READERS = (
    "catalog/journal.py",
    "dates/also.py",
    "dates/hours.py",
    "dates/lexicon.py",
    "dates/telling.py",
    "dates/recurrence_telling.py",
    "dates/recurrence_wordings.py",
    "dates/telling_parts.py",
    "dates/wordings.py",
    "due/__init__.py",
    "due/calendar.py",
    "head/",
    "law/",
    "links/access.py",
    "links/addresses.py",
    "links/places.py",
    "mailing/letters.py",
    "maps/",
    "open_data/",
    "outputs/",
    "press/",
    "publish/frame.py",
    "publish/layout.py",
    "publish/menus.py",
    "publish/stand_ins.py",
    "publish/weighing.py",
    "rendering/attending.py",
    "rendering/context.py",
    "rendering/facets.py",
    "rendering/numbers.py",
    "rendering/paging.py",
    "rendering/prose.py",
    "rendering/tables.py",
    "reports/",
    "rendering/templating.py",
    "schema/choices/",
    "schema/countries.py",
    "schema/world_regions.py",
    "search/",
    "servers/",
    "starter/",
    "theme/",
    "ties/",
    "timeline/",
)
METHODS = [("**.py", "python"), ("**.html", "jinja2.ext.babel_extract")]
KEYWORDS = {
    **dict.fromkeys(("say", "_", "gettext", "N_")),
    **dict.fromkeys(("say_n", "ngettext"), (1, 2)),
    **dict.fromkeys(("say_in", "pgettext"), ((1, "c"), 2)),
    "npgettext": ((1, "c"), 2, 3),
}
Key = tuple[str, str | None]


def key_of(entry: Message) -> Key:
    """Return what a sentence is found by: its English, the first form of two, and its context."""
    return (entry.id if isinstance(entry.id, str) else entry.id[0]), entry.context


def spoken(entry: Message) -> bool:
    """Return whether an entry has its wording, for every number where it depends on one."""
    told = entry.string
    return bool(told) if isinstance(told, str) else bool(told) and all(told)


def written() -> dict[str, Catalog]:
    """Return the sentences of the code and the templates, by half, without wordings."""
    found = {half: Catalog() for half in HALVES}
    options = {"**.html": {"encoding": "utf-8", "silent": "false"}}
    said = sorted(extract_from_dir(CORE, METHODS, options, KEYWORDS), key=lambda one: one[0])
    readers = {(_first(one[2]), one[4]) for one in said if one[0].startswith(ROOMS_OF_READERS)}
    readers |= {(told, None) for told in explained()}
    for _, _, message, _, context in said:
        half = READERS if (_first(message), context) in readers else STAFF
        found[half].add(message, context=context)
    return found


def explained() -> Iterator[str]:
    """Yield what the declarations say of the fields that are open data: readers meet it there."""
    with TemporaryDirectory() as folder:
        edition = edition_of(catalog_of(Path(folder) / "city"))
        for table in tables(edition):
            for column in table.columns:
                said = (*column.titles, column.description)
                yield from (told for told in said if isinstance(told, str))


def _first(message: str | tuple[str, ...]) -> str:
    return message if isinstance(message, str) else message[0]


def entries(path: Path, language: str) -> dict[Key, Message]:
    """Return the entries of a catalogue by sentence and context."""
    with path.open("rb") as file:
        return {key_of(one): one for one in read_po(file, locale=language) if one.id}


def renew(folder: Path, language: str, halves: Mapping[str, Catalog]) -> None:
    """Write the halves of one language that were begun, each wording where its sentence is now."""
    files = sorted(folder.glob("*.po"))
    told: dict[Key, Message] = {}
    for path in files:
        told |= {key: one for key, one in entries(path, language).items() if spoken(one)}
    begun = {path.stem for path in files}
    for half, sentences in halves.items():
        if half in begun or any(key_of(one) in told for one in sentences if one.id):
            _write(folder / f"{half}.po", language, sentences, told)
    for path in files:
        if path.stem not in halves:
            path.unlink()


def _write(path: Path, language: str, sentences: Catalog, told: Mapping[Key, Message]) -> None:
    """Write one half: every sentence of the code, with its wording if it has one."""
    made = Catalog(locale=language)
    for sentence in filter(lambda one: one.id, sentences):
        entry = made.add(sentence.id, context=sentence.context)
        entry.string = _wording(entry, told.get(key_of(sentence)), made.num_plurals)
    with path.open("wb") as file:
        write_po(file, made, width=100, no_location=True, omit_header=True, sort_output=True)


def _wording(entry: Message, told: Message | None, forms: int) -> str | tuple[str, ...]:
    """Return the wording of a sentence, in as many forms as the language has numbers."""
    known = told.string if told else ""
    if isinstance(entry.id, str):
        return known if isinstance(known, str) else known[0]
    several = (known,) if isinstance(known, str) else tuple(known)
    return (several + ("",) * forms)[:forms]


def languages() -> Iterator[tuple[str, Path]]:
    """Yield each language with a catalogue, and its folder."""
    for folder in sorted(LOCALES.glob("*/LC_MESSAGES")):
        yield folder.parent.name, folder


def main() -> None:
    """Renew every catalogue."""
    halves = written()
    for language, folder in languages():
        renew(folder, language, halves)


if __name__ == "__main__":
    sys.exit(main())
