"""Our own finished HTML as a tree, for what is set without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

VOID = frozenset(("br", "hr", "img", "source"))


@dataclass(frozen=True)
class Element:
    """One element: its tag, its attributes, and what it holds, texts and elements in order."""

    tag: str
    attributes: Mapping[str, str]
    children: list[Element | str] = field(default_factory=list)

    def elements(self, *tags: str) -> list[Element]:
        """List the children that are elements of these tags."""
        return [c for c in self.children if isinstance(c, Element) and c.tag in tags]

    def walk(self) -> Iterator[Element]:
        """Yield each element below, in the order of the text."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    @property
    def text(self) -> str:
        """Return the text of all it holds."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)


class _Builder(HTMLParser):
    """Builds the tree; an element nobody closed ends with the one it stands in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for i in range(len(self._open) - 1, 0, -1):
            if self._open[i].tag == tag:
                del self._open[i:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


# A tag as our own pages have it, every value in double quotes.
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+=\"[^\"<>]*\")*)\s*>")
ATTRIBUTE = re.compile(r"([a-z-]+)=\"([^\"]*)\"")


def tree_of(html: str) -> Element:
    """Read finished HTML; give an element without a name that holds it all."""
    words, *rest = TAG.split(html)
    builder = _Builder()
    if any("<" in text for text in (words, *rest[3::4])):  # of another form: a comment, a bare name
        builder.feed(html)
        builder.close()
        return builder.root
    if words:
        builder.handle_data(unescape(words))
    for closing, tag, attributes, after in zip(*[iter(rest)] * 4, strict=True):
        if closing:
            builder.handle_endtag(tag)
        else:
            found = ATTRIBUTE.findall(attributes) if attributes else []
            builder.handle_starttag(tag, [(name, unescape(value)) for name, value in found])
        if after:
            builder.handle_data(unescape(after))
    return builder.root
