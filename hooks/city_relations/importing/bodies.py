"""The text of a release in Markdown: headings, quotations, pictures with what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from city_relations.importing.quotes import QUOTED, quotations_in
from city_relations.importing.recognising import is_heading
from city_relations.importing.source import Block, Kind, LeftOut, Picture, length
from city_relations.importing.wordings import CAPTION, CREDIT
from city_relations.language.words import say

CAPTION_LENGTH = 300  # signs
SPOKEN = 30  # signs: what is shorter is a name or a word between quotation marks
ENDS = re.compile(r"[.!?…»”]\s*$")


@dataclass
class Body:
    """A text in Markdown, its pictures, who is quoted, and what found no place.

    `within` holds the quotations that stay in their paragraphs, whoever says them.
    """

    parts: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    within: list[str] = field(default_factory=list)

    @property
    def markdown(self) -> str:
        """Return the text."""
        return "\n\n".join(self.parts)


def body_of(blocks: Sequence[Block]) -> Body:
    """Return the text of some blocks; a caption goes to its picture, the one before or behind."""
    body = Body()
    levels = sorted({one.level for one in blocks if one.kind is Kind.HEADING})
    waiting: list[tuple[str, str, str]] = []  # captions that came before their picture
    for n, block in enumerate(blocks):
        after = blocks[n + 1] if n + 1 < len(blocks) else None
        if block.picture:
            body.pictures.append(_captioned(block.picture, waiting))
        elif credited := _credit(block):
            _caption(body, credited, waiting, after)
        elif block.kind is Kind.HEADING:
            body.parts.append(f"{'#' * (2 + levels.index(block.level))} {block.text}")
        elif is_heading(block, after):
            body.parts.append(f"## {block.text}")
        else:
            _tell(body, block)
    for _, _, words in waiting:
        body.left_out.append(
            LeftOut(say("the caption of a picture that is not in the file"), words)
        )
    return body


def _credit(block: Block) -> tuple[str, str, str] | None:
    """Return caption, credit and the words of both, where a paragraph tells of a picture."""
    text = " ".join(block.text.split())
    if block.kind is not Kind.TEXT or len(text) > CAPTION_LENGTH:
        return None
    if found := CREDIT.search(text):
        caption = CAPTION.sub("", text[: found.start()]).strip(" .–—-")
        return caption, found["who"].strip(), text
    return (CAPTION.sub("", text), "", text) if CAPTION.match(text) else None


def _caption(
    body: Body,
    credited: tuple[str, str, str],
    waiting: list[tuple[str, str, str]],
    after: Block | None,
) -> None:
    last = body.pictures[-1] if body.pictures else None
    if last and not last.credit and not (after and after.picture and last.caption):
        body.pictures[-1] = _captioned(last, [credited])
    else:
        waiting.append(credited)


def _captioned(picture: Picture, waiting: list[tuple[str, str, str]]) -> Picture:
    if not waiting:
        found = CREDIT.search(picture.caption)
        if not found:
            return picture
        caption = picture.caption[: found.start()].strip(" .–—-")
        return replace(picture, caption=caption, credit=found["who"].strip())
    caption, credit, _ = waiting.pop(0)
    return replace(picture, caption=caption or picture.caption, credit=credit)


def _tell(body: Body, block: Block) -> None:
    quotations = quotations_in(" ".join(block.markdown.split())) if block.kind is Kind.TEXT else []
    if quotations:
        body.parts += [quotation.markdown for quotation in quotations]
        body.quoted += [quotation.speaker for quotation in quotations]
    elif (
        block.kind is Kind.LIST
        and body.parts
        and _is_list(body.parts[-1])
        and _is_list(block.markdown)
    ):
        body.parts[-1] += f"\n{block.markdown}"
    else:
        body.parts.append("\n".join(_lines(block)))
        if block.kind is Kind.TEXT:
            body.within += [
                one[0] for one in QUOTED.finditer(block.text) if length(one[0]) > SPOKEN
            ]


def _is_list(markdown: str) -> bool:
    return markdown.startswith("- ")


def _lines(block: Block) -> Iterator[str]:
    """Yield the lines of a block; those of a paragraph end with a sign that keeps them apart."""
    lines = block.markdown.split("\n")
    for n, line in enumerate(lines):
        is_last = n == len(lines) - 1 or block.kind is not Kind.TEXT or line.endswith("\\")
        yield line.rstrip() + ("" if is_last or not line.strip() else "\\")
