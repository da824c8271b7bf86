"""Authors' Markdown as safe HTML, once, for page, feed, PDF and data alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import nh3
from markdown import Markdown
from markupsafe import Markup

from relations.published import Heading

_KEPT = """
    a abbr b blockquote br caption cite code dd del dfn div dl dt em figcaption figure
    h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s small span strong sub sup
    table tbody td tfoot th thead tr ul
"""
TAGS = frozenset(_KEPT.split())
ATTRIBUTES = {
    "*": {"lang", "dir", "id", "title"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
# Ids are prefixed so that no heading can take the place of an element the scripts look for.
PREFIX = "p-"
ATTRIBUTION = re.compile(
    r"<blockquote>(?P<said>(?:(?!</?blockquote>).)*?)(?:</p>\s*<p>|<br ?/?>\s*|\n)"
    r"— (?P<who>[^<]*)</p>\s*</blockquote>",
    re.DOTALL,
)

Resolve = Callable[[str], str | None]


@dataclass(frozen=True)
class Prose:
    """A text rendered: its HTML and its headings."""

    html: Markup
    headings: tuple[Heading, ...] = ()


class Renderer:
    """Markdown with the extensions of the site's configuration, then an allow-list."""

    def __init__(self, extensions: Sequence[str], settings: Mapping[str, Any]) -> None:
        self._markdown = Markdown(extensions=list(extensions), extension_configs=dict(settings))

    def render(self, text: str, resolve: Resolve) -> Prose:
        """Render a text; `resolve` gives the URL for a target, None where it must not link."""
        self._markdown.reset()
        html = _attributed(self._markdown.convert(text))
        html = html.replace("<h1", "<h2").replace("</h1>", "</h2>")
        clean = nh3.clean(
            html,
            tags=set(TAGS),
            attributes=ATTRIBUTES,
            url_schemes=SCHEMES,
            link_rel="noopener",
            attribute_filter=_Filter(resolve),
        )
        tokens = getattr(self._markdown, "toc_tokens", [])
        return Prose(Markup(clean), tuple(_headings(tokens)))  # noqa: S704 - cleaned just above


class _Filter:
    """Prefixes ids and turns authors' targets into URLs, in Markdown and raw HTML alike."""

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve

    def __call__(self, _tag: str, attribute: str, value: str) -> str | None:
        if attribute == "id":
            return value if value.startswith(PREFIX) else PREFIX + value
        if attribute in ("href", "src"):
            return f"#{PREFIX}{value[1:]}" if value.startswith("#") else self._resolve(value)
        return value


def _attributed(html: str) -> str:
    """Set who said a quotation, given on its last line after a dash, as its caption."""
    return ATTRIBUTION.sub(
        r"<figure><blockquote>\g<said></p></blockquote><figcaption>\g<who></figcaption></figure>",
        html,
    )


def _headings(tokens: Sequence[Mapping[str, Any]]) -> list[Heading]:
    found = []
    for token in tokens:
        found.append(Heading(PREFIX + token["id"], token["name"], max(2, token["level"])))
        found += _headings(token["children"])
    return found
