"""Passages in another language than the page's: their language and direction are marked."""

from __future__ import annotations

from markupsafe import Markup

RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ps", "ur", "yi")


def direction(language: str) -> str:
    """Return the direction a language is written in, `ltr` or `rtl`."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def foreign(text: str, language: str) -> Markup:
    """Mark a passage, escaped, with its language and direction."""
    return Markup('<span lang="{}" dir="{}">{}</span>').format(language, direction(language), text)
