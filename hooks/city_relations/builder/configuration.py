"""mkdocs.yml as values of known types, each wrong one told with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from city_relations.builder.tags import Loader, TagError
from city_relations.documents import MARKDOWN_LIMIT
from city_relations.documents.text_files import read_text
from city_relations.documents.yaml_reader import read_section
from city_relations.language.words import Text, say
from city_relations.problems import ContentError, Problem

READABLE = say("a value that YAML can read")
TEXT, TRUTH, LIST, MAP = (say("a text"), say("true or false"), say("a list"), say("a map"))


class Configuration:
    """The settings of a file; `problems` are those met until now."""

    def __init__(self, file: Path, environ: Mapping[str, str]) -> None:
        """Read the file; raises ContentError where it is no text or no YAML."""
        self.file, self.problems = file, list[Problem]()
        text, faults = read_text(file.parent, file, MARKDOWN_LIMIT)
        if any(not fault.remark for fault in faults):
            raise ContentError(faults)
        try:
            self._loader = Loader(text, environ)
            self._root = self._loader.get_single_node()
        except (yaml.YAMLError, RecursionError):
            self.problems += read_section(text, file.name, ()).problems
            if not self.problems:
                self.wrong(None, "", READABLE)
            raise ContentError(self.problems) from None

    def at(self, *path: str) -> yaml.Node | None:
        """Return what stands at a path of names, or nothing."""
        node = self._root
        for name in path:
            node = next((value for key, value in _pairs(node) if key.value == name), None)
        return node

    def names(self) -> Iterator[str]:
        """Yield the name of each setting."""
        yield from (str(key.value) for key, _ in _pairs(self._root))

    def value(self, node: yaml.Node | None) -> object:
        """Return a value as YAML means it; what it cannot mean is told, and is nothing."""
        try:
            return self._loader.construct_object(node, deep=True) if node else None
        except TagError as error:
            message = say(
                "“{tag}” is not run here; what may stand here: {known}.",
                tag=error.node.tag.replace("tag:yaml.org,2002:", "!!"),
                known=", ".join(error.known),
            )
            self.tell(error.node, "", message, "tag-not-run")
        except (yaml.YAMLError, ValueError):
            self.wrong(node, "", READABLE)
        return None

    def text(self, *path: str) -> str:
        """Return a text, or nothing."""
        found = self._typed(path, str, TEXT)
        return found if isinstance(found, str) else ""

    def truth(self, *path: str) -> bool | None:
        """Return whether something is said, or nothing."""
        found = self._typed(path, bool, TRUTH)
        return found if isinstance(found, bool) else None

    def entries(self, *path: str) -> list[yaml.Node]:
        """Return what a list holds; a map is a list of its pairs."""
        node = self.at(*path)
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        if isinstance(node, yaml.MappingNode):
            return [yaml.MappingNode(node.tag, [pair], *_marks(pair[0])) for pair in node.value]
        self._typed(path, list, LIST)
        return []

    def named(self, *path: str) -> Iterator[tuple[yaml.Node, str, Mapping[str, object]]]:
        """Yield each entry of a list that is a name, or a name with its options."""
        for node in self.entries(*path):
            told = self.value(node)
            if isinstance(told, str):
                yield node, told, {}
            elif isinstance(told, dict) and len(told) == 1:
                ((name, options),) = told.items()
                if options is None or isinstance(options, dict):
                    yield node, str(name), options or {}
                else:
                    self.wrong(node, ".".join(path), MAP)
            elif told is not None:
                self.wrong(node, ".".join(path), TEXT)

    def tell(self, node: yaml.Node | None, name: str, message: Text, rule: str) -> None:
        """Note a problem of a setting, at its value."""
        mark = node.start_mark if node else None
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.problems.append(Problem(self.file.name, line, column, name, message, rule=rule))

    def wrong(self, node: yaml.Node | None, name: str, shape: Text) -> None:
        """Note that a setting is of another kind than it must be."""
        message = say("this setting must be {shape}.", shape=shape)
        self.tell(node, name, message, "setting-of-another-kind")

    def _typed(self, path: tuple[str, ...], kind: type, shape: Text) -> object:
        node = self.at(*path)
        found = self.value(node)
        if found is not None and not isinstance(found, kind):
            self.wrong(node, ".".join(path), shape)
        return found


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _marks(node: yaml.Node) -> tuple[yaml.Mark, yaml.Mark]:
    return node.start_mark, node.end_mark
