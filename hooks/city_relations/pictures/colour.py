"""Colours one can read: the city's accent on paper, and its sister for the dark palette."""

from __future__ import annotations

# The grounds the theme draws on; base.css says the same, and a test holds them together.
PAPER, DARK_PAPER = "#fcfaf6", "#181613"
READABLE = 4.5  # WCAG 2.1, success criterion 1.4.3
VISIBLE = 3.0  # WCAG 2.1, success criterion 1.4.11, for what is no text


def channels(colour: str) -> tuple[int, int, int]:
    """Split `#rrggbb` into red, green and blue, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.1)."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
        for c in (channel / 255 for channel in channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.1)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Mix two colours: `share` of the other, 0 to 1."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def for_dark(accent: str, ratio: float = 7.0) -> str:
    """Lighten an accent until it reads well on the dark paper."""
    steps = (mixed(accent, "#ffffff", step / 20) for step in range(21))
    return next(colour for colour in steps if contrast(colour, DARK_PAPER) >= ratio)
