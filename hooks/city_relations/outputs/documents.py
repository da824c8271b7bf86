"""The documents that texts and profiles name, as their authors made them."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.published import Copy
from city_relations.rendering.edition import Edition


def outputs(edition: Edition) -> Iterator[Copy]:
    """Yield every document that something a reader may see names, and no other."""
    for address, attachment in edition.catalog.documents.items():
        yield Copy(address, attachment.path)
