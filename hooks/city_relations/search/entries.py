"""What the search knows of each page: its words, its day, whom and what it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
class Documents:
    """The pages that may be found: those without a day by address, then from the oldest.

    `facts` are entries without their texts, and of a release without names beside its title;
    `read` returns one whole by its facts, and `print_of` a print of all else it says, by its
    address.
    """

    facts: Sequence[Entry]
    read: Callable[[Entry], Entry]
    print_of: Callable[[str], str]


def documents(
    context: Context,
    pages: Iterable[Page],
    look: Callable[[str], Page],
    print_of: Callable[[str], str],
) -> Documents:
    """Return the documents of pages, of each of which is known what it is called.

    `look` returns one whole by its address, and `print_of` a print of it; no two are held at once.
    """
    themes = {context.addresses.theme(theme): theme for theme in Theme}
    facts = (_facts(context, page, themes) for page in pages if page.searchable)
    told = sorted(facts, key=lambda one: (one.day, one.address))
    named = (one if one.day else _named(one, look(one.address)) for one in told)
    return Documents([*named], lambda one: _whole(one, look(one.address)), print_of)


def _facts(context: Context, page: Page, themes: Mapping[str, Theme]) -> Entry:
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
    return Entry(
        address=page.address,
        title=page.title,
        names=(),
        kind=context.words(KINDS.get(page.kind, PAGE)),
        language=language,
        summary="",
        text="",
        day=day,
        told=told,
        partners=tuple(partners),
        themes=tuple(theme.value for theme in about),
    )


def _named(facts: Entry, page: Page) -> Entry:
    names = tuple(tag for tag in page.tags if tag not in (facts.kind, facts.told))
    return replace(facts, names=names)


def _whole(facts: Entry, page: Page) -> Entry:
    body = page.body if page.search_text is None else page.search_text
    text = text_of(TITLE.sub("", str(body), count=1))
    return replace(_named(facts, page), summary=page.description, text=text)


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
