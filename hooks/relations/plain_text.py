"""Finished HTML as plain text, for those who paste it elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = frozenset("p h2 h3 h4 h5 h6 ul ol dl pre table blockquote figure hr".split())  # noqa: SIM905
LINES = frozenset("li dt dd tr br caption figcaption".split())  # noqa: SIM905
CELLS = frozenset(("td", "th"))


class _Reader(HTMLParser):
    """Gathers the text, a blank line between blocks, each link followed by its address."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told: list[str] = []
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a line, or a link."""
        if tag in BLOCKS:
            self.told.append("\n\n")
        elif tag in LINES:
            self.told.append("\n- " if tag == "li" else "\n")
        elif tag in CELLS:
            self.told.append(" ; ")
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self.told)))

    def handle_endtag(self, tag: str) -> None:
        """End a block, or give a link's address."""
        if tag in BLOCKS:
            self.told.append("\n\n")
        elif tag == "a" and self._links:
            url, start = self._links.pop()
            said = "".join(self.told[start:]).strip()
            if url.startswith("http") and url != said:
                self.told.append(f" ({url})")

    def handle_data(self, data: str) -> None:
        """Keep the words; line ends inside a paragraph are blanks."""
        self.told.append(re.sub(r"[ \t\r\n]+", " ", data))


def plain_text(html: str) -> str:
    """Give the text of finished HTML, its blocks apart by a blank line."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    text = "".join(reader.told)
    text = re.sub(r"(^|\n)[ ;]*(?=\S)", r"\1", text)
    text = re.sub(r"[ \t]+\n", "\n", text)
    text = re.sub(r"\n- *\n+", "\n- ", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
