"""PDF documents as sources: paragraphs by their lines, headings by their letters."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTContainer, LTFigure, LTImage, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.pdftypes import LITERALS_DCT_DECODE
from pdfminer.psexceptions import PSException

from city_relations.author_files import Refused
from city_relations.importing.lines import BULLET, goes_on, parted_words
from city_relations.importing.source import Block, Kind, LeftOut, Picture, Source
from city_relations.language.words import say

MOST_PAGES = 60
FEWEST_LETTERS = 40  # of a document with pages that are pictures
NUMBER = re.compile(r"(?:page\s*)?\d{1,3}(?:\s*(?:/|sur|of|von|di)\s*\d{1,3})?", re.IGNORECASE)
HYPHENATED = re.compile(r"(\w)[-\u00ad‐]$")
GAP = 1.6  # of a line's height: more than that parts two paragraphs
MARGIN = 0.09  # of the page's height, above and below


@dataclass(frozen=True)
class _Line:
    text: str
    size: float
    strong: bool
    top: float
    bottom: float
    in_margin: bool


def read_pdf(name: str, data: bytes) -> Iterator[Source]:
    """Yield the release of a PDF.

    Raises Refused for one that is locked or broken, and for pages that are pictures.
    """
    if not data.lstrip().startswith(b"%PDF"):
        raise Refused(say("this is not a sound PDF: save it anew."))
    try:
        pages = [*extract_pages(io.BytesIO(data), maxpages=MOST_PAGES, laparams=LAParams())]
    except PDFPasswordIncorrect:
        raise Refused(say("it is locked by a password: save it without one.")) from None
    except (PDFException, PDFSyntaxError, PSException, ValueError, KeyError, TypeError, IndexError):
        raise Refused(say("this is not a sound PDF: save it anew.")) from None
    boxes = [[*_lines(box, page.height)] for page in pages for box in _boxes(page)]
    images = [image for page in pages for image in _images(page)]
    lines = [line for box in boxes for line in box]
    if sum(len(line.text) for line in lines) < FEWEST_LETTERS:
        raise Refused(
            say(
                "the pages of this PDF are pictures, in which nothing can be read: take the Word "
                "file, or have the text recognised first."
            )
        )
    repeated = _repeated(lines, len(pages))
    blocks = _blocks(boxes, repeated)
    told = [LeftOut(say("stands on every page"), text) for text in repeated]
    pictures = [*_pictures(images)]
    if lost := len(images) - len(pictures):
        told.append(LeftOut(say("pictures that can only be had from the Word file: {n}", n=lost)))
    verify = tuple(
        LeftOut(say("a word that a hyphen parted at the end of a line"), word)
        for box in boxes
        for word in parted_words([line.text for line in box])
    )
    yield Source(
        name, (*blocks, *pictures), tuple(repeated), left_out=tuple(told), to_verify=verify
    )


def _boxes(page: LTContainer) -> Iterator[LTTextBox]:  # type: ignore[type-arg]
    return (box for box in page if isinstance(box, LTTextBox))


def _images(part: LTContainer) -> Iterator[LTImage]:  # type: ignore[type-arg]
    for inner in part:
        if isinstance(inner, LTImage):
            yield inner
        elif isinstance(inner, LTFigure):
            yield from _images(inner)


def _pictures(images: Sequence[LTImage]) -> Iterator[Block]:
    """Yield the photographs: of what PDF packs in other ways no file can be made."""
    for n, image in enumerate(images, 1):
        filters = [one for one, _ in image.stream.get_filters()]
        if filters and filters[-1] in LITERALS_DCT_DECODE:
            data = image.stream.get_rawdata() if len(filters) == 1 else image.stream.get_data()
            yield Block(Kind.PICTURE, "", "", picture=Picture(f"picture-{n}.jpg", data or b""))


def _lines(box: LTTextBox, height: float) -> Iterator[_Line]:
    for line in box:
        if not isinstance(line, LTTextLine) or not line.get_text().strip():
            continue
        signs = [sign for sign in line if isinstance(sign, LTChar)]
        bold = sum("bold" in sign.fontname.lower() for sign in signs)
        yield _Line(
            " ".join(line.get_text().split()),
            round(median(sign.size for sign in signs), 1),
            bold > len(signs) / 2,
            line.y1,
            line.y0,
            not MARGIN * height < (line.y0 + line.y1) / 2 < (1 - MARGIN) * height,
        )


def _repeated(lines: Sequence[_Line], pages: int) -> list[str]:
    """Return what stands in the head or foot of several pages, and their numbers."""
    margins = [line.text for line in lines if line.in_margin]
    often = [text for text, n in Counter(margins).items() if n > 1 and n >= pages - 1]
    numbers = [text for text in margins if NUMBER.fullmatch(text)]
    return list(dict.fromkeys((*often, *numbers)))


def _blocks(boxes: Sequence[Sequence[_Line]], without: Sequence[str]) -> list[Block]:
    blocks: list[Block] = []
    whole = "\n".join(line.text for box in boxes for line in box)
    for box in boxes:
        for lines in _paragraphs([line for line in box if line.text not in without]):
            block = _block(lines, whole)
            before = blocks[-1] if blocks else None
            if before and before.strong == block.strong and goes_on(before.text, block.text):
                text = f"{before.text} {block.text}"
                blocks[-1] = before.saying(text, text)
            else:
                blocks.append(block)
    return blocks


def _joined(above: str, below: str, whole: str) -> str:
    """Join two lines; a hyphen stays where the text has the word with it elsewhere."""
    if not HYPHENATED.search(above) or not below[:1].islower():
        return f"{above} {below}"
    word = f"{above.rsplit(maxsplit=1)[-1]}{below.split(maxsplit=1)[0]}"
    tail = word.rpartition("@")[2].strip(".,;)")
    kept = "@" in word or "/" in word or (len(tail) > 1 and tail in whole)
    return above + below if kept else HYPHENATED.sub(r"\1", above) + below


def _paragraphs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Part lines where the letters change or a gap stands between them."""
    paragraph: list[_Line] = []
    for line in lines:
        if paragraph and _parts(paragraph[-1], line):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _parts(above: _Line, below: _Line) -> bool:
    height = max(above.top - above.bottom, 1.0)
    return (
        above.size != below.size
        or above.strong != below.strong
        or above.bottom - below.top > (GAP - 1) * height
        or bool(BULLET.match(below.text))
    )


def _block(lines: Sequence[_Line], whole: str) -> Block:
    text = ""
    for line in lines:
        text = _joined(text, line.text, whole) if text else line.text
    if found := BULLET.match(text):
        return Block(Kind.LIST, f"- {text[found.end() :]}", text[found.end() :])
    first = lines[0]
    return Block(Kind.TEXT, text, text, strong=first.strong, size=first.size)
