"""Links and tables of hand-written pages, told as those of every text are."""

from __future__ import annotations

from posixpath import normpath
from urllib.parse import unquote

from markupsafe import Markup

from city_relations.language.typography import typeset_html
from city_relations.rendering.downloads import Download, finished_links
from city_relations.rendering.edition import Edition
from city_relations.rendering.tables import framed


def finished(html: str, address: str, edition: Edition) -> str:
    """Set the text of the page at an address, tell of its documents, and frame its tables."""

    def find(href: str) -> Download | None:
        way = href.partition("#")[0]
        if "://" in way:
            return None
        there = way.lstrip("/") if way.startswith("/") else normpath(f"{address}{way}")
        return edition.download(unquote(there), lambda _: href)

    html = typeset_html(Markup(html), edition.language)  # noqa: S704 - docs/ is trusted
    return framed(finished_links(html, find), edition.words)
