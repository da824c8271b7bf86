"""The menu of the site's configuration, and which hand-written pages it may leave out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from pathspec.gitignore import GitIgnoreSpec

from city_relations.content.settings_tree import settings_tree
from city_relations.documents.reading import Place


@dataclass(frozen=True)
class MenuEntry:
    """Where an entry of the menu leads, below `docs/` or on the web, and where it stands."""

    target: str
    place: Place


@dataclass(frozen=True)
class Menu:
    """The entries of a menu; `names_all` when the build refuses pages that it leaves out."""

    entries: tuple[MenuEntry, ...] = ()
    outside: str = ""
    names_all: bool = False

    def may_lack(self, page: str) -> bool:
        """Return whether a page may stand outside the menu, by the patterns of `not_in_nav`."""
        return GitIgnoreSpec.from_lines(self.outside.splitlines()).match_file(page)


def read_menu(path: Path) -> Menu:
    """Read the menu of a configuration; one that cannot be read, or is not there, is empty."""
    root = settings_tree(path)
    omitted = _at(root, "validation", "nav", "omitted_files") or _at(
        root, "validation", "omitted_files"
    )
    outside = _at(root, "not_in_nav")
    return Menu(
        tuple(_entries(_at(root, "nav"))),
        str(outside.value) if isinstance(outside, yaml.ScalarNode) else "",
        isinstance(omitted, yaml.ScalarNode) and omitted.value == "warn",
    )


def _at(node: yaml.Node | None, *path: str) -> yaml.Node | None:
    for name in path:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for key, value in pairs if key.value == name), None)
    return node


def _entries(node: yaml.Node | None) -> Iterator[MenuEntry]:
    if isinstance(node, yaml.ScalarNode) and node.value:
        mark = node.start_mark
        yield MenuEntry(str(node.value), Place(mark.line + 1, mark.column + 1))
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _entries(entry)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _entries(value)
