"""Each press release as PDF."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.press.kit import kits
from city_relations.press.pdf import pdf_of
from city_relations.published import Asset
from city_relations.rendering.edition import Edition


def outputs(edition: Edition) -> Iterator[Asset]:
    """Yield every release's and translation's PDF."""
    for kit in kits(edition):
        if pdf := pdf_of(edition, kit):
            yield Asset(kit.path("pdf"), pdf)
