"""The Markdown extensions of mkdocs.yml, with their options, as Python-Markdown takes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path

import yaml
from markdown import Markdown

from city_relations.builder.configuration import Configuration
from city_relations.builder.tags import Folder
from city_relations.content.written_pages import PAGES
from city_relations.language.words import say

BUILTIN = ("toc", "tables", "fenced_code")  # those MkDocs brings
KNOWN = ("markdown.extensions.", "pymdownx.")
Options = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True)
class Extensions:
    """Extensions by name, in order, and their options; `root` is the folder of mkdocs.yml."""

    root: Path
    names: tuple[str, ...]
    options: Options

    def converter(self, page: Path) -> Markdown:
        """Return a converter for the text of a file."""
        docs = self.root / PAGES

        def placed(value: object) -> object:
            if isinstance(value, Folder):
                return value.where(self.root, docs, page.parent)
            if isinstance(value, dict):
                return {name: placed(one) for name, one in value.items()}
            return [placed(one) for one in value] if isinstance(value, list) else value

        options = {
            name: {key: placed(value) for key, value in told.items()}
            for name, told in self.options.items()
        }
        return Markdown(extensions=list(self.names), extension_configs=options)


def read_extensions(told: Configuration) -> Extensions:
    """Read the extensions; one that is not installed, or refuses its options, is told."""
    known = {entry.name for entry in entry_points(group="markdown.extensions")}
    found: dict[str, Mapping[str, object]] = {name: {} for name in BUILTIN}
    for node, name, options in told.named("markdown_extensions"):
        if name not in known and not name.startswith(KNOWN):
            message = say(
                "no installed package brings the Markdown extension “{name}”: install one that "
                "does, or take it out.",
                name=name,
            )
            told.tell(_name(node), "markdown_extensions", message, "extension-unknown")
        elif reason := _refused(told.file, name, options):
            message = say(
                "the Markdown extension “{name}” cannot be used so: {reason}",
                name=name,
                reason=reason,
            )
            told.tell(_name(node), "markdown_extensions", message, "extension-not-usable")
        found[name] = options or found.get(name, {})
    told_of = {name: own for name, own in found.items() if own}
    return Extensions(told.file.parent, tuple(found), told_of)


def _refused(file: Path, name: str, options: Mapping[str, object]) -> str:
    """Return why an extension takes no such options, in its own words, or nothing."""
    try:
        Extensions(file.parent, (name,), {name: options}).converter(file)
    except Exception as error:  # noqa: BLE001 - extensions raise whatever they like
        return f"{type(error).__name__}: {error}".rstrip(": ")
    return ""


def _name(node: yaml.Node) -> yaml.Node:
    """Return the name of an extension, which may be followed by its options."""
    return node.value[0][0] if isinstance(node, yaml.MappingNode) else node
