"""Releases as press offices keep them: one text set as Word, OpenDocument, PDF, mail, web, text.

A manuscript is a list of blocks: a role (`h1`, `h2`, `b` for a paragraph in bold, `p`, `li`, `row`
for the cells of a table, parted by `|`, `head` for the letterhead, `img` for a picture's alt) and
its words, whose lines are kept apart.
"""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from html import escape
from itertools import groupby

import typst
from PIL import Image

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
OPEN = {
    "office": _OPEN.format("office"),
    "text": _OPEN.format("text"),
    "table": _OPEN.format("table"),
    "style": _OPEN.format("style"),
    "draw": _OPEN.format("drawing"),
    "fo": _OPEN.format("xsl-fo-compatible"),
    "svg": _OPEN.format("svg-compatible"),
    "xlink": "http://www.w3.org/1999/xlink",
}
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def picture(size=(640, 480)):
    """Return a photograph."""
    told = io.BytesIO()
    Image.new("RGB", size, "teal").save(told, "JPEG")
    return told.getvalue()


def packed(parts):
    """Return a ZIP of some files."""
    told = io.BytesIO()
    with zipfile.ZipFile(told, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return told.getvalue()


def docx(blocks, *, more=None, body=""):
    """Return a manuscript as Word writes it; `more` are further parts, `body` XML behind it."""
    told = "".join(_word(role, list(words)) for role, words in _grouped(blocks))
    head = "".join(f"<w:p>{_run(line)}</w:p>" for role, text in blocks if role == "head"
                   for line in text.split("\n"))  # fmt: skip
    kinds = (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="jpeg" ContentType="image/jpeg"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    return packed({
        "[Content_Types].xml": kinds,
        "_rels/.rels": _relations(("rId1", f"{R}/officeDocument", "word/document.xml")),
        "word/document.xml": (
            f'{XML}<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}/main" '
            f'xmlns:wp="{A}/wordprocessingDrawing" xmlns:pic="{A}/picture"><w:body>{told}{body}'
            "</w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": _relations(
            ("rId9", f"{R}/image", "media/image1.jpeg"), ("rId8", f"{R}/numbering", "numbering.xml")
        ),
        "word/numbering.xml": (
            f'{XML}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl '
            'w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1">'
            '<w:abstractNumId w:val="0"/></w:num></w:numbering>'
        ),
        "word/media/image1.jpeg": picture(),
        "word/header1.xml": f'{XML}<w:hdr xmlns:w="{W}">{head}</w:hdr>',
        **(more or {}),
    })  # fmt: skip


def _relations(*told):
    links = "".join(f'<Relationship Id="{i}" Type="{t}" Target="{to}"/>' for i, t, to in told)
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def _grouped(blocks):
    """Yield runs of one role, so that rows make a table and items a list."""
    for role, found in groupby(blocks, key=lambda block: block[0]):
        words = [text for _, text in found]
        if role in ("row", "li"):
            yield role, words
        else:
            yield from ((role, [text]) for text in words)


def _run(text, *, bold=False):
    marks = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:r>{marks}{lines}</w:r>"


def _word(role, words):
    if role == "head":
        return ""
    if role == "row":
        rows = "".join(
            "<w:tr>"
            + "".join(f"<w:tc><w:p>{_run(cell)}</w:p></w:tc>" for cell in row.split("|"))
            + "</w:tr>"
            for row in words
        )
        return f"<w:tbl>{rows}</w:tbl>"
    if role == "img":
        return (
            '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" '
            f'descr="{escape(words[0])}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
            '<a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r></w:p>"
        )
    if role == "li":
        return "".join(
            '<w:p><w:pPr><w:pStyle w:val="ListBullet"/><w:numPr><w:ilvl w:val="0"/>'
            f'<w:numId w:val="1"/></w:numPr></w:pPr>{_run(text)}</w:p>'
            for text in words
        )
    style = {"h1": "Heading1", "h2": "Heading2"}.get(role)
    marks = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{marks}{_run(words[0], bold=role == 'b')}</w:p>"


def odt(blocks, *, body=""):
    """Return a manuscript as OpenDocument programs write it."""
    names = " ".join(f'xmlns:{name}="{url}"' for name, url in OPEN.items())
    told = "".join(_open(role, list(words)) for role, words in _grouped(blocks))
    head = "".join(f"<text:p>{escape(line)}</text:p>" for role, text in blocks if role == "head"
                   for line in text.split("\n"))  # fmt: skip
    styles = (
        f"{XML}<office:document-styles {names}><office:master-styles><style:master-page>"
        f"<style:header>{head}</style:header></style:master-page></office:master-styles>"
        "</office:document-styles>"
    )
    content = (
        f"{XML}<office:document-content {names}><office:automatic-styles>"
        '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
        f"</office:automatic-styles><office:body><office:text>{told}{body}</office:text>"
        "</office:body></office:document-content>"
    )
    return packed({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "styles.xml": styles,
        "Pictures/1.jpg": picture(),
    })  # fmt: skip


def _open(role, words):
    text = escape(words[0]).replace("\n", "<text:line-break/>")
    if role == "head":
        return ""
    if role == "row":
        rows = "".join(
            "<table:table-row>"
            + "".join(
                f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>"
                for cell in row.split("|")
            )
            + "</table:table-row>"
            for row in words
        )
        return f"<table:table>{rows}</table:table>"
    if role == "li":
        items = "".join(
            f"<text:list-item><text:p>{escape(one)}</text:p></text:list-item>" for one in words
        )
        return f"<text:list>{items}</text:list>"
    if role == "img":
        return (
            '<text:p><draw:frame><draw:image xlink:href="Pictures/1.jpg"/>'
            f"<svg:desc>{text}</svg:desc></draw:frame></text:p>"
        )
    if role in ("h1", "h2"):
        return f'<text:h text:outline-level="{role[1]}">{text}</text:h>'
    style = ' text:style-name="B"' if role == "b" else ""
    return f"<text:p{style}>{text}</text:p>"


def html(blocks):
    """Return a manuscript as the body of a web page."""
    return "".join(_html(role, list(words)) for role, words in _grouped(blocks))


def _html(role, words):
    text = escape(words[0]).replace("\n", "<br>")
    if role == "row":
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row.split("|")) for row in words)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    if role == "li":
        return "<ul>" + "".join(f"<li>{escape(one)}</li>" for one in words) + "</ul>"
    if role == "img":
        return f'<img src="cid:1" alt="{text}">'
    tag = {"h1": "h1", "h2": "h2"}.get(role, "p")
    return f"<{tag}>{f'<b>{text}</b>' if role == 'b' else text}</{tag}>"


def eml(blocks, subject, *, as_html=True, date="Fri, 10 Mar 2023 09:00:00 +0100"):
    """Return a manuscript as a message, in HTML or as plain text."""
    message = EmailMessage()
    message["From"], message["To"] = "presse@ville.example", "redaction@journal.example"
    message["Subject"], message["Date"] = subject, date
    message.set_content(txt(blocks))
    if as_html:
        message.add_alternative(f"<html><body>{html(blocks)}</body></html>", subtype="html")
        message.get_body(("html",)).add_related(picture(), "image", "jpeg", cid="<1>")
    return bytes(message)


def txt(blocks):
    """Return a manuscript as a plain text."""
    told = {"li": "- {}", "img": ""}
    return "\n\n".join(told.get(role, "{}").format(text) for role, text in blocks) + "\n"


def pdf(blocks, columns=1, language="fr"):
    """Return a manuscript as a PDF, its words parted at the ends of lines."""
    told = "\n\n".join(filter(None, (_typst(role, text) for role, text in blocks)))
    source = (
        f'#set page(columns: {columns}, margin: 2cm)\n#set text(11pt, lang: "{language}", '
        'hyphenate: true, font: "Libertinus Serif")\n#set par(justify: true)\n'
        "#set smartquote(enabled: false)\n"
        "#show heading.where(level: 1): set text(17pt)\n"
        "#show heading.where(level: 2): set text(11pt)\n"
    )
    return typst.compile((source + told).encode())


def _typst(role, text):
    plain = "".join(f"\\{sign}" if sign in "\\*_#$<>@`[]~=-+/" else sign for sign in text)
    plain = plain.replace("\n", " \\\n")
    marks = {"h1": "= {}", "h2": "== {}", "b": "*{}*", "li": "• {}", "img": ""}
    return marks.get(role, "{}").format(plain)
