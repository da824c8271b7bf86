"""HTML made of an author's text, let through by an allow-list and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import nh3
from markupsafe import Markup, escape

from city_relations.markdown.anchors import Anchors
from city_relations.markdown.cleaned import KEPT
from city_relations.markdown.source import DEEPEST
from city_relations.rendering.downloads import Download, finished_links

ATTRIBUTES = {
    "*": {"lang", "dir", "id", "title"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"class", "colspan", "rowspan"},
    "th": {"class", "colspan", "rowspan", "scope"},
}
CLASSES = {"rel-number", "rel-centre"}
SCHEMES = {"http", "https", "mailto", "tel"}
# Ids are prefixed so that no heading can take the place of an element the scripts look for.
PREFIX = "p-"
# The serialiser writes every attribute in double quotes, none of which stands inside one, and no
# `<` in a text: what follows finds tags, and never what an author typed.
_ATTRIBUTES = r'(?: [\w-]+="[^"]*")*'
PICTURE = re.compile(rf"<img({_ATTRIBUTES})>")
TAG = re.compile(rf"(</?[a-z][a-z0-9]*{_ATTRIBUTES}>)")
SRC = re.compile(r' src="(\d+)"')
NAME = re.compile(r"<(/?)([a-z][a-z0-9]*)")
ID = re.compile(r' id="[^"]*"')
ALONE = frozenset(("br", "hr", "img"))
# A tag as an author begins it, and elements that the next of their kind ends.
BEGUN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
ENDED = ALONE | {"dd", "dt", "li", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr"}
# For each element that begins, a parser looks at all that are open: more take for ever.
MOST_OPEN = 1_000
# What may hold words alone: a figure stands before and after it, never inside.
_PHRASES = """
    a abbr b cite code del dfn em h2 h3 h4 h5 h6 i ins kbd mark p pre q s small span strong sub sup
"""
PHRASES = frozenset(_PHRASES.split())
SCHEME = re.compile(r"\s*([^/?#:]*):")
ELSEWHERE = re.compile(r"\s*(?:[^/?#]*:|[/\\]{2}|#)")


@dataclass(frozen=True)
class Inset:
    """What an author's target stands for: a figure in the place of a picture, a URL for a link."""

    url: str
    figure: Callable[[], Markup]


Resolve = Callable[[str], "str | Inset | Download | None"]


@dataclass
class Cleaner:
    """Prefixes ids and turns authors' targets into URLs, in Markdown and raw HTML alike.

    `page` is the URL of the page for links to a place on it, nothing where they are on it
    themselves; `anchors` are the places of the text itself.
    """

    resolve: Resolve
    prefix: str
    anchors: Anchors
    page: str = ""
    _ids: set[str] = field(default_factory=set)
    _pictures: list[str | Inset] = field(default_factory=list)
    _downloads: dict[str, Download] = field(default_factory=dict)

    def clean(self, html: str) -> Markup:
        """Return what is safe of a text's HTML, each picture in its place."""
        safe = nh3.clean(
            str(escape(html)) if _most_open(html) > MOST_OPEN else html,
            tags=set(KEPT),
            attributes=ATTRIBUTES,
            url_schemes=SCHEMES,
            link_rel="noopener",
            attribute_filter=self._filter,
        )
        told = _with_figures(flattened(safe), self._pictures) if "<img" in safe else flattened(safe)
        told = finished_links(told, self._downloads.get)
        return Markup(told)  # noqa: S704 - cleaned just above, and our own figures

    def _filter(self, tag: str, attribute: str, value: str) -> str | None:
        if attribute == "id":
            return self._own(value)
        if attribute == "class":
            return value if value in CLASSES else None
        if attribute == "src":
            return self._near(value) if tag == "img" else None
        if attribute == "href":
            return self._here(value) if value.startswith("#") else self._open(value)
        return value

    def _own(self, value: str) -> str | None:
        """Return an id that is nobody else's on the page, once."""
        own = self.prefix + value
        if own in self._ids:
            return None
        self._ids.add(own)
        return own

    def _here(self, value: str) -> str | None:
        """Return the way to a place of the text itself, else to one of the page around it."""
        if value[1:].startswith(("fn:", "fnref")):
            return f"{self.page}#{self.prefix}{value[1:]}"
        if found := self.anchors.find(value[1:]):
            return f"{self.page}#{self.prefix}{found}"
        around = self.resolve(value)
        return f"{self.page}{around}" if isinstance(around, str) else None

    def _open(self, value: str) -> str | None:
        """Return the URL of a link; what looks like a scheme must be one of ours to the letter."""
        found = self.resolve(value)
        url = found.url if isinstance(found, Inset | Download) else found
        if isinstance(found, Download):
            self._downloads[found.url] = found
        scheme = SCHEME.match(url or "")
        return None if scheme and scheme[1].lower() not in SCHEMES else url

    def _near(self, value: str) -> str | None:
        """Return the number of a picture of the site; a page asks nobody else for one.

        Every picture bears its number for its address until it is in its place: none that an
        author typed can stand among them.
        """
        found = self.resolve(value)
        if not isinstance(found, str | Inset):
            return None
        if isinstance(found, str) and ELSEWHERE.match(found):
            return None
        self._pictures.append(found)
        return str(len(self._pictures) - 1)


