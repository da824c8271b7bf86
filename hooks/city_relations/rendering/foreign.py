"""Passages in another language than the page's: their language and direction are marked."""

from __future__ import annotations

from markupsafe import Markup

from city_relations.language.direction import direction


def foreign(text: str, language: str) -> Markup:
    """Mark a passage, escaped, with its language and direction."""
    return Markup('<span lang="{}" dir="{}">{}</span>').format(language, direction(language), text)


def foreign_block(html: Markup, language: str) -> Markup:
    """Mark finished paragraphs with their language and direction."""
    told = Markup('<div lang="{}" dir="{}">{}</div>')
    return told.format(language, direction(language), html)
