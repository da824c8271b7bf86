"""The addresses that a page or style sheet names, and the anchors a page has."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# What a browser fetches by itself, without a reader's click.
FETCHED = {
    *(("img", "src"), ("script", "src"), ("iframe", "src"), ("source", "src"), ("video", "src")),
    *(("audio", "src"), ("embed", "src"), ("object", "data"), ("input", "src"), ("track", "src")),
    *(("video", "poster"), ("image", "href"), ("use", "href"), ("body", "background")),
}
# Where what a reader types is sent.
SENT = {("form", "action"), ("button", "formaction"), ("input", "formaction")}
RELATIONS_FETCHED = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect"}
STYLE_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)|@import\s*(?:"([^"]*)"|'([^']*)')""",
    re.IGNORECASE,
)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def in_styles(css: str) -> list[str]:
    """List what a style sheet fetches: by `url()` and by `@import`."""
    found = STYLE_ADDRESS.findall(COMMENT.sub("", css))
    return [address for group in found if (address := "".join(group))]


def in_srcset(value: str) -> list[str]:
    """List the addresses of a `srcset`: a comma alone may be part of one."""
    parts = re.split(r",\s+|,$|\s+[\d.]+[wx]\s*,", value)
    return [part.split()[0].rstrip(",") for part in parts if part.strip()]


@dataclass
class Named:
    """What a page names: `links` to follow, what is `fetched` or `sent` unasked, its `anchors`."""

    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.named = Named()
        self.in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element points to and is called."""
        given = {name: value or "" for name, value in attrs}
        relations = set(given.get("rel", "").lower().split())
        self.in_style = tag == "style"
        for name, value in given.items():
            self._attribute(tag, name, value, fetches=bool(relations & RELATIONS_FETCHED))

    def _attribute(self, tag: str, name: str, value: str, *, fetches: bool) -> None:
        named = self.named
        if (tag, name) in FETCHED | SENT or (tag == "link" and name == "href" and fetches):
            named.fetched.append(value)
        elif name in ("srcset", "imagesrcset"):
            named.fetched += in_srcset(value)
        elif name == "style":
            named.fetched += in_styles(value)
        elif name == "href" and tag in ("a", "area", "link"):
            named.links.append(value)
        elif name == "id" or (name == "name" and tag == "a"):
            named.anchors.add(value)

    def handle_endtag(self, tag: str) -> None:
        """Note where a style sheet ends."""
        self.in_style = self.in_style and tag != "style"

    def handle_data(self, data: str) -> None:
        """Note what a style sheet in the page fetches."""
        if self.in_style:
            self.named.fetched += in_styles(data)


def in_page(html: str) -> Named:
    """Return everything a page names."""
    page = _Page()
    page.feed(html)
    page.close()
    return page.named
