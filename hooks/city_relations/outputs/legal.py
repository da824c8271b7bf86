"""What the law asks to say, from the configuration: legal notice and accessibility statement."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.published import Insert
from city_relations.rendering.edition import Edition


def outputs(edition: Edition) -> Iterator[Insert]:
    """Yield the generated parts of the legal notice and the accessibility page."""
    for name in ("legal", "accessibility"):
        body = edition.render(
            f"{name}.html", here="", mention=edition.catalog.city.accessibility.state
        )
        yield Insert(name, body)
