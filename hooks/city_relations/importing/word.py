"""Word documents (ISO 29500) as sources: text, pictures, and what is told beside the text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import mammoth

from city_relations.attachments.forms import FORMS
from city_relations.attachments.office import UNSOUND, broken, has_comments
from city_relations.author_files import Refused
from city_relations.importing.html_blocks import blocks_of
from city_relations.importing.source import COMMENT, STRUCK_OUT, LeftOut, Source

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Titre'] => h1:fresh
p[style-name='Titel'] => h1:fresh
p[style-name='Subtitle'] => p > strong:fresh
p[style-name='Sous-titre'] => p > strong:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Citation'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
u => em
"""
MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
CALL = re.compile(r'<sup><a href="#((?:foot|end)note-\d+)" id="[^"]*">\[(\d+)\]</a></sup>')
NOTES = re.compile(r'<ol>(<li id="(?:foot|end)note-.*)</ol>\s*\Z', re.DOTALL)
NOTE = re.compile(r'<li id="(?:foot|end)note-\d+">(.*?)</li>', re.DOTALL)
BACK = re.compile(r'<a href="#(?:foot|end)note-ref-\d+">.*?</a>')
WORDS = re.compile(r"<[^>]*>")


def read_docx(name: str, data: bytes) -> Iterator[Source]:
    """Yield the release of a Word document.

    Raises Refused for an old, locked, broken or programmed one, and for one that holds no text.
    """
    form = FORMS[".docx"]
    has_comments(data, form)
    pictures: dict[str, bytes] = {}

    def keep(image: Any) -> dict[str, str]:
        address = f"picture-{len(pictures) + 1}.{image.content_type.rpartition('/')[2]}"
        with image.open() as opened:
            pictures[address] = opened.read()
        return {"src": address}

    try:
        converted = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=mammoth.images.img_element(keep), style_map=STYLES
        )
        margins, left_out = _beside(data)
    except (*UNSOUND, KeyError, AttributeError, ET.ParseError):
        raise Refused(broken(form)) from None
    html, notes = _with_notes(converted.value)
    blocks = blocks_of(html, lambda address: pictures.get(address, b""))
    yield Source(name, (*blocks, *blocks_of(notes)), margins, left_out=tuple(left_out))


def _with_notes(html: str) -> tuple[str, str]:
    """Return the text with its notes called as Markdown calls them, and the notes."""
    found = NOTES.search(html)
    if not found:
        return html, ""
    notes = NOTE.findall(found[1])
    told = "".join(
        f"<p>[^{n}]: {WORDS.sub('', BACK.sub('', note)).strip()}</p>"
        for n, note in enumerate(notes, 1)
    )
    return CALL.sub(r"[^\2]", html[: found.start()]), told


def _beside(data: bytes) -> tuple[tuple[str, ...], list[LeftOut]]:
    """Return the lines of heads and feet of pages, and what somebody noted or struck out."""
    margins: list[str] = []
    left_out: list[LeftOut] = []
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for part in sorted(packed.namelist()):
            if MARGIN.fullmatch(part):
                margins += [line for line in _lines(packed.read(part)) if line not in margins]
        left_out += _noted(packed, "word/comments.xml")
        document = ET.fromstring(packed.read("word/document.xml"))  # noqa: S314 - no entity is defined: see has_comments
    struck = ["".join(one.itertext()).strip() for one in document.iter(f"{W}del")]
    left_out += [LeftOut(STRUCK_OUT, words) for words in filter(None, struck)]
    return tuple(margins), left_out


def _noted(packed: zipfile.ZipFile, part: str) -> Iterator[LeftOut]:
    if part in packed.namelist():
        root = ET.fromstring(packed.read(part))  # noqa: S314 - as above
        for comment in root.iter(f"{W}comment"):
            yield LeftOut(COMMENT, "".join(comment.itertext()).strip())


def _lines(data: bytes) -> Iterator[str]:
    for paragraph in ET.fromstring(data).iter(f"{W}p"):  # noqa: S314 - as above
        if line := " ".join("".join(paragraph.itertext()).split()):
            yield line
