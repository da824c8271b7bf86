"""Finished HTML as plain text, for those who paste it elsewhere."""

from __future__ import annotations

import re
from html import unescape

BLOCKS = frozenset("p h2 h3 h4 h5 h6 ul ol dl pre table blockquote figure hr".split())  # noqa: SIM905
LINES = frozenset("dt dd tr br caption figcaption".split())  # noqa: SIM905
CELLS = frozenset(("td", "th"))
LISTS = ("ul", "ol")
# Our own HTML: every attribute stands in double quotes.
TAGS = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:[^<>\"]|\"[^\"]*\")*)>")
HREF = re.compile(r'\shref="([^"]*)"')
START = re.compile(r'\sstart="(\d{1,9})"')
# A mark of a note under the text, and the way back to it.
NOTE, BACK = re.compile(r"[^#]*#[\w-]*fn:\d+"), re.compile(r"[^#]*#[\w-]*fnref\d*:\d+")
# Stands for a step to the right until blanks at the beginnings of lines are gone.
STEP = "\t"


def plain_text(html: str) -> str:
    """Return the text of finished HTML: blocks apart by a blank line, links with their address.

    Lists are marked and numbered as on the page, those inside a list two blanks further right; a
    mark of a note stands in brackets, a dash in a cell that is empty.
    """
    words, *parts = TAGS.split(re.sub(r"[ \t\r\n]+", " ", html))
    told, links, lists, cell = [words], [], _Lists(), 0
    for closing, tag, attributes, words in zip(*[iter(parts)] * 4, strict=True):
        if tag == "a" and not closing:
            links.append((HREF.search(attributes), len(told)))
        elif tag == "a" and links:
            _end_link(*links.pop(), told)
        elif tag in LISTS or tag == "li":
            told.append(lists.follow(closing, tag, attributes))
        else:
            if tag in CELLS and closing and not "".join(told[cell:]).strip():
                told[cell:] = ["–"]
            told.append(_break(tag, closing))
            cell = len(told)
        told.append(words)
    return _tidy(unescape("".join(told)))


class _Lists:
    """The lists that are open, each with the number of its next point if it has numbers."""

    def __init__(self) -> None:
        self._next: list[int | None] = []

    def follow(self, closing: str, tag: str, attributes: str) -> str:
        """Return what stands for a tag of a list."""
        if tag == "li":
            return "" if closing else self._point()
        if closing:
            self._next = self._next[:-1]
        elif tag == "ol":
            start = START.search(attributes)
            self._next.append(int(start[1]) if start else 1)
        else:
            self._next.append(None)
        inside = len(self._next) > (0 if closing else 1)
        return "" if inside else "\n\n"

    def _point(self) -> str:
        number = self._next[-1] if self._next else None
        if number is not None:
            self._next[-1] = number + 1
        mark = "-" if number is None else f"{number}."
        return f"\n{STEP * (len(self._next) - 1)}{mark} "


def _end_link(href: re.Match[str] | None, start: int, told: list[str]) -> None:
    """Add the address of a link whose words begin at `start`, if they do not say it."""
    url, said = href[1] if href else "", "".join(told[start:]).strip()
    if BACK.fullmatch(url):
        del told[start:]
    elif NOTE.fullmatch(url):
        told[start:] = [f" [{said}]"]
    else:
        told.append(f" ({url})" if url.startswith("http") and url != said else "")


def _break(tag: str, closing: str) -> str:
    """Return the blank that a tag stands for."""
    if tag in BLOCKS:
        return "\n\n"
    if closing:
        return ""
    if tag in LINES:
        return "\n"
    return " ; " if tag in CELLS else ""


def _tidy(text: str) -> str:
    text = text.replace("  ; ", " ; ")
    text = "\n".join(line.lstrip(" ;").rstrip(" \u00a0") for line in text.split("\n"))
    text = re.sub(r"\n(\t*(?:-|\d+\.)) *\n+", r"\n\1 ", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip().replace(STEP, "  ")