def _with_figures(html: str, pictures: list[str | Inset]) -> str:
    """Put each picture in its place; a figure parts the words around it in two."""
    told: list[str] = []
    around: list[tuple[str, str]] = []
    for token in TAG.split(html):
        picture = PICTURE.fullmatch(token)
        if not picture:
            _follow(around, token)
            _add(told, token)
            continue
        number = SRC.search(picture[1])
        found = pictures[int(number[1])] if number else None
        if isinstance(found, Inset):
            _part(told, around, found.figure())
        elif found is not None and number:
            told.append(token.replace(number[0], f' src="{escape(found)}"', 1))
    return "".join(told)


def _follow(around: list[tuple[str, str]], token: str) -> None:
    """Keep count of the elements that are open."""
    tag = NAME.match(token)
    if not tag or tag[2] in ALONE:
        return
    if tag[1]:
        around.pop()
    else:
        around.append((tag[2], token))


def _add(told: list[str], token: str) -> None:
    """Add a token; a phrase that a figure left empty goes."""
    tag = NAME.match(token)
    if tag and tag[1] and tag[2] in PHRASES:
        blank = len(told)
        while blank and not told[blank - 1].strip():
            blank -= 1
        opening = NAME.match(told[blank - 1]) if blank else None
        if opening and not opening[1] and opening[2] == tag[2] and " id=" not in told[blank - 1]:
            del told[blank - 1 :]
            return
    told.append(token)


def _part(told: list[str], around: list[tuple[str, str]], figure: Markup) -> None:
    """Put a figure between the two halves of the phrases that are open."""
    first = next((i for i, (name, _) in enumerate(around) if name in PHRASES), len(around))
    for name, _ in reversed(around[first:]):
        _add(told, f"</{name}>")
    told.append(figure)
    told += [ID.sub("", opening) for _, opening in around[first:]]


def _most_open(html: str) -> int:
    """Count, roughly, how many elements are open at once; few where there are few tags."""
    tags = BEGUN.findall(html) if html.count("<") > MOST_OPEN else ()
    return _deepest(closes for closes, name in tags if name.lower() not in ENDED)


def _deepest(tags: Iterable[str]) -> int:
    """Return how deep elements are nested; of each tag, in order, what closes one or nothing."""
    depth = deepest = 0
    for closes in tags:
        depth = max(0, depth + (-1 if closes else 1))
        deepest = max(deepest, depth)
    return deepest


def flattened(html: str) -> str:
    """Return safe HTML as it is, or as mere paragraphs where it is nested as no text needs.

    Whoever walks down a page, such as the printer of PDF, comes to the end of its stack.
    """
    if html.count("<") < 2 * DEEPEST:
        return html
    tags = filter(None, map(NAME.match, TAG.findall(html)))
    is_deep = _deepest(tag[1] for tag in tags if tag[2] not in ALONE) > DEEPEST
    return nh3.clean(html, tags={"p", "br"}, attributes={}) if is_deep else html
