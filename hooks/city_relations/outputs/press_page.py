"""The page for journalists: contacts, the latest kits, all photos with their terms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from city_relations.press.kit import telling
from city_relations.published import Later, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page

LATEST = 6


def outputs(edition: Edition) -> Iterator[Page | Later]:
    """Yield the press page."""
    here = edition.addresses.press
    yield edition.page_in_time(here, "press", partial(_page, edition, here))


@kept_page
def _page(edition: Edition, here: str) -> Page:
    catalog = edition.catalog
    photos = islice((p for one in catalog.offering for p in edition.photos(one)), LATEST)
    latest = catalog.releases[:LATEST]
    body = edition.render(
        "press.html", here=here, latest=latest, photos=[*photos], **telling(edition)
    )
    return Page(
        address=here,
        title=edition.words.gettext("Press"),
        body=body,
        language=edition.language,
        kind="press",
        description=edition.words.gettext(
            "For journalists: contacts, texts, photos and their terms, without registration."
        ),
        trail=(edition.home_link(),),
    )
