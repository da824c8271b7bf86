"""What the law asks to say, from its file and the configuration: notice, accessibility, data."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from city_relations.published import Insert
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_part


def outputs(edition: Edition) -> Iterator[Insert]:
    """Yield the generated parts of the legal notice, the accessibility and the privacy page."""
    for name in ("legal", "accessibility", "privacy"):
        yield Insert(name, _part(edition, f"{edition.addresses.home}{name}", name))


@kept_part
def _part(edition: Edition, _: str, name: str) -> Markup:
    city, law = edition.catalog.city, edition.law
    return edition.render(
        f"{name}.html",
        here="",
        state=law.state(city),
        standard=law.standard(city),
        says=edition.prose_of_law,
    )
