"""The map of a site for search engines (sitemaps.org, 0.9), with the days that are true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from city_relations.head.page_metadata import alternates, default
from city_relations.publish.site import Site
from city_relations.publish.weighing import last_of_all
from city_relations.rendering.edition import Edition

HEAD = Markup(
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{}>'
)
IN_LANGUAGES = Markup(' xmlns:xhtml="http://www.w3.org/1999/xhtml"')
VERSION = Markup('    <xhtml:link rel="alternate" hreflang="{}" href="{}"/>')
END = Markup("</urlset>")


def sitemap(site: Site, written: Iterable[tuple[str, str]]) -> Markup:
    """Return the map: hand-written pages first, each an address and its day or nothing.

    A site that does not know its own address has an empty one.
    """
    ours = sorted(site.pages.told(), key=last_of_all)
    made = ((page.address, page.updated.isoformat() if page.updated else "") for page in ours)
    pages = (*written, *made) if "://" in site.edition.site_url else ()
    lines = (line for page in pages for line in _lines(site, *page))
    head = HEAD.format(IN_LANGUAGES if len(site.editions) > 1 else "")
    return Markup("\n").join((head, *lines, END))


def _lines(site: Site, address: str, day: str) -> Iterator[Markup]:
    yield Markup("  <url>\n    <loc>{}</loc>").format(site.edition.absolute(address))
    if day:
        yield Markup("    <lastmod>{}</lastmod>").format(day)
    if len(site.editions) > 1:
        yield from _versions(site.edition, address)
    yield Markup("  </url>")


def _versions(edition: Edition, address: str) -> Iterator[Markup]:
    """Yield the languages that a page can be read in, its own among them."""
    found = alternates(edition, address)
    told = [(one.language, one.url) for one in found]
    told += [("x-default", default(edition, found))] if found else []
    yield from (VERSION.format(*one) for one in told)
