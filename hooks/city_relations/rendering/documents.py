"""Whether everyone can read the documents that a field names, as the site tells it."""

from __future__ import annotations

from collections.abc import Sequence

from city_relations.links.access import Access, access_of
from city_relations.rendering.context import Context


def access_to(context: Context, names: Sequence[str], file: str) -> tuple[Access, ...]:
    """Return of each document that a field of a file names whether everyone can read it."""
    addresses = (context.document_address(name, file) for name in names)
    return access_of(names, [context.catalog.document(address) for address in addresses])
