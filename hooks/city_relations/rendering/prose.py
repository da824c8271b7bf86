"""Authors' Markdown as safe HTML, once, for page, feed, PDF and data alike."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup

from city_relations import markdown
from city_relations.language import direction, raised, typography
from city_relations.language.typography import typeset_html
from city_relations.language.words import say, words_for
from city_relations.markdown.anchors import Anchors, anchors
from city_relations.markdown.html import converted
from city_relations.published import Heading
from city_relations.rendering.cleaning import PREFIX, Cleaner, Resolve
from city_relations.store import Store, key_of, recipe_of

K = TypeVar("K")
V = TypeVar("V")
REMEMBERED = 128  # texts
BACK = say("Back to the text of note {n}", n="{}")


@dataclass(frozen=True)
class Prose:
    """A text rendered: its HTML and its headings."""

    html: Markup
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class _Converted:
    """A text as HTML that is not safe yet, its headings, and the places a link can lead to."""

    html: str
    headings: tuple[Heading, ...]

    @cached_property
    def anchors(self) -> Anchors:
        return anchors((heading.id, heading.title) for heading in self.headings)


class Renderer:
    """CommonMark with what the forges add to it, then an allow-list.

    With a store, what Markdown makes of a text is kept; it is cleaned anew at each build.
    """

    def __init__(self, store: Store | None = None) -> None:
        self._store, self._recipe = store, _recipe()
        self._cleaned: dict[tuple[str, str], Prose] = {}
        self._converted: dict[tuple[str, str], _Converted] = {}

    def render(
        self, text: str, resolve: Resolve, part: str = "", language: str = "", page: str = ""
    ) -> Prose:
        """Render a text; `resolve` gives the URL for a target, None where it must not link.

        `part` sets the ids of one of several texts on a page apart from those of the others; the
        typography is that of `language`; `page` begins the links to places of the text itself,
        for readers who are not on its page.
        """
        found = self._convert(text, language)
        prefix = f"{PREFIX}{part}-" if part else PREFIX
        bare = found.html.lower()
        if "href" in bare or "src" in bare:
            return _cleaned(found, Cleaner(resolve, prefix, found.anchors, page))
        return self._alike(found, prefix)

    def _alike(self, found: _Converted, prefix: str) -> Prose:
        """Return a text that reads alike wherever it stands: it has no link and no picture."""
        known = self._cleaned.get((found.html, prefix))
        if known is None:
            cleaner = Cleaner(lambda _: None, prefix, found.anchors)
            known = _remember(self._cleaned, (found.html, prefix), _cleaned(found, cleaner))
        return known

    def _convert(self, text: str, language: str) -> _Converted:
        """Return the HTML of a text, not yet safe, and its headings; convert each text once."""
        found = self._converted.get((text, language))
        if found is None:
            html, headings = json.loads(self._kept(text, language))
            found = _Converted(html, tuple(Heading(*heading) for heading in headings))
            _remember(self._converted, (text, language), found)
        return found

    def _kept(self, text: str, language: str) -> bytes:
        if self._store is None:
            return _made(text, language)
        key = key_of(self._recipe, text, language, ending=".json")
        return self._store.get_or_make(key, lambda: _made(text, language))


def _remember(known: dict[K, V], key: K, value: V) -> V:
    """Remember something, and forget the oldest where there is much."""
    known[key] = value
    if len(known) > REMEMBERED:
        del known[next(iter(known))]
    return value


def _made(text: str, language: str) -> bytes:
    """Return a text's HTML, not yet safe, and its headings, as JSON."""
    found = converted(text, language, words_for(language)(BACK))
    html = typeset_html(Markup(found.html), language)  # noqa: S704 - cleaned before anybody sees it
    headings = [Heading(own, title, level) for own, title, level in found.headings]
    return json.dumps([html, [astuple(heading) for heading in headings]]).encode()


def _cleaned(found: _Converted, cleaner: Cleaner) -> Prose:
    headings = (Heading(cleaner.prefix + h.id, h.title, h.level) for h in found.headings)
    return Prose(cleaner.clean(found.html), tuple(headings))


def _recipe() -> str:
    """Return a digest that distinguishes how Markdown is read here, by this very code."""
    ours = (__file__, typography.__file__, direction.__file__, raised.__file__)
    files = [Path(file) for file in ours]
    files += sorted(path for folder in markdown.__path__ for path in Path(folder).glob("*.py"))
    return recipe_of(files, *READERS)


READERS = ("markdown-it-py", "mdit-py-plugins", "linkify-it-py")
