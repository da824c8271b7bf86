"""The page for journalists: contacts, the latest kits, all photos with their terms."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.press.kit import telling
from city_relations.published import Page
from city_relations.rendering.edition import Edition

LATEST = 6


def outputs(edition: Edition) -> Iterator[Page]:
    """Yield the press page."""
    here, catalog = edition.addresses.press, edition.catalog
    photos = [(record, photo) for record in catalog.records for photo in edition.photos(record)]
    latest = catalog.releases[:LATEST]
    told = telling(edition) | {"has_feed": any(map(catalog.speaks, catalog.releases))}
    body = edition.render("press.html", here=here, latest=latest, photos=photos, **told)
    yield Page(
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
