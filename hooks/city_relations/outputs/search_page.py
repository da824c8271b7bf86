"""The page of the search: its field and filters, and without scripts the lists to look in."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.published import Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page


def outputs(edition: Edition) -> Iterator[Page]:
    """Yield the page; what it reads is written once every page is known."""
    yield _page(edition, edition.addresses.search)


@kept_page
def _page(edition: Edition, here: str) -> Page:
    title = edition.words.gettext("Search")
    return Page(
        address=here,
        title=title,
        body=edition.render("search.html", here=here, title=title, partners=edition.partners),
        language=edition.language,
        kind="search",
        description=edition.words.gettext("Look for a word, a date or a partner in every page."),
        trail=(edition.home_link(),),
        searchable=False,
    )
