"""Each press release as a text file, as a newsroom pastes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from city_relations.press.kit import kits, text_of
from city_relations.published import Asset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from city_relations.rendering.edition import Edition


def outputs(edition: Edition) -> Iterator[Asset]:
    """Give every release's and translation's text."""
    for kit in kits(edition):
        yield Asset(kit.path("txt"), text_of(edition, kit).encode())
