"""The finished folder is weighed: one page is told the figures, a heavy page stops the build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from city_relations.language.scripts import other_letters
from city_relations.language.words import Text, say, staff_words
from city_relations.outputs import eco_design
from city_relations.problems import ContentError, refusal
from city_relations.publish.site import Site
from city_relations.publish.weight import PageWeights, by_kind, overweight
from city_relations.published import Page

KINDS: Mapping[str, Text] = {
    "home": say("Home page"),
    "map": say("Map of partners"),
    "partner": say("Pages of partners"),
    "release": say("Press releases"),
    "list": say("Lists"),
    "theme": say("Themes"),
    "timeline": say("Timeline"),
    "agenda": say("What comes"),
    "report": say("Yearly reports"),
    "take_part": say("Take part"),
    "subscribe": say("Subscribe"),
    "data": say("Open data"),
    "journal": say("What changed"),
    "press": say("Press"),
    "easy": say("Easy Read"),
    "text": say("Hand-written pages"),
}
OTHERS = say("Other pages")


def weigh(weights: PageWeights, site: Site) -> str:
    """Return the words that refuse a site with a page too heavy."""
    heavy = ContentError(overweight(weights.pages, _sources(site)))
    return refusal(heavy, staff_words(site.edition.language)) if heavy.problems else ""


def with_figures(page: Page, weights: PageWeights, site: Site) -> Page:
    """Return a page that tells what pages weigh, once they all stand there; another as is."""
    if page.kind != eco_design.KIND:
        return page
    edition = site.edition_in(page.language)
    words = edition.words
    pages = (one for one in weights.pages if one.kind != eco_design.KIND)
    others = tuple(one if one.kind in KINDS else replace(one, kind="other") for one in pages)
    rows = [(words(KINDS.get(one.kind, OTHERS)), one) for one in by_kind(others)]
    fonts = weights.letters, weights.other_letters
    return replace(page, body=eco_design.body(edition, rows, fonts))


def letters_with_figures(pages: Iterable[Page], site: Site) -> frozenset[str]:
    """Return the letters of other scripts in pages that will tell figures, before they do."""
    found = set[str]()
    for page in pages:
        edition = site.edition_in(page.language)
        labels = map(edition.words, (*KINDS.values(), OTHERS))
        told = (page.title, page.description, page.body, eco_design.figures(edition), *labels)
        found.update(other_letters("".join(told)))
    return frozenset(found)


def last_of_all(page: Page) -> bool:
    """Return whether a page is framed after every other: it tells what they weigh, not itself."""
    return page.kind == eco_design.KIND


def _sources(site: Site) -> dict[str, str]:
    """Return the file each page was written in, by the page's path in the folder."""
    found = {page.path: page.source for page in site.pages.told() if page.source}
    written = site.catalog.written_at.items()
    return found | {f"{address}index.html": page.path for address, page in written}
