"""Finished HTML as plain text, for those who paste it elsewhere."""

from __future__ import annotations

import re
from html import unescape

BLOCKS = frozenset("p h2 h3 h4 h5 h6 ul ol dl pre table blockquote figure hr".split())  # noqa: SIM905
LINES = frozenset("li dt dd tr br caption figcaption".split())  # noqa: SIM905
CELLS = frozenset(("td", "th"))
# Our own HTML: every attribute stands in double quotes.
TAGS = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:[^<>\"]|\"[^\"]*\")*)>")
HREF = re.compile(r'\shref="([^"]*)"')


def plain_text(html: str) -> str:
    """Give the text of finished HTML: blocks apart by a blank line, links with their address."""
    words, *parts = TAGS.split(re.sub(r"[ \t\r\n]+", " ", html))
    told, links = [words], []
    for closing, tag, attributes, words in zip(*[iter(parts)] * 4, strict=True):
        if tag == "a" and not closing:
            links.append((HREF.search(attributes), len(told)))
        elif tag == "a" and links:
            told.append(_address(*links.pop(), told))
        else:
            told.append(_break(tag, closing))
        told.append(words)
    return _tidy(unescape("".join(told)))


def _address(href: re.Match[str] | None, start: int, told: list[str]) -> str:
    """Give what follows a link whose words begin at `start`: its address, if they do not say it."""
    url, said = href[1] if href else "", "".join(told[start:]).strip()
    return f" ({url})" if url.startswith("http") and url != said else ""


def _break(tag: str, closing: str) -> str:
    """Give the blank that a tag stands for."""
    if tag in BLOCKS:
        return "\n\n"
    if closing:
        return ""
    if tag in LINES:
        return "\n- " if tag == "li" else "\n"
    return " ; " if tag in CELLS else ""


def _tidy(text: str) -> str:
    text = "\n".join(line.lstrip(" ;").rstrip() for line in text.split("\n"))
    text = re.sub(r"\n- *\n+", "\n- ", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
