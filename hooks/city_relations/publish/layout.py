"""What the theme prints around every page: finished words, so that it computes nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import escape

from city_relations.head.page_metadata import PageMetadata
from city_relations.language.words import Text, say
from city_relations.links.addresses import Addresses
from city_relations.rendering.edition import Edition


@dataclass(frozen=True)
class Layout:
    """The words and ways of masthead, head and foot, escaped for HTML, alike on every page.

    `feeds` are type, title and address; `more_links` and `legal_links` title and address, all
    from the site's root. `accessibility_url` is the statement's page, told by its state.
    """

    city_name: str
    publisher: str
    demonstration: str
    accessibility_mention: str
    accessibility_url: str
    feeds: Sequence[Sequence[str]]
    linked_data: str
    more_links: Sequence[tuple[str, str]]
    legal_links: Sequence[tuple[str, str]]
    search_worker: str
    serving: bool


def layout(
    edition: Edition, outside: Mapping[str, str], *, search_worker: str = "", serving: bool = False
) -> Layout:
    """Lay out what stands around every page.

    `outside` maps the source path of each hand-written page outside the menu to its URL.
    """
    city, words = edition.catalog.city, edition.words
    metadata = PageMetadata(edition)
    accessible = words(say("Accessibility: {state}", state=city.accessibility.state))
    pages = [page for page in edition.catalog.written if page.file in outside]
    statements = [page.file for page in pages if page.insert == STATEMENT]
    return Layout(
        city_name=escape(city.name),
        publisher=escape(city.publisher.name),
        demonstration=escape(city.demonstration or ""),
        accessibility_mention=escape(accessible),
        accessibility_url=outside[statements[0]] if statements else "",
        feeds=metadata.site_feeds,
        linked_data=metadata.home,
        more_links=[(escape(words(title)), address) for title, address in _more(edition.addresses)],
        legal_links=[(escape(p.title), outside[p.file]) for p in pages if p.insert != STATEMENT],
        search_worker=search_worker,
        serving=serving,
    )


STATEMENT = "accessibility"  # the generated part of the page that holds the statement


def _more(addresses: Addresses) -> Sequence[tuple[Text, str]]:
    """List the generated pages that the foot leads to."""
    return (
        (say("Press"), addresses.press),
        (say("Open data"), addresses.data),
        (say("Eco-design"), addresses.eco_design),
    )


# Which languages the search worker loads a helper for; none: for all but English.
HELPS: Mapping[str, Sequence[str]] = {
    "tinyseg": ("ja",),
    "wordcut": ("hi", "th"),
    "stemmer.support": (),
}


def is_needed(path: str, languages: Sequence[str]) -> bool:
    """Tell whether a file of the theme is asked for by a page of ours.

    Of Material's own files only the search worker and the stemmers of the site's languages are.
    """
    if re.match(r"assets/(images/|stylesheets/|javascripts/(?!workers/search.*\.js$|lunr/))", path):
        return False
    if path.endswith(".map"):
        return False
    found = re.match(r"assets/javascripts/lunr/(?:min/lunr\.)?([\w.]+?)(?:\.min)?\.js$", path)
    return not found or _is_loaded(found[1], languages)


def _is_loaded(name: str, languages: Sequence[str]) -> bool:
    """Tell whether the search worker loads a file of its lunr folder for a site's languages."""
    if name == "multi":
        return len(languages) > 1
    wanted = HELPS.get(name, (name,))
    return any(language in languages for language in wanted) if wanted else languages != ["en"]
