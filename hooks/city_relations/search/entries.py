"""What the search knows of each page: its words, its day, whom and what it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from html.parser import HTMLParser
from types import MappingProxyType

from city_relations.catalog.themes import themes_of
from city_relations.dates import in_words
from city_relations.language.words import Text, say
from city_relations.published import Page
from city_relations.rendering.context import Context
from city_relations.schema.choices import Theme
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease

# The kinds of pages readers tell apart; every other is a page.
KINDS: Mapping[str, Text] = MappingProxyType(
    {"release": say("Press release"), "partner": say("Partner"), "theme": say("Theme")}
)
PAGE = say("Page")
SKIPPED = frozenset(("script", "style", "svg", "button", "select", "template"))
VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "source", "wbr"))
_INLINE = "a abbr b bdi bdo cite code em i mark q s small span strong sub sup time u"
INLINE = frozenset(_INLINE.split())
TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)(?:[^<>\"]|\"[^\"]*\")*>|<!--.*?-->", re.DOTALL)


@dataclass(frozen=True)
class Entry:
    """One page as the search knows it.

    `day` is ISO 8601, or nothing; `partners` are slugs and `themes` values; `names` are what the
    page is called beside its title; `told` is its day in words.
    """

    address: str
    title: str
    names: tuple[str, ...]
    kind: str
    language: str
    summary: str
    text: str
    day: str = ""
    told: str = ""
    partners: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entries(Collection[Entry]):
    """The pages that may be found: those without a day by address, then from the oldest.

    Of each of `pages` is known what it is called and where it was written; `look` returns it whole
    when its turn comes, and no two are held at once.
    """

    context: Context
    pages: tuple[Page, ...]
    look: Callable[[Page], Page]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._found)

    def __iter__(self) -> Iterator[Entry]:
        """Yield them in order."""
        themes = {self.context.addresses.theme(theme): theme for theme in Theme}
        return (_entry(self.context, self.look(page), themes) for page in self._found)

    def __contains__(self, entry: object) -> bool:
        """Return whether one is among them."""
        return any(entry == one for one in self)

    @cached_property
    def _found(self) -> list[Page]:
        found = (page for page in self.pages if page.searchable)
        return sorted(found, key=lambda page: (self._day(page), page.address))

    def _day(self, page: Page) -> str:
        record = self.context.catalog.record(page.source)
        return record.date.first.isoformat() if isinstance(record, PressRelease) else ""


def _entry(context: Context, page: Page, themes: Mapping[str, Theme]) -> Entry:
    record = context.catalog.record(page.source)
    language, day, told = page.language, "", ""
    partners: tuple[str, ...] = ()
    about: tuple[Theme, ...] = (themes[page.address],) if page.address in themes else ()
    if isinstance(record, PressRelease):
        day, told = record.date.first.isoformat(), in_words(record.date, context.words)
        language = record.own_language or language
        partners, about = record.partners, record.themes
    elif isinstance(record, Partner):
        partners, about = (record.slug,), themes_of(record)
    known = (context.words(KINDS.get(page.kind, PAGE)), told)
    body = page.body if page.search_text is None else page.search_text
    return Entry(
        address=page.address,
        title=page.title,
        names=tuple(tag for tag in page.tags if tag not in known),
        kind=known[0],
        language=language,
        summary=page.description,
        text=text_of(TITLE.sub("", str(body), count=1)),
        day=day,
        told=told,
        partners=tuple(partners),
        themes=tuple(theme.value for theme in about),
    )


def text_of(html: str) -> str:
    """Return the words of finished HTML in one line, blocks apart; nothing search passes over."""
    if "data-search-exclude" in html or any(f"<{tag}" in html for tag in SKIPPED):
        reader = _Reader()
        reader.feed(html)
        reader.close()
        html = "".join(reader.told)
    else:
        html = unescape(TAG.sub(_blank, html))
    return " ".join(html.split())


def _blank(tag: re.Match[str]) -> str:
    return "" if tag[2] in INLINE else " "


class _Reader(HTMLParser):
    """Takes the words of HTML, passing over what no reader looks for."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self._inside: list[str] = []  # elements open since the first to be passed over

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        skipped = tag in SKIPPED or any(name == "data-search-exclude" for name, _ in attrs)
        if (skipped or self._inside) and tag not in VOID:
            self._inside.append(tag)
        self._part(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass over an element that holds nothing."""

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            while self._inside.pop() != tag:
                pass
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.told.append(data)

    def _part(self, tag: str) -> None:
        if tag not in INLINE:
            self.told.append(" ")


def sheets(found: Iterable[Entry]) -> Iterator[list[str]]:
    """Yield what a result shows: title, address, names, day in words, summary and text."""
    for one in found:
        names = " · ".join(one.names)
        yield [one.title, one.address, names, one.told, one.summary, one.text]
