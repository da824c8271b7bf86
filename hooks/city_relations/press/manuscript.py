"""A text as the typesetter takes it: blocks as plain data, never as markup of its own.

A block is `{"t": kind, "c": what it holds}`, and more by its kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from city_relations.press.html_tree import Element, tree_of
from city_relations.press.passages import (
    Image,
    Reading,
    breaking,
    letters,
    manner_of,
    passages,
    trimmed,
)
from city_relations.press.tables import UPRIGHT, fitted, table_of
from city_relations.press.tables import told as table_told

Block = dict[str, Any]
Blocks = Iterator[Block]

HEADINGS: Mapping[str, int] = {"h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
NOTE = re.compile(r"(?:.*-)?fn:.+")
DEEPEST = 20  # elements: the typesetter gives up soon after, and no text needs as many
MOST_DIGITS = 9
# In points: how tall a picture is at the most, and what a level of nesting takes of the width.
TALLEST, TALLEST_BESIDE, INDENT = 241.0, 160.0, 26.0
BESIDE = 9  # levels of nesting that take half of the width
POINTS = 0.75  # a pixel's (CSS)


def manuscript(html: str, images: Mapping[str, Image]) -> list[Block]:
    """Tell finished HTML; `images` has the file of each address a picture may have."""
    root = tree_of(html)
    named = [(one.attributes["id"], one) for one in root.walk() if "id" in one.attributes]
    ids = [name for name, _ in named]
    notes = {name: one for name, one in named if one.tag == "li" and NOTE.fullmatch(name)}
    headings = (one for one in root.elements(*HEADINGS) if one.text.strip())
    targets = {one.attributes.get("id", "") for one in headings}
    reading = Reading(images, frozenset(one for one in targets if ids.count(one) == 1), notes)
    return _without_leaps(list(_blocks(_without_notes(root, notes), reading, 0)))


def _without_notes(root: Element, notes: Mapping[str, Element]) -> list[Element | str]:
    """Leave out the list of a text's notes: each goes to the foot of the page that calls it."""
    kept: list[Element | str] = []
    for child in root.children:
        if isinstance(child, Element) and any(one in notes.values() for one in child.walk()):
            while kept and (getattr(kept[-1], "tag", "") == "hr" or not str(kept[-1]).strip()):
                kept.pop()
        else:
            kept.append(child)
    return kept


def _without_leaps(blocks: list[Block]) -> list[Block]:
    """Let each heading be at most one level below the one before: screen readers count on it."""
    before = 1
    for block in blocks:
        if block["t"] == "heading":
            before = block["level"] = min(block["level"], before + 1)
    return blocks


def _blocks(children: Sequence[Element | str], reading: Reading, depth: int) -> Blocks:
    """Tell blocks; passages that stand between them become paragraphs."""
    loose: list[Element | str] = []
    for child in children:
        if isinstance(child, Element) and _holds_blocks(child):
            yield from _paragraph(loose, reading)
            loose = []
            yield from _block(child, reading, depth)
        else:
            loose.append(child)
    yield from _paragraph(loose, reading)


def _holds_blocks(element: Element) -> bool:
    return element.tag in TELLING or any(one.tag in TELLING for one in element.walk())


def _paragraph(children: Sequence[Element | str], reading: Reading) -> Blocks:
    told = trimmed(passages(children, reading))
    if told:
        yield {"t": "p", "c": told}


def _block(element: Element, reading: Reading, depth: int) -> Blocks:
    if depth >= DEEPEST:
        yield {"t": "p", "c": [breaking(" ".join(element.text.split()))]}
        return
    tell = TELLING.get(element.tag, _container)
    for told in tell(element, reading, depth + 1):
        yield manner_of(element) | told


def _container(element: Element, reading: Reading, depth: int) -> Blocks:
    """Tell what has no form of its own by what it holds: a paragraph, a division, a passage."""
    return _blocks(element.children, reading, depth)


def _heading(element: Element, reading: Reading, depth: int) -> Blocks:
    told = trimmed(passages(element.children, reading))
    name = element.attributes.get("id", "")
    known = {"id": name} if name in reading.ids else {}
    if depth > 1:  # inside a list or a quote it heads nothing of the document
        yield {"t": "p", "c": [{"t": "strong", "c": told}]}
    elif "".join(letters(told)).strip():
        yield {"t": "heading", "level": HEADINGS[element.tag], "c": told} | known


