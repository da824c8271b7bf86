"""Plain texts, Markdown and web pages as sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from city_relations.author_files import Refused
from city_relations.importing.html_blocks import blocks_of, links_lost
from city_relations.importing.lines import BULLET, goes_on, joined
from city_relations.importing.source import NOWHERE, WEB, Block, Kind, LeftOut, Picture, Source
from city_relations.language.plain_text import plain_text
from city_relations.language.raised import beside_the_line
from city_relations.language.words import say

HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*")
TABLE = re.compile(r"\|.*\|")
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
MARKS = re.compile(r"(\*\*|__|\*|(?<!\w)_|_(?!\w))")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
# A link to be told in full, and a picture: what is named from a file of its own is not here.
TARGET = re.compile(r"(?<!!)\[(?P<words>[^\]\n]*)\]\((?P<to>[^)\s]*)\)")
PICTURE = re.compile(r"!\[(?P<alt>[^\]\n]*)\]\((?P<to>[^)\s]*)[^)\n]*\)")
BRACKETED = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
DATES = ("article:published_time", "date", "dc.date", "dcterms.date", "datepublished")


def decoded(data: bytes) -> str:
    """Return the text of a file in UTF-8, in UTF-16 or as Windows saves it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_text(name: str, data: bytes) -> Iterator[Source]:
    """Yield the release of a plain text, in Markdown or not.

    Raises Refused for what is no text.
    """
    if b"\0" in data[:1000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused(say("this is not a text: a picture or a Word document under another name?"))
    text = decoded(data)
    lost = [one["to"] for one in TARGET.finditer(text) if not WEB.match(one["to"])]
    yield Source(name, blocks_of_text(text), left_out=tuple(LeftOut(NOWHERE, to) for to in lost))


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text: paragraphs are parted by blank lines."""
    text = PICTURE.sub(
        r"\n\n\g<0>\n\n",
        FRONT.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")),
    )
    text = TARGET.sub(lambda one: one[0] if WEB.match(one["to"]) else one["words"], text)
    paragraphs: list[str] = []
    for part in re.split(r"\n[ \t\u00a0]*\n", text):
        told = joined(part.split("\n"))
        if paragraphs and goes_on(paragraphs[-1], told):
            paragraphs[-1] += f" {told}"
        elif told:
            paragraphs.append(told)
    return tuple(map(_block, paragraphs))


def _block(paragraph: str) -> Block:
    told = beside_the_line(paragraph)
    lines = told.split("\n")
    plain = bare(told)
    if shown := PICTURE.fullmatch(told):
        picture = Picture(shown["to"], alt=shown["alt"])
        return Block(Kind.PICTURE, "", "", picture=picture)
    if heading := HEADING.fullmatch(told):
        return Block(Kind.HEADING, bare(heading[2]), bare(heading[2]), len(heading[1]), strong=True)
    if all(BULLET.match(line) for line in lines) and len(lines) > 1:
        items = "\n".join(_item(line) for line in lines)
        return Block(Kind.LIST, items, plain)
    if len(lines) > 1 and all(TABLE.fullmatch(line) for line in lines):
        return Block(Kind.TABLE, told, plain)
    if all(line.startswith(">") for line in lines):
        return Block(Kind.QUOTE, told, "\n".join(line.lstrip("> ") for line in lines))
    strong = bool(re.fullmatch(r"(\*\*|__)[^*_]+\1", told))
    return Block(Kind.TEXT, told, plain, strong=strong)


def _item(line: str) -> str:
    found = BULLET.match(line)
    mark = found[0].strip() if found else "-"
    return f"{mark if mark[0].isdigit() else '-'} {BULLET.sub('', line)}"


def bare(markdown: str) -> str:
    """Return a passage without the marks of Markdown."""
    return MARKS.sub("", BRACKETED.sub(r"\1", LINK.sub(r"\1", markdown))).strip()


def read_page(name: str, data: bytes) -> Iterator[Source]:
    """Yield the release of a web page: what is around its text is left out."""
    soup = BeautifulSoup(data, "html.parser")
    for element in soup(["header", "footer"]):
        if element.find("h1") is None or element.name == "footer":
            element.decompose()
    title = soup.find("title")
    moment = soup.find("time", attrs={"datetime": True})
    date = str(moment.get("datetime", "")) if isinstance(moment, Tag) else _said_date(soup)
    link = soup.find("link", rel="canonical")
    main = str(next(filter(None, (soup.find(one) for one in ("article", "main", "body"))), soup))
    address = str(link.get("href", "")) if isinstance(link, Tag) else ""
    yield Source(
        name,
        blocks_of(main, base=address),
        title=plain_text(title.get_text()) if isinstance(title, Tag) else "",
        date=date[:10],
        address=address,
        left_out=tuple(LeftOut(NOWHERE, href) for href in links_lost(main, address)),
    )


def _said_date(soup: BeautifulSoup) -> str:
    for meta in soup.find_all("meta"):
        named = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "")
        if named.lower() in DATES:
            return str(meta.get("content", ""))
    return ""
