"""The finished folder is weighed: one page is told the figures, a heavy page stops the build."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from city_relations.language.words import Text, say
from city_relations.problems import ContentError, refusal
from city_relations.publish.site import Site
from city_relations.publish.weight import PageWeights, by_kind, overweight
from city_relations.published import kilo

# Where the figures go: a page's weight is known only when MkDocs has framed it.
MARK = "<div data-rel-figures></div>"
KINDS: Mapping[str, Text] = {
    "home": say("Home page"),
    "map": say("Map of partners"),
    "partner": say("Pages of partners"),
    "release": say("Press releases"),
    "list": say("Lists"),
    "theme": say("Themes"),
    "timeline": say("Timeline"),
    "agenda": say("What comes"),
    "data": say("Open data"),
    "press": say("Press"),
    "text": say("Hand-written pages"),
}


def weigh(folder: Path, site: Site) -> str:
    """Tell the page on eco-design what pages weigh; give the words that refuse a heavy site."""
    scales = PageWeights(folder)
    _tell_figures(folder, site, scales)
    heavy = ContentError(overweight(scales.pages, _sources(site)))
    return refusal(heavy, site.edition.words) if heavy.problems else ""


def _sources(site: Site) -> dict[str, str]:
    """Give the file each page was written in, by the page's path in the folder."""
    found = {page.path: page.source for page in site.pages.values() if page.source}
    addresses = site.catalog.destinations.addresses
    return found | {f"{addresses[page.path]}index.html": page.path for page in site.catalog.written}


def _tell_figures(folder: Path, site: Site, scales: PageWeights) -> None:
    edition = site.edition
    page = folder / edition.addresses.eco_design / "index.html"
    # The page does not weigh itself: its figures would change its weight.
    weights = tuple(weight for weight in scales.pages if weight.file != page)
    rows = [
        (edition.words(KINDS.get(one.kind, say("Other pages"))), one) for one in by_kind(weights)
    ]
    table = edition.render(
        "eco_figures.html", here="", rows=rows, letters=kilo(scales.letters), kilo=kilo
    )
    html = page.read_text(encoding="utf-8")
    page.write_bytes(html.replace(MARK, str(table)).encode())