def _list(element: Element, reading: Reading, depth: int) -> Blocks:
    items = [list(_blocks(item.children, reading, depth)) for item in element.elements("li")]
    start = element.attributes.get("start", "1")
    first = int(start) if start.isdecimal() and len(start) <= MOST_DIGITS else 1
    kind = {"t": "list"} if element.tag == "ul" else {"t": "enum", "start": first}
    if items:
        yield {**kind, "items": items}


def _terms(element: Element, reading: Reading, depth: int) -> Blocks:
    pairs: list[dict[str, list[Any]]] = []
    for part in element.elements("dt", "dd"):
        if part.tag == "dt":
            pairs.append({"term": trimmed(passages(part.children, reading)), "c": []})
        elif pairs:
            pairs[-1]["c"] += _blocks(part.children, reading, depth)
    if pairs:
        yield {"t": "terms", "pairs": pairs}


def _quote(element: Element, reading: Reading, depth: int) -> Blocks:
    yield {"t": "quote", "c": list(_blocks(element.children, reading, depth)), "caption": []}


def _figure(element: Element, reading: Reading, depth: int) -> Blocks:
    """Tell a photo with its caption, or a quotation with who said it."""
    words = [one for caption in element.elements("figcaption") for one in caption.children]
    caption = trimmed(passages(words, reading))
    rest = [one for one in element.children if getattr(one, "tag", "") != "figcaption"]
    told = list(_blocks(rest, reading, depth - 1))
    if caption and told and "caption" in told[-1]:
        told[-1]["caption"] = caption
    elif caption:
        told.append({"t": "p", "c": caption})
    yield from told


def _image(element: Element, reading: Reading, depth: int) -> Blocks:
    """Tell a picture; of one we have no file for, what it shows is told in words."""
    image = reading.images.get(element.attributes.get("src", ""))
    alt = element.attributes.get("alt", "")
    if image:
        tallest = TALLEST if depth <= BESIDE else TALLEST_BESIDE
        most = min(UPRIGHT - INDENT * (depth - 1), tallest * image.width / image.height)
        width = round(max(min(most, image.width * POINTS), 1.0), 1)
        told = {"t": "image", "src": f"/{image.path}", "alt": alt, "width": width, "caption": []}
        yield told | ({"over": _over(image, width)} if image.labels else {})
    elif alt:
        yield {"t": "p", "c": [alt]}


def _over(image: Image, width: float) -> dict[str, Any]:
    """Tell the words over a picture, in points of the width it is set at."""
    scale = width / image.width
    words = [
        {"x": label.x * scale, "y": label.y * scale, "size": label.size * scale}
        | {"share": label.share, "c": label.text}
        for label in image.labels
    ]
    return {"height": image.height * scale, "words": words}


def _picture(element: Element, reading: Reading, depth: int) -> Blocks:
    """Tell the forms of one picture, which stand nowhere deeper than it does."""
    return _blocks(element.children, reading, depth - 1)


def _code(element: Element, reading: Reading, depth: int) -> Blocks:
    del reading, depth
    yield {"t": "pre", "c": breaking(element.text.strip("\n"))}


def _table(element: Element, reading: Reading, depth: int) -> Blocks:
    table = table_of(element)
    for caption in element.elements("caption"):
        yield from _paragraph(caption.children, reading)
    if table.columns:
        room = UPRIGHT - INDENT * (depth - 1)
        for part in fitted(table, room, turnable=depth == 1):
            yield table_told(part, lambda cell: list(_blocks(cell.children, reading, depth)))


def _beside(element: Element, reading: Reading, depth: int) -> Blocks:
    """Tell what stands beside something else, the first of its parts being the wider."""
    narrow = depth + BESIDE
    parts = [list(_blocks(part.children, reading, narrow)) for part in element.elements("div")]
    yield {"t": "beside", "parts": parts}


def _rule(element: Element, reading: Reading, depth: int) -> Blocks:
    del element, reading, depth
    yield {"t": "rule"}


TELLING: Mapping[str, Callable[[Element, Reading, int], Blocks]] = {
    **dict.fromkeys(HEADINGS, _heading),
    **dict.fromkeys(("p", "div", "li", "dt", "dd", "figcaption"), _container),
    "ul": _list, "ol": _list, "dl": _terms, "blockquote": _quote, "figure": _figure,
    "picture": _picture, "img": _image, "aside": _beside, "pre": _code,
    "table": _table, "hr": _rule,
}  # fmt: skip
