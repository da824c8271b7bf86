"""The stylesheet of the city's accent, for both palettes."""

from __future__ import annotations

from collections.abc import Iterator

from relations.colour import for_dark
from relations.edition import Edition
from relations.published import Asset


def outputs(edition: Edition) -> Iterator[Asset]:
    """Give the one stylesheet that differs from city to city."""
    accent = edition.catalog.city.accent
    css = f":root {{ --rel-accent: {accent}; --rel-accent-dark: {for_dark(accent)}; }}\n"
    yield Asset("assets/relations/accent.css", css.encode())
