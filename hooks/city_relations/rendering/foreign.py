"""Passages in another language than the page's: marked with it, and set in its typography."""

from __future__ import annotations

from markupsafe import Markup

from city_relations.language.direction import direction
from city_relations.language.typography import typeset_html


def foreign(text: str, language: str) -> Markup:
    """Mark a passage, escaped, with its language and direction, and set it as its language is."""
    told = Markup('<span lang="{}" dir="{}">{}</span>')
    return told.format(language, direction(language), typeset_html(Markup.escape(text), language))


def foreign_block(html: Markup, language: str) -> Markup:
    """Mark finished paragraphs with their language and direction."""
    told = Markup('<div lang="{}" dir="{}">{}</div>')
    return told.format(language, direction(language), html)
