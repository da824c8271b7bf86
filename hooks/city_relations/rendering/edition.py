"""The site in one language: the catalog with the words, addresses and templates to tell it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property, partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote, unquote

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache
from markupsafe import Markup

from city_relations.language.typography import set_html, set_plain
from city_relations.language.words import Text, Words, words_for
from city_relations.links import UNPUBLISHED
from city_relations.links.addresses import Addresses, relative
from city_relations.published import Link
from city_relations.rendering.photographs import Shown, named_in_text, shown
from city_relations.rendering.templating import environment, foreign
from city_relations.schema.localized import Localized
from city_relations.schema.nearest import folded
from city_relations.schema.press_release import PressRelease
from city_relations.schema.values import territories
from city_relations.store import store_of

if TYPE_CHECKING:
    from city_relations.catalog import Catalog
    from city_relations.rendering.prose import Prose, Renderer
    from city_relations.schema.partner import Partner

T = TypeVar("T")


Url = Callable[[str], str]
NOTHING: Mapping[str, Markup] = MappingProxyType({})
PLACE = 0xFDD0  # the first of 32 characters that never stand in a text (Unicode, 23.7)
# Stands before a photo's name until the text it is in has been cleaned.
PHOTO = "@photo/"
PHOTO_ALONE = re.compile(r'(?:<p>)?<img [^>]*?src="@photo/(?P<name>[^"]+)"[^>]*>(?:</p>)?')
PHOTO_LINK = re.compile(r'href="@photo/(?P<name>[^"]+)"')


class Edition:
    """Everything an output needs to tell the catalog in one language."""

    def __init__(self, catalog: Catalog, language: str, renderer: Renderer, site_url: str) -> None:
        self.catalog, self.language, self.site_url = catalog, language, site_url
        self.words: Words = words_for(language)
        self.addresses = Addresses(self.words)
        self._renderer = renderer
        self.store = store_of(catalog.root)
        self._derived: dict[object, Any] = {}

    def once(self, key: object, make: Callable[[], T]) -> T:
        """Give what several outputs tell alike, derived the first time it is asked for."""
        if key not in self._derived:
            self._derived[key] = make()
        found: T = self._derived[key]
        return found

    @cached_property
    def compiled(self) -> FileSystemBytecodeCache:
        """Give where Jinja keeps compiled templates, each by its text and Jinja's version."""
        self.store.folder.mkdir(parents=True, exist_ok=True)
        return FileSystemBytecodeCache(str(self.store.folder), f"jinja-{jinja2.__version__}-%s")

    @cached_property
    def _templates(self) -> Environment:
        return environment(self)

    def render(
        self, template: str, here: str, finished: Mapping[str, Markup] = NOTHING, **data: Any
    ) -> Markup:
        """Render a template of `outputs/templates/` for the page at address `here`.

        `finished` holds parts by name whose typography is set: they are put in as they are.
        """
        places = {name: chr(PLACE + i) for i, name in enumerate(finished)}
        rendered = self._templates.get_template(template).render(here=here, **places, **data)
        told = set_html(Markup(rendered), self.language)  # noqa: S704 - autoescape is on
        for name, part in finished.items():
            told = told.replace(places[name], part)
        return told

    def text(self, text: Text | Localized | str | None) -> Markup:
        """Give a text, escaped; marked with its language where it is not the page's."""
        language = text.language(self.language) if isinstance(text, Localized) else ""
        own = language in ("", self.language)
        return Markup.escape(self.plain(text)) if own else foreign(self.plain(text), language)

    def title(self, text: Text | str) -> str:
        """Give a title bare, its typography set."""
        return set_plain(self.words(text), self.language)

    def plain(self, text: Text | Localized | str | None) -> str:
        """Give a text bare, for titles and data."""
        return text.in_(self.language) if isinstance(text, Localized) else self.words(text or "")

    def prose(
        self, markdown: Localized | str | None, file: str, here: str, part: str = ""
    ) -> Prose:
        """Render an author's Markdown; `file` is where it stands, `here` the page it goes to."""
        return self._prose(markdown, file, lambda address: relative(address, here), part)

    def prose_outside(self, markdown: Localized | str | None, file: str) -> Prose:
        """Render an author's Markdown for readers outside the site: every link in full."""
        return self._prose(markdown, file, self.absolute)

    def _prose(
        self, markdown: Localized | str | None, file: str, url: Url, part: str = ""
    ) -> Prose:
        record = self.catalog.record(file)
        own = record.language if isinstance(record, PressRelease) else ""
        target = partial(self._target, file, url)
        told = self._renderer.render(self.plain(markdown), target, part, own or self.language)
        return replace(told, html=self._with_photos(told.html, file, url))

    def _target(self, file: str, url: Url, target: str) -> str | None:
        """Give the URL an author's target leads to; a photo's name waits for its figure."""
        if target in self._photos_by_name(file):
            return f"{PHOTO}{quote(target)}"
        found = self.catalog.destinations.resolve(target, file)
        if isinstance(found, Text) or found == UNPUBLISHED:
            return None
        return found if ":" in found else url(found)

    def photos(self, record: Partner | PressRelease) -> tuple[Shown, ...]:
        """Give the photos of a record that may be shown today."""
        return self.once(
            ("photos", record.file), lambda: tuple(shown(self.catalog, self.addresses, record))
        )

    def photos_beside(self, record: Partner | PressRelease) -> tuple[Shown, ...]:
        """Give the photos of a record that its texts do not show themselves."""
        told = named_in_text(record)
        return tuple(one for one in self.photos(record) if one.photo.file not in told)

    def _photos_by_name(self, file: str) -> dict[str, Shown]:
        record = self.catalog.record(file)
        return {one.photo.file: one for one in self.photos(record)} if record else {}

    def _with_photos(self, html: Markup, file: str, url: Url) -> Markup:
        """Set each photo of a text as a figure, and lead links to photos to the one for print."""
        if PHOTO not in html:
            return html
        known = self._photos_by_name(file)

        def figure(found: re.Match[str]) -> str:
            return self.figure(known[unquote(found["name"])], url)

        def download(found: re.Match[str]) -> str:
            return f'href="{url(known[unquote(found["name"])].download)}"'

        told = PHOTO_LINK.sub(download, PHOTO_ALONE.sub(figure, str(html)))
        return Markup(told)  # noqa: S704 - cleaned before, and our own figures

    def figure(self, photo: Shown, url: Url, *, first: bool = False) -> Markup:
        """Give a photo with its caption and credit; `first` when it is seen at once."""
        return self.render("_photo.html", here="", shown=photo, url=url, first=first)

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        """Give the partners by name, accents aside."""
        found = self.catalog.partners
        return tuple(sorted(found, key=lambda p: (folded(self.plain(p.name)), p.slug)))

    def country(self, code: str) -> str:
        """Name a country in the language of the edition."""
        return COUNTRIES.get((self.language, code)) or territories(self.language)[code]

    def home_link(self) -> Link:
        """Give the way to the home page."""
        return Link(self.addresses.home, self.words.gettext("Home"))

    def partner_link(self, partner: Partner) -> Link:
        """Give the way to a partner's page."""
        return Link(self.addresses.partner(partner.slug), self.plain(partner.name))

    def absolute(self, address: str) -> str:
        """Give the full URL of an address."""
        return self.site_url + address


# Names that differ from CLDR's, which hesitates where French usage does not.
COUNTRIES: Mapping[tuple[str, str], str] = {
    ("fr", "PS"): "Palestine",
    ("fr", "CD"): "République démocratique du Congo",
    ("fr", "HK"): "Hong Kong",
}
