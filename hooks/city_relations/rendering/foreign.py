"""Passages in another language than the page's: their language and direction are marked."""

from __future__ import annotations

from markupsafe import Markup

from city_relations.language.direction import direction


def foreign(text: str, language: str) -> Markup:
    """Mark a passage, escaped, with its language and direction."""
    return Markup('<span lang="{}" dir="{}">{}</span>').format(language, direction(language), text)
