"""Links and tables of hand-written pages, told as those of every text are."""

from __future__ import annotations

import re
from posixpath import normpath
from urllib.parse import unquote

from markupsafe import Markup

from city_relations.language.typography import typeset_html
from city_relations.links.addresses import relative
from city_relations.rendering.downloads import Download, finished_links
from city_relations.rendering.edition import Edition
from city_relations.rendering.tables import framed

LINK = re.compile(r'(<a(?=\s)[^>]*\shref=")([^":#]+/)(#[^"]*)?(?=")')


def finished(html: str, address: str, edition: Edition) -> str:
    """Set the text of the page at an address, tell of its documents, and frame its tables."""

    def find(href: str) -> Download | None:
        way = href.partition("#")[0]
        if "://" in way:
            return None
        there = way.lstrip("/") if way.startswith("/") else normpath(f"{address}{way}")
        return edition.download(unquote(there), lambda _: href)

    if not edition.is_first:
        html = LINK.sub(lambda link: _translated(link, address, edition), html)
    html = typeset_html(Markup(html), edition.language)  # noqa: S704 - docs/ is trusted
    return framed(finished_links(html, find), edition.words)


def _translated(link: re.Match[str], address: str, edition: Edition) -> str:
    """Return a link of the page at an address, led to a page in the language of its text."""
    opening, way, place = link[1], link[2], link[3] or ""
    there = way.lstrip("/") if way.startswith("/") else normpath(f"{address}{way}") + "/"
    there = "" if there == "./" else there
    own = edition.catalog.address_for(unquote(there))
    return link[0] if own == there else f"{opening}{relative(own, address)}{place}"
