"""A hand-written page read and converted: its text, its headings, its title and its anchors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from typing import TypedDict
from xml.etree.ElementTree import Element

import yaml
from markdown import Markdown
from markdown.extensions.toc import remove_fnrefs, render_inner_html, strip_tags
from markdown.treeprocessors import Treeprocessor

from city_relations.builder.doubts import Doubts
from city_relations.builder.files import File
from city_relations.builder.links import Anchor, Led
from city_relations.builder.settings import Settings
from city_relations.published import Heading

FRONT = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)


@dataclass(frozen=True)
class Conversion:
    """A page converted: `title` is that of its first heading, if any, as HTML.

    `ids` are the places that links may lead to, `anchors` those that its own links lead to.
    """

    file: File
    fields: Mapping[str, object]
    html: str
    headings: tuple[Heading, ...]
    title: str
    ids: frozenset[str]
    anchors: tuple[Anchor, ...]


def convert(
    file: File, targets: Mapping[str, File], settings: Settings, doubts: Doubts
) -> Conversion:
    """Return a page converted as MkDocs converts it, with the extensions of mkdocs.yml."""
    fields, markdown = _read(file)
    converter = settings.extensions.converter(file.source)
    links, title = Led(file, targets, settings.levels, doubts), _Title(converter)
    converter.treeprocessors.register(links, "relpath", 0)
    converter.treeprocessors.register(title, "title", 1)  # before links are led, as MkDocs does
    html = converter.convert(markdown)
    tokens: list[_Token] = getattr(converter, "toc_tokens", [])
    return Conversion(
        file=file,
        fields=fields,
        html=html,
        headings=tuple(_headings(tokens)),
        title=title.found,
        ids=_Ids(html).found,
        anchors=tuple(links.anchors),
    )


def _read(file: File) -> tuple[dict[str, object], str]:
    """Return the fields of a page, typed as YAML is, and its Markdown."""
    text = file.source.read_text(encoding="utf-8-sig")
    front = FRONT.match(text)
    fields = yaml.safe_load(front[1]) if front else None
    if not front or not isinstance(fields, dict):
        return {}, text
    return fields, text[front.end() :].lstrip("\n")


class _Token(TypedDict):
    level: int
    id: str
    name: str
    children: list[_Token]


def _headings(tokens: Iterable[_Token]) -> Iterator[Heading]:
    for token in tokens:
        yield Heading(token["id"], unescape(token["name"]), token["level"])
        yield from _headings(token["children"])


class _Title(Treeprocessor):
    """Finds the title of a page: its first heading, where the page begins with it."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.found = ""

    def run(self, root: Element) -> None:
        """Note the words of the heading, a picture being its alternative."""
        first = next(iter(root), None)
        if first is None or first.tag != "h1":
            return
        heading = remove_fnrefs(deepcopy(first))
        if len(heading) and heading[-1].get("class") == "headerlink":
            heading.remove(heading[-1])
        for picture in heading.iter("img"):
            picture.tag, picture.text = "span", picture.get("alt")
        self.found = strip_tags(render_inner_html(heading, self.md))


class _Ids(HTMLParser):
    """Finds the places of a text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._ids: set[str] = set()
        self.feed(html)

    @property
    def found(self) -> frozenset[str]:
        """Return their ids."""
        return frozenset(self._ids)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an id, and the name of an `a`."""
        self._ids |= {v or "" for k, v in attrs if k == "id" or (k == "name" and tag == "a")}
