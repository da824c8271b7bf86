"""A release as it came: blocks of text in their order, pictures, and what its file says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from city_relations.language.words import Text, say


class Kind(Enum):
    """What a block is."""

    HEADING = auto()
    TEXT = auto()
    LIST = auto()
    TABLE = auto()
    QUOTE = auto()
    PICTURE = auto()


@dataclass(frozen=True)
class Picture:
    """A picture of the text: its bytes, none where it lies elsewhere, and what it is said to show.

    `name` is its file's, or its address.
    """

    name: str
    data: bytes = b""
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Block:
    """A block: its Markdown, its plain text, and how it stands out."""

    kind: Kind
    markdown: str
    text: str
    level: int = 0  # of a heading; 0 for what only looks like one
    strong: bool = False
    size: float = 0.0  # of its letters, where that is known
    picture: Picture | None = None

    def saying(self, markdown: str, text: str) -> Block:
        """Return the block with other words."""
        return replace(self, markdown=markdown, text=text)


DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # kana and Chinese signs


def length(text: str) -> int:
    """Return how many letters a text is worth: a Japanese or Chinese sign says as much as three."""
    return len(text) + 2 * len(DENSE.findall(text))


@dataclass(frozen=True)
class LeftOut:
    """What is not in the draft: why, and the words it came with."""

    why: Text
    words: str = ""


WEB = re.compile(r"(?i)(?:https?://|mailto:|tel:)")  # what leads to the same from anywhere
NOWHERE = say("a link within the old place, which leads nowhere from here")
COMMENT = say("a comment in the document")
STRUCK_OUT = say("struck out in the document, and not accepted yet")


@dataclass(frozen=True)
class Source:
    """One release as it came; `margins` is what stood in the head and the foot of its pages.

    `title` and `date` are what its file says, a message's subject or a web page's: dates as ISO.
    """

    name: str
    blocks: tuple[Block, ...]
    margins: tuple[str, ...] = ()
    title: str = ""
    date: str = ""
    address: str = ""
    left_out: tuple[LeftOut, ...] = ()
    to_verify: tuple[LeftOut, ...] = ()
