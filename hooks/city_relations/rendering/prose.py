"""Authors' Markdown as safe HTML, once, for page, feed, PDF and data alike."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

import nh3
from markdown import Markdown, __version__
from markupsafe import Markup

from city_relations.language.typography import typeset_html
from city_relations.published import Heading
from city_relations.store import Store, key_of

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
    "td": {"class", "colspan", "rowspan"},
    "th": {"class", "colspan", "rowspan", "scope"},
}
# Python-Markdown aligns a column by a style, which our policy forbids; ours has classes.
ALIGNED = re.compile(r'(?<=<t[dh]) style="text-align: (?P<side>left|right|center);"')
SIDES = {"left": "", "right": ' class="rel-number"', "center": ' class="rel-centre"'}
CLASSES = {"rel-number", "rel-centre"}
SCHEMES = {"http", "https", "mailto", "tel"}
# Ids are prefixed so that no heading can take the place of an element the scripts look for.
PREFIX = "p-"
ATTRIBUTION = re.compile(
    r"<blockquote>(?P<said>(?:(?!</?blockquote>).)*?)(?:</p>\s*<p>|<br ?/?>\s*|\n)"
    r"— (?P<who>[^<]*)</p>\s*</blockquote>",
    re.DOTALL,
)

# The serialiser writes every attribute in double quotes, none of which stands inside one.
EMPTY_PICTURE = re.compile(r'<img(?: (?!src=)[\w-]+="[^"]*")*>')
ELEMENT = re.compile(r'<(/?)(?!(?:br|hr|img)\b)[a-z][a-z0-9]*(?: [\w-]+="[^"]*")*>')
DEEPEST = 40
# A line longer than this was broken by nobody: its end is that of a paragraph, as Word pastes it,
# where the line below begins another. Code stays, and so do a list, a quote with who said it, a
# table, a heading, a note, a reference, HTML and what is indented.
PARAGRAPH_END = re.compile(
    r"""
    (?P<code> ^[ ]{0,3}(?P<fence>`{3,}|~{3,}) (?s:.*?) (?:^[ ]{0,3}(?P=fence)|\Z)
            | <pre\b (?s:.*?) (?:</pre>|\Z) )
    | ^ (?: [^<>\n] | >(?=.*\n(?!—)) ) .{160,} (?<![ ]{2}) (?<!\\) \n
      (?! \s | \Z | [-*+:][ \t] | \d+[.)][ \t] | [>\#<{] | .*\| | `{3} | ~{3} | !{3}
        | [-=]+[ \t]*$ | ([-*_][ ]*){3,}$ | \*?\[[^]\n]*\]: )
    """,
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)
SCHEME = re.compile(r"\s*([^/?#:]*):")
ELSEWHERE = re.compile(r"\s*(?:[^/?#]*:|[/\\]{2}|#)")

Resolve = Callable[[str], str | None]


@dataclass(frozen=True)
class Prose:
    """A text rendered: its HTML and its headings."""

    html: Markup
    headings: tuple[Heading, ...] = ()


class Renderer:
    """Markdown with the extensions of the site's configuration, then an allow-list.

    With a store, what Markdown makes of a text is kept; it is cleaned anew at each build.
    """

    def __init__(
        self, extensions: Sequence[str], settings: Mapping[str, Any], store: Store | None = None
    ) -> None:
        self._markdown = Markdown(extensions=list(extensions), extension_configs=dict(settings))
        self._store, self._recipe = store, _recipe(extensions, settings)
        self._cleaned: dict[tuple[str, str], Prose] = {}
        self._converted: dict[tuple[str, str], tuple[str, tuple[Heading, ...]]] = {}

    def render(self, text: str, resolve: Resolve, part: str = "", language: str = "") -> Prose:
        """Render a text; `resolve` gives the URL for a target, None where it must not link.

        `part` sets the ids of one of several texts on a page apart from those of the others; the
        typography is that of `language`.
        """
        html, headings = self._convert(text, language)
        prefix = f"{PREFIX}{part}-" if part else PREFIX
        bare = html.lower()
        if "href" in bare or "src" in bare:
            return _cleaned(html, headings, prefix, resolve)
        return self._alike(html, headings, prefix)

    def _alike(self, html: str, headings: tuple[Heading, ...], prefix: str) -> Prose:
        """Give a text that reads alike wherever it stands: it has no link and no picture."""
        if (html, prefix) not in self._cleaned:
            self._cleaned[html, prefix] = _cleaned(html, headings, prefix, lambda _: None)
        return self._cleaned[html, prefix]

    def _convert(self, text: str, language: str) -> tuple[str, tuple[Heading, ...]]:
        """Give the HTML of a text, not yet safe, and its headings; each text is converted once."""
        found = self._converted.get((text, language))
        if found is None:
            html, headings = json.loads(self._kept(text, language))
            found = html, tuple(Heading(*heading) for heading in headings)
            self._converted[text, language] = found
        return found

    def _kept(self, text: str, language: str) -> bytes:
        if self._store is None:
            return self._made(text, language)
        key = key_of(self._recipe, text, language, ending=".json")
        return self._store.get_or_make(key, lambda: self._made(text, language))

    def _made(self, text: str, language: str) -> bytes:
        self._markdown.reset()
        html = _attributed(self._markdown.convert(parted(text)))
        html = html.replace("<h1", "<h2").replace("</h1>", "</h2>")
        html = ALIGNED.sub(lambda found: SIDES[found["side"]], html)
        html = typeset_html(Markup(html), language)  # noqa: S704 - cleaned before anybody sees it
        headings = _headings(getattr(self._markdown, "toc_tokens", []))
        return json.dumps([html, [astuple(heading) for heading in headings]]).encode()


def _cleaned(html: str, headings: tuple[Heading, ...], prefix: str, resolve: Resolve) -> Prose:
    """Let through what the allow-list names, each address as `resolve` gives it."""
    clean = nh3.clean(
        html,
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener",
        attribute_filter=_Filter(resolve, prefix),
    )
    clean = flattened(EMPTY_PICTURE.sub("", clean))
    headings = tuple(replace(found, id=prefix + found.id) for found in headings)
    return Prose(Markup(clean), headings)  # noqa: S704 - cleaned just above


def _recipe(extensions: Sequence[str], settings: Mapping[str, Any]) -> str:
    """Tell Markdown as it is set up here, and this very code, from any other.

    Markdown's own extensions go by its version; those of others are modules, known by their text.
    """
    ours = (__name__, typeset_html.__module__)
    modules = [sys.modules[name] for name in (*ours, *extensions) if name in sys.modules]
    code = [Path(module.__file__).read_bytes() for module in modules if module.__file__]
    return key_of(__version__, list(extensions), sorted(settings.items()), *code)


def parted(markdown: str) -> str:
    """Set a blank line between paragraphs that only the end of a long line parts."""
    return PARAGRAPH_END.sub(lambda found: found[0] + ("" if found["code"] else "\n"), markdown)


def flattened(html: str) -> str:
    """Give safe HTML as it is, or as mere paragraphs where it is nested as no text needs.

    Whoever walks down a page, such as the printer of PDF, comes to the end of its stack.
    """
    if html.count("<") < 2 * DEEPEST:
        return html
    depth = deepest = 0
    for closing in (tag[1] for tag in ELEMENT.finditer(html)):
        depth += -1 if closing else 1
        deepest = max(deepest, depth)
    return nh3.clean(html, tags={"p", "br"}, attributes={}) if deepest > DEEPEST else html


class _Filter:
    """Prefixes ids and turns authors' targets into URLs, in Markdown and raw HTML alike."""

    def __init__(self, resolve: Resolve, prefix: str) -> None:
        self._resolve, self._prefix = resolve, prefix
        self._ids: set[str] = set()

    def __call__(self, _tag: str, attribute: str, value: str) -> str | None:
        if attribute == "id":
            return self._own(value)
        if attribute == "class":
            return value if value in CLASSES else None
        if attribute == "src":
            return self._near(value)
        if attribute == "href":
            return f"#{self._prefix}{value[1:]}" if value.startswith("#") else self._open(value)
        return value

    def _own(self, value: str) -> str | None:
        """Give an id that is nobody else's on the page, once."""
        own = self._prefix + value
        if own in self._ids:
            return None
        self._ids.add(own)
        return own

    def _open(self, value: str) -> str | None:
        """Give the URL of a link; what looks like a scheme must be one of ours to the letter."""
        found = self._resolve(value)
        scheme = SCHEME.match(found or "")
        return None if scheme and scheme[1].lower() not in SCHEMES else found

    def _near(self, value: str) -> str | None:
        """Give the URL of a picture of the site; a page asks nobody else for one."""
        found = self._resolve(value)
        return None if found is None or ELSEWHERE.match(found) else found


def _attributed(html: str) -> str:
    """Set who said a quotation, given on its last line after a dash, as its caption."""
    return ATTRIBUTION.sub(
        r"<figure><blockquote>\g<said></p></blockquote><figcaption>\g<who></figcaption></figure>",
        html,
    )


def _headings(tokens: Sequence[Mapping[str, Any]]) -> list[Heading]:
    found = []
    for token in tokens:
        found.append(Heading(token["id"], token["name"], max(2, token["level"])))
        found += _headings(token["children"])
    return found
