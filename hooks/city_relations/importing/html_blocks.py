"""HTML, sound or broken, as the blocks of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement
from markdownify import MarkdownConverter

from city_relations.importing.source import WEB, Block, Kind, Picture, length

HEADINGS = {f"h{n}": n for n in range(1, 7)}
LISTS = ("ul", "ol", "dl")
BLOCKS = frozenset(
    (*HEADINGS, *LISTS, "p", "table", "blockquote", "figure", "pre", "hr", "address")
)
CONTAINERS = frozenset(("div", "section", "article", "main", "body", "center", "td", "th", "html"))
# What is no part of a text.
NO_TEXT = (
    *("script", "style", "template", "noscript", "iframe", "form", "nav", "aside", "svg", "head"),
    *("button", "object", "embed"),
)
STRONG = ("strong", "b")
# What parts the words before an element from its own.
ENDS = dict.fromkeys(("br", "li", "tr", "p", "dt", "dd"), "\n") | {"td": " ", "th": " "}
LONG_CELL = 160  # signs: a cell that holds more is there for the layout
SAFE = re.compile(rf"{WEB.pattern}\S+$")
BLANKS = re.compile(r"[ \t\r\n\u00a0]+")

FindPicture = Callable[[str], bytes]


def markdown_of(element: Tag) -> str:
    """Return an element as Markdown."""
    converter = MarkdownConverter(
        heading_style="atx",
        bullets="-",
        escape_misc=False,
        escape_underscores=False,
        newline_style="backslash",
    )
    return re.sub(r"\n{3,}", "\n\n", str(converter.convert_soup(element))).strip()


def links_lost(html: str, base: str = "") -> list[str]:
    """List where links lead that mean nothing outside the page they stood on."""
    hrefs = (str(link.get("href", "")) for link in BeautifulSoup(html, "html.parser")("a"))
    return [href for href in dict.fromkeys(hrefs) if href and not _target(href, base)]


def _target(href: str, base: str) -> str:
    """Return where a link leads from anywhere; nothing where that cannot be known."""
    try:
        target = urljoin(base, href.strip())
    except ValueError:
        return ""
    return target if SAFE.match(target) else ""


def blocks_of(html: str, find: FindPicture = lambda _: b"", base: str = "") -> tuple[Block, ...]:
    """Return the blocks of HTML; `find` gives the bytes of a picture by its address.

    Links that begin at `base` are told in full; those that lead nowhere are their words alone.
    """
    soup = BeautifulSoup(html, "html.parser")
    for element in soup(NO_TEXT):
        element.decompose()
    for link in soup("a"):
        if target := _target(str(link.get("href", "")), base):
            link["href"] = target
        else:
            link.unwrap()
    return tuple(_blocks(soup, find))


def _blocks(element: Tag, find: FindPicture) -> Iterator[Block]:
    """Yield the blocks inside an element; loose passages between them are paragraphs."""
    loose: list[PageElement] = []
    for child in list(element.children):
        if isinstance(child, Tag) and (child.name in BLOCKS or _holds_blocks(child)):
            yield from _paragraph(loose, find)
            loose = []
            yield from _block(child, find)
        elif isinstance(child, (Tag, NavigableString)) and type(child) in (Tag, NavigableString):
            loose.append(child)
    yield from _paragraph(loose, find)


def _holds_blocks(element: Tag) -> bool:
    return element.name in CONTAINERS or element.find(tuple(BLOCKS)) is not None


def _block(element: Tag, find: FindPicture) -> Iterator[Block]:
    name = element.name
    if name == "hr":
        return
    if name == "table":
        yield from _table(element, find)
    elif name in LISTS and _text(element):
        yield Block(Kind.LIST, markdown_of(element), _text(element))
    elif name == "blockquote" and _text(element):
        yield Block(Kind.QUOTE, markdown_of(element), _text(element))
    elif name == "figure":
        yield from _figure(element, find)
    elif name in HEADINGS:
        yield from _pictures(element, find)
        if text := _text(element):
            yield Block(Kind.HEADING, text, text, HEADINGS[name], strong=True)
    elif name in ("p", "pre", "address"):
        yield from _paragraph(list(element.children), find)
    else:
        yield from _blocks(element, find)


def _table(element: Tag, find: FindPicture) -> Iterator[Block]:
    """Yield a table of data as one; of one that only makes the layout, what its cells hold."""
    rows = element.find_all("tr")
    cells = [row.find_all(["td", "th"]) for row in rows]
    widest = max(map(len, cells), default=0)
    is_layout = (
        len(rows) < 2  # noqa: PLR2004 - a table of one row
        or widest < 2  # noqa: PLR2004 - or of one column
        or element.find("table") is not None
        or any(length(_text(cell)) > LONG_CELL for row in cells for cell in row)
    )
    if is_layout:
        for row in cells:
            for cell in row:
                if cell.find_parent("table") is element:
                    yield from _blocks(cell, find)
        return
    yield from _pictures(element, find)
    if not element.find("th"):  # Markdown knows no table without a head
        for cell in cells[0]:
            cell.name = "th"
    for paragraph in element.find_all("p"):
        paragraph.unwrap()
    yield Block(Kind.TABLE, markdown_of(element), _text(element))


def _figure(element: Tag, find: FindPicture) -> Iterator[Block]:
    caption = element.find("figcaption")
    words = _text(caption) if isinstance(caption, Tag) else ""
    found = list(_pictures(element, find, words))
    yield from found
    if isinstance(caption, Tag):
        caption.decompose()
    if not found or _text(element):
        yield from _blocks(element, find)


def _pictures(element: Tag, find: FindPicture, caption: str = "") -> Iterator[Block]:
    """Yield the pictures inside an element, and take them out."""
    for image in element.find_all("img"):
        source, alt = str(image.get("src", "")), BLANKS.sub(" ", str(image.get("alt", ""))).strip()
        picture = Picture(source, find(source), alt, caption)
        image.extract()
        yield Block(Kind.PICTURE, "", "", picture=picture)


def _paragraph(children: list[PageElement], find: FindPicture) -> Iterator[Block]:
    """Yield a paragraph, its pictures before it."""
    paragraph = Tag(name="p")
    for child in children:
        paragraph.append(child)
    yield from _pictures(paragraph, find)
    text = _text(paragraph)
    if text:
        strong = "".join(_text(one) for one in paragraph.find_all(STRONG))
        is_strong = len(BLANKS.sub("", strong)) >= len(BLANKS.sub("", text))
        yield Block(Kind.TEXT, markdown_of(paragraph), text, strong=is_strong)


def _text(element: Tag) -> str:
    """Return an element's words, its lines kept apart."""
    told = "".join(map(_words, element.descendants))
    return "\n".join(filter(None, (line.strip() for line in told.split("\n"))))


def _words(part: PageElement) -> str:
    if isinstance(part, Tag):
        return ENDS.get(part.name, "")
    return BLANKS.sub(" ", str(part)) if type(part) is NavigableString else ""
