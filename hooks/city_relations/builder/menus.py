"""The menu of mkdocs.yml with the titles of its pages, or a menu of all pages where it has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import basename, splitext

from markupsafe import escape

from city_relations.builder.converting import Conversion
from city_relations.builder.doubts import Doubts
from city_relations.builder.files import File
from city_relations.builder.settings import Settings
from city_relations.builder.ways import Way
from city_relations.language.words import say
from city_relations.publish.navigation import Entry
from city_relations.published import Page


@dataclass(frozen=True)
class Menu:
    """The ways of a menu, and what may be known of the pages they lead to, by path.

    `made` are the pages of ours by the path that stands for each, such as `partners/index.md`.
    """

    ways: tuple[Way, ...]
    targets: Mapping[str, File]
    texts: Mapping[str, Conversion]
    made: Mapping[str, Page]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the menu, each page with its title as HTML."""
        return tuple(map(self._entry, self.ways))

    def _entry(self, way: Way) -> Entry:
        if way.ways:
            return Entry(way.title, entries=tuple(map(self._entry, way.ways)))
        target = self.targets.get(way.target)
        if target is None:
            return Entry(way.title, way.target)
        return Entry(self.title(target), target.address, is_page=True)

    def title(self, file: File) -> object:
        """Return what a page is called: in the menu, by its fields, its heading, or its file."""
        named = next((way.title for way in _flat(self.ways) if way.target == file.path), None)
        if named is not None:
            return named
        if made := self.made.get(file.path):
            return escape(made.title)
        text = self.texts.get(file.path)
        if text is None:
            return ""
        if "title" in text.fields:
            return text.fields["title"]
        return text.title or ("Home" if self.is_home(file) else _capitalised(_stem(file)))

    def names(self, file: File) -> bool:
        """Return whether a file stands in the menu."""
        return any(way.target == file.path for way in _flat(self.ways))

    def is_home(self, file: File) -> bool:
        """Return whether a page is the site's first: at its root, and in no section."""
        below = {way.target for section in self.ways for way in _flat(section.ways)}
        return file.is_page and not file.address and file.path not in below


def ways_of(settings: Settings, pages: Iterable[File], doubts: Doubts) -> tuple[Way, ...]:
    """Return the menu as it is written; else every page, in a section for each folder.

    Pages that a written menu leaves out without leave are told.
    """
    pages = [page for page in pages if not page.may_be_outside]
    if settings.ways is None:
        pages.sort(key=lambda page: (page.path.split("/")[:-1], not page.is_index, page.path))
        return tuple(_sections([page.path.split("/") for page in pages]))
    named = {way.target for way in _flat(settings.ways)}
    if lost := [page.path for page in pages if page.path not in named]:
        message = say("these pages of docs/ are in no menu: {files}.", files=", ".join(lost))
        doubts.tell(settings.levels.omitted, message)
    return settings.ways


def _sections(paths: Sequence[Sequence[str]], above: str = "") -> Iterator[Way]:
    """Yield the pages of a folder and a section for each folder in it, in the order they come."""
    done: set[str] = set()
    for first, *below in paths:
        if not below:
            yield Way(None, above + first)
        elif first not in done:
            done.add(first)
            inside = [parts[1:] for parts in paths if parts[0] == first and len(parts) > 1]
            yield Way(_capitalised(first), "", tuple(_sections(inside, f"{above}{first}/")))


def _flat(ways: Iterable[Way]) -> Iterator[Way]:
    for way in ways:
        yield way
        yield from _flat(way.ways)


def _stem(file: File) -> str:
    stem = splitext(basename(file.path))[0]
    return "index" if stem == "README" else stem


def _capitalised(name: str) -> str:
    """Return a name of a file or folder as a title."""
    title = name.replace("-", " ").replace("_", " ")
    return title.capitalize() if title.lower() == title else title
