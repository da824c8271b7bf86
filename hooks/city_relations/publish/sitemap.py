"""The map of a site for search engines (sitemaps.org, 0.9), with the days that are true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from city_relations.publish.site import Site
from city_relations.publish.weighing import last_of_all

HEAD = Markup(
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
)
END = Markup("</urlset>")


def sitemap(site: Site, written: Iterable[tuple[str, str]]) -> Markup:
    """Return the map: hand-written pages first, each an address and its day or nothing.

    A site that does not know its own address has an empty one.
    """
    ours = sorted(site.pages.values(), key=last_of_all)
    made = ((page.address, page.updated.isoformat() if page.updated else "") for page in ours)
    pages = (*written, *made) if "://" in site.edition.site_url else ()
    lines = (line for page in pages for line in _lines(site, *page))
    return Markup("\n").join((HEAD, *lines, END))


def _lines(site: Site, address: str, day: str) -> Iterator[Markup]:
    yield Markup("  <url>\n    <loc>{}</loc>").format(site.edition.absolute(address))
    if day:
        yield Markup("    <lastmod>{}</lastmod>").format(day)
    yield Markup("  </url>")
