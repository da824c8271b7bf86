"""The stylesheet of the city's accent, for both palettes."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.pictures.colour import for_dark
from city_relations.published import Asset
from city_relations.rendering.edition import Edition


def outputs(edition: Edition) -> Iterator[Asset]:
    """Give the one stylesheet that differs from city to city."""
    accent = edition.catalog.city.accent
    both = f"var(--day, {accent}) var(--night, {for_dark(accent)})"  # as base.css says colours
    css = f":root {{ --rel-accent: {both}; }}\n"
    yield Asset("assets/relations/accent.css", css.encode())
