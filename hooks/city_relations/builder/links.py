"""Links of hand-written pages: authors name files of docs/, readers follow addresses.

They are led as MkDocs leads them: https://www.mkdocs.org/user-guide/writing-your-docs/.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath, splitext
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from city_relations.builder.doubts import Doubts, Level
from city_relations.builder.files import File
from city_relations.builder.levels import Levels
from city_relations.language.words import Text, say
from city_relations.links.addresses import relative

ATTRIBUTES = (("a", "href"), ("img", "src"))


@dataclass(frozen=True)
class Anchor:
    """A place a page leads to: the path of the page it is on, its id, and the link as written."""

    path: str
    id: str
    link: str


class Led(Treeprocessor):
    """Leads the links of a page; `anchors` are the places they lead to."""

    def __init__(
        self, page: File, targets: Mapping[str, File], levels: Levels, doubts: Doubts
    ) -> None:
        """Lead to `targets`, by path below `docs/`."""
        super().__init__()
        self.anchors: list[Anchor] = []
        self._page, self._targets = page, targets
        self._levels, self._doubts = levels, doubts

    def run(self, root: Element) -> None:
        """Replace each link to a file by the way to its address."""
        for element, name in _attributes(root):
            url = element.get(name) or ""
            parts = urlsplit(url)
            if parts.scheme or parts.netloc or self._is_left(url, parts):
                continue
            element.set(name, self._way(url, parts))

    def _is_left(self, url: str, parts: SplitResult) -> bool:
        """Return whether a link stays: to a place of its own page, or an absolute one."""
        if url.startswith(("/", "\\")):
            level = self._levels.absolute
            if level is not None:
                message = say("the link “{link}” begins with “/”: it is left as it is.", link=url)
                self._doubt(level, message)
            return level is not None
        if not parts.path and parts.fragment:
            self.anchors.append(Anchor(self._page.path, parts.fragment, url))
        return AMP_SUBSTITUTE in url or not parts.path

    def _way(self, url: str, parts: SplitResult) -> str:
        """Return the way to a file; a link to none is left as it is."""
        path = unquote(parts.path)
        target = self._targets.get(normpath(join(dirname(self._page.path), path).lstrip("/")))
        if target is None:
            is_file = bool(splitext(path)[1]) or path.startswith("/")
            message = say("the link “{link}” leads to no file: it is left as it is.", link=url)
            self._doubt(self._levels.not_found if is_file else self._levels.unrecognized, message)
            return url
        if parts.fragment:
            self.anchors.append(Anchor(target.path, parts.fragment, url))
        if target.is_left_out:
            message = say("the link “{link}” leads to a file the site does not hold.", link=url)
            self._doubt(min(Level.INFO, self._levels.not_found), message)
        way = relative(target.address, self._page.address)
        return urlunsplit(("", "", way, parts.query, parts.fragment))

    def _doubt(self, level: Level, message: Text) -> None:
        told = say("docs/{file}: {doubt}", file=self._page.path, doubt=message)
        self._doubts.tell(level, told)


def _attributes(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield each element that leads somewhere, and the attribute that says where."""
    for element in root.iter():
        for tag, name in ATTRIBUTES:
            if element.tag == tag:
                yield element, name
