"""OpenDocument texts (ISO 26300) as sources."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from html import escape
from xml.etree import ElementTree as ET

from city_relations.attachments.forms import FORMS
from city_relations.attachments.office import UNSOUND, broken, has_comments
from city_relations.author_files import Refused
from city_relations.importing.html_blocks import blocks_of
from city_relations.importing.source import COMMENT, STRUCK_OUT, LeftOut, Source

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
TEXT, TABLE, OFFICE, STYLE, DRAW = (
    "{" + _NAMES.format(name) + "}" for name in ("text", "table", "office", "style", "drawing")
)
FO, SVG = ("{" + _NAMES.format(name) + "}" for name in ("xsl-fo-compatible", "svg-compatible"))
XLINK = "{http://www.w3.org/1999/xlink}"
PLAIN: Mapping[str, str] = {
    f"{TEXT}s": " ",
    f"{TEXT}tab": " ",
    f"{TEXT}line-break": "<br/>",
    f"{OFFICE}annotation": "",
    f"{OFFICE}annotation-end": "",
    f"{TEXT}tracked-changes": "",
    f"{TEXT}note-citation": "",
}
MARKED: Mapping[str, str] = {
    f"{TEXT}list": "ul",
    f"{TEXT}list-item": "li",
    f"{TABLE}table": "table",
    f"{TABLE}table-row": "tr",
    f"{TABLE}table-cell": "td",
}


class _Document:
    """An OpenDocument text being told as HTML."""

    def __init__(self, content: ET.Element) -> None:
        self.notes: list[str] = []
        self.strong, self.leaning = set[str](), set[str]()
        self.parents: dict[str, str] = {}
        for style in content.iter(f"{STYLE}style"):
            letters = style.find(f"{STYLE}text-properties")
            name = style.get(f"{STYLE}name", "")
            self.parents[name] = style.get(f"{STYLE}parent-style-name", "")
            if letters is not None and letters.get(f"{FO}font-weight") == "bold":
                self.strong.add(name)
            if letters is not None and letters.get(f"{FO}font-style") == "italic":
                self.leaning.add(name)

    def inside(self, element: ET.Element) -> str:
        """Return what an element holds as HTML."""
        parts = [escape(element.text or "")]
        for child in element:
            parts += [self.told(child), escape(child.tail or "")]
        return "".join(parts)

    def told(self, element: ET.Element) -> str:
        """Return an element as HTML."""
        tag = element.tag
        if tag in PLAIN:
            return PLAIN[tag]
        if tag == f"{TEXT}note":
            body = element.find(f"{TEXT}note-body")
            told = "" if body is None else " ".join("".join(body.itertext()).split())
            self.notes.append(told)
            return f"[^{len(self.notes)}]"
        if tag == f"{DRAW}frame":
            return self._frame(element)
        if tag == f"{TEXT}a" and element.get(f"{XLINK}href"):
            return f'<a href="{escape(element.get(f"{XLINK}href", ""))}">{self.inside(element)}</a>'
        level = min(6, int(element.get(f"{TEXT}outline-level") or 1))
        name = f"h{level}" if tag == f"{TEXT}h" else MARKED.get(tag)
        return f"<{name}>{self.inside(element)}</{name}>" if name else self._in_style(element)

    def _in_style(self, element: ET.Element) -> str:
        style, told = element.get(f"{TEXT}style-name", ""), self.inside(element)
        if style in self.leaning and told.strip():
            told = f"<em>{told}</em>"
        if style in self.strong and told.strip():
            told = f"<strong>{told}</strong>"
        if element.tag != f"{TEXT}p":
            return told
        named = {style, self.parents.get(style, "")}
        if "Title" in named:
            return f"<h1>{told}</h1>"
        return f"<blockquote>{told}</blockquote>" if "Quotations" in named else f"<p>{told}</p>"

    def _frame(self, frame: ET.Element) -> str:
        image = frame.find(f"{DRAW}image")
        if image is None:
            return self.inside(frame)
        told = [frame.findtext(f"{SVG}{name}") or "" for name in ("desc", "title")]
        alt = next(filter(None, told), "")
        return f'<img src="{escape(image.get(f"{XLINK}href", ""))}" alt="{escape(alt)}"/>'


def read_odt(name: str, data: bytes) -> Iterator[Source]:
    """Yield the release of an OpenDocument text.

    Raises Refused for one that is locked, broken or holds a program.
    """
    form = FORMS[".odt"]
    has_comments(data, form)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = {part: packed.read(part) for part in packed.namelist()}
        content = ET.fromstring(parts["content.xml"])  # noqa: S314 - its size is judged; expat bounds entities
        margins = _margins(parts.get("styles.xml", b""))
        body = content.find(f"{OFFICE}body/{OFFICE}text")
        document = _Document(content)
        html = "" if body is None else document.inside(body)
    except (*UNSOUND, KeyError, ET.ParseError):
        raise Refused(broken(form)) from None
    notes = "".join(f"<p>[^{n}]: {escape(note)}</p>" for n, note in enumerate(document.notes, 1))
    blocks = blocks_of(html + notes, lambda address: parts.get(address, b""))
    yield Source(name, blocks, margins, left_out=tuple(_beside(content)))


def _margins(styles: bytes) -> tuple[str, ...]:
    """Return the lines in the head and the foot of the pages."""
    if not styles:
        return ()
    root = ET.fromstring(styles)  # noqa: S314 - as above
    places = [*root.iter(f"{STYLE}header"), *root.iter(f"{STYLE}footer")]
    lines = [
        " ".join("".join(p.itertext()).split()) for one in places for p in one.iter(f"{TEXT}p")
    ]
    return tuple(dict.fromkeys(filter(None, lines)))


def _beside(content: ET.Element) -> Iterator[LeftOut]:
    for tag, why in ((f"{OFFICE}annotation", COMMENT), (f"{TEXT}deletion", STRUCK_OUT)):
        for element in content.iter(tag):
            words = " ".join(" ".join(p.itertext()) for p in element.iter(f"{TEXT}p"))
            yield LeftOut(why, " ".join(words.split()))
