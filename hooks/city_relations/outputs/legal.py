"""What the law asks to say, from its file and the configuration: notice, accessibility, data."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.published import Insert
from city_relations.rendering.edition import Edition


def outputs(edition: Edition) -> Iterator[Insert]:
    """Yield the generated parts of the legal notice, the accessibility and the privacy page."""
    city, law = edition.catalog.city, edition.law
    for name in ("legal", "accessibility", "privacy"):
        body = edition.render(
            f"{name}.html",
            here="",
            state=law.state(city),
            standard=law.standard(city),
            says=edition.prose_of_law,
        )
        yield Insert(name, body)
