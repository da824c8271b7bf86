"""Each press kit as one ZIP."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.press.kit import kits
from city_relations.press.package import package
from city_relations.published import Copy
from city_relations.rendering.edition import Edition


def outputs(edition: Edition) -> Iterator[Copy]:
    """Yield every release's and translation's kit."""
    for kit in kits(edition):
        yield Copy(kit.path("zip"), package(edition, kit))
