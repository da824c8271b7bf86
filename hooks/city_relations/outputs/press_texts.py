"""Each press release as a text file, as a newsroom pastes it."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.press.kit import kits
from city_relations.published import Asset
from city_relations.rendering.edition import Edition


def outputs(edition: Edition) -> Iterator[Asset]:
    """Yield every release's and translation's text."""
    for kit in kits(edition):
        yield Asset(kit.path("txt"), kit.text.encode())
