"""What the theme prints around every page: finished words, so that it computes nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from markupsafe import escape

from city_relations.head.page_metadata import Heads
from city_relations.language.words import say
from city_relations.outputs.legal import mention
from city_relations.rendering.templating import direction

if TYPE_CHECKING:
    from city_relations.publish.site import Site
    from city_relations.published import Heading, Page
    from city_relations.rendering.edition import Edition


def frame(edition: Edition) -> dict[str, Any]:
    """Give the words of masthead and foot, escaped for HTML."""
    city, words = edition.catalog.city, edition.words
    heads = Heads(edition)
    addresses = edition.addresses
    more = (
        (say("Press"), addresses.press),
        (say("Open data"), addresses.data),
        (say("Eco-design"), addresses.eco_design),
    )
    accessible = words(say("Accessibility: {state}", state=mention(edition)))
    return {
        "direction": direction,
        "city_name": escape(city.name),
        "publisher": escape(city.publisher.name),
        "demonstration": escape(city.demonstration or ""),
        "accessibility_mention": escape(accessible),
        "feeds": heads.site_feeds,
        "linked_data": heads.home,
        "more_links": [(escape(words(title)), address) for title, address in more],
    }


def written_frame(site: Site, outside: Mapping[str, str]) -> dict[str, Any]:
    """Give the links of the foot: the hand-written pages outside the menu, source path to URL.

    The page that holds the accessibility statement is told by its state, not by its title.
    """
    pages = {page.file: page for page in site.catalog.written if page.file in outside}
    accessibility = [p for p in pages.values() if p.insert == "accessibility"]
    others = [p for p in pages.values() if p.insert != "accessibility"]
    return {
        "legal_links": [(escape(page.title), outside[page.file]) for page in others],
        "accessibility_url": outside[accessibility[0].file] if accessibility else "",
    }


def front_matter(page: Page) -> dict[str, Any]:
    """Give what the theme, the search and the sitemap read of a page, already escaped.

    They take words for HTML: the search shows them, the theme strips what looks like a tag.
    """
    told: dict[str, Any] = {"title": str(escape(page.title)), "kind": page.kind, **dict(page.meta)}
    if page.description:
        told["description"] = str(escape(page.description))
    if page.updated:
        told["updated"] = page.updated.isoformat()
    if not page.searchable:
        told["search"] = {"exclude": True}
    return told


def toc_tokens(page: Page) -> list[dict[str, Any]]:
    """Give a page's headings as Python-Markdown's `toc_tokens`: each with its children."""
    top: list[dict[str, Any]] = []
    for heading in page.headings:
        token = _token(heading)
        under = top[-1] if top and top[-1]["level"] < heading.level else None
        (under["children"] if under else top).append(token)
    return top


def _token(heading: Heading) -> dict[str, Any]:
    title = str(escape(heading.title))
    return {"level": heading.level, "id": heading.id, "name": title, "html": title, "children": []}


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
