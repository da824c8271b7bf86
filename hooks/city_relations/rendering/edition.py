"""The site in one language: a context with the templates and the Markdown to render it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jinja2 import Environment, Template
from markupsafe import Markup

from city_relations.catalog import Catalog
from city_relations.catalog.grounded import OF_DAY
from city_relations.language.typeset_words import typeset_words
from city_relations.language.typography import typeset_html
from city_relations.language.untranslated import mark_language
from city_relations.language.words import SOURCE_LANGUAGE, Text, Words, languages_told, words_of
from city_relations.links import UNPUBLISHED
from city_relations.links.addresses import relative
from city_relations.links.mentions import mentions
from city_relations.published import Asset, Copy, Later, Page
from city_relations.rendering.cleaning import Inset
from city_relations.rendering.context import Context
from city_relations.rendering.documents import access_to
from city_relations.rendering.downloads import Download, download, named
from city_relations.rendering.foreign import foreign_block
from city_relations.rendering.keeping import Keeper
from city_relations.rendering.overrides import loader
from city_relations.rendering.photographs import PublishedPhoto
from city_relations.rendering.prose import Prose, Renderer
from city_relations.rendering.recipe import recipe
from city_relations.rendering.tables import framed
from city_relations.rendering.templating import environment, source_html
from city_relations.schema.localized import Localized
from city_relations.schema.press_release import PressRelease

Url = Callable[[str], str]
Files = tuple[Asset | Copy, ...]


class Edition(Context):
    """Everything an output needs to tell the catalog in one language.

    One that `postpones`, as a preview's does, makes costly things when somebody asks for them.
    """

    postpones: bool = False
    # Sets a page's title and fills its head, where a site knows what belongs there.
    finish: Callable[[Page], Page] = staticmethod(lambda page: page)

    def __init__(
        self,
        catalog: Catalog,
        language: str,
        renderer: Renderer,
        site_url: str,
        overrides: Path | None = None,
    ) -> None:
        """Tell `catalog` in `language`, its Markdown read by `renderer`.

        `overrides` is the folder of the city's own templates.
        """
        super().__init__(catalog, language, site_url)
        self._renderer, self.overrides = renderer, overrides
        made_with = recipe(catalog, language, site_url, overrides)
        self.keeper = Keeper(self.store, self.ledger, made_with)

    @cached_property
    def _templates(self) -> Environment:
        return environment(
            self,
            loader(self.overrides),
            prose=self._prose_here,
            photo=self._figure_here,
            document=self._document_here,
        )

    def seen_from(self, year: int) -> Edition:
        """Return the edition as it stood at the end of a year (see `Catalog.seen_from`).

        It keeps what it makes by what the record said of that time: no day of a build is in it.
        """
        then = self._unwatched.seen_from(year)
        if then is self._unwatched:
            return self
        seen = Edition(then, self.language, self._renderer, self.site_url, self.overrides)
        seen.ledger.share_records(self.ledger)
        seen.ledger.settle(OF_DAY)
        seen.postpones, seen.progress, seen.workers = self.postpones, self.progress, self.workers
        return seen

    def forget(self) -> None:
        """Forget what was derived and what was answered, which can be found again."""
        self.derived.clear()
        self.ledger.forget()

    def page_in_time(self, address: str, kind: str, make: Callable[[], Page]) -> Page | Later:
        """Return a page, or what makes it when somebody asks for its address."""
        if not self.postpones:
            return make()
        return Later((f"{address}index.html",), lambda: (make(),), kind)

    def files_in_time(
        self, paths: tuple[str, ...], make: Callable[[], Files]
    ) -> Iterable[Asset | Copy | Later]:
        """Return files, or what makes them when somebody asks for one of the paths."""
        return (Later(paths, make),) if self.postpones else make()

    def render(self, template: str, here: str, **data: Any) -> Markup:
        """Render a template, own or ours, for the page at address `here`, and typeset it."""
        rendered = mark_language(self.template(template).render(here=here, **data))
        return typeset_html(Markup(rendered), self.language)  # noqa: S704 - autoescape is on

    def template(self, name: str) -> Template:
        """Return a template of `outputs/templates/` or of the theme."""
        return self._templates.get_template(name)

    def prose(
        self, markdown: Localized | str | None, file: str, here: str, part: str = ""
    ) -> Prose:
        """Render an author's Markdown; `file` is where it stands, `here` the page it goes to."""
        found = self._prose(markdown, file, lambda address: relative(address, here), part)
        html, language = found.html, self._language_of(markdown, file)
        if "<table" in html:
            html = Markup(framed(html, self._words_in(language)))  # noqa: S704 - cleaned, and our own frame
        if isinstance(markdown, Localized) and language != self.language:
            html = foreign_block(html, language)
        return replace(found, html=html)

    def prose_of_law(self, says: Localized | None) -> Markup:
        """Render what a law says, marked with its language where it is not the page’s."""
        told = self._told_by_law(says) if says else None
        return self.prose(told, self.catalog.city.file, here="").html if told else Markup()

    def line_of_law(self, says: Localized) -> Markup:
        """Return one line that a law says, marked where its language is not the page's."""
        return self.text(self._told_by_law(says))

    def _told_by_law(self, says: Localized) -> Localized:
        """Return a law in one language: the page's, the city's own words, English, any."""
        own = self.language.split("-")[0]
        wanted = (self.language, own, "", SOURCE_LANGUAGE)
        told = next((language for language in wanted if language in says), next(iter(says)))
        return Localized({self.language if told == own else told: says[told]})

    def prose_outside(self, markdown: Localized | str | None, file: str) -> Prose:
        """Render an author's Markdown for readers outside the site: every link in full.

        Links to a place of the text itself stay in it; see `prose_elsewhere`.
        """
        return self._prose(markdown, file, self.absolute)

    def prose_elsewhere(self, markdown: Localized | str | None, file: str, page: str) -> Prose:
        """Render an author's Markdown for a reader of feeds: links into it lead to its page."""
        return self._prose(markdown, file, self.absolute, page=self.absolute(page))

    def lang(self, text: Localized | None) -> Markup:
        """Return the attribute that marks an element whose own attribute is a text of an author."""
        language = self.language_of(text) if text else self.language
        own = language == self.language
        return Markup() if own else Markup(' lang="{}"').format(language)

    def figure(self, photo: PublishedPhoto, url: Url, *, first: bool = False) -> Markup:
        """Render a photo with its caption and credit; `first` when it is seen at once."""
        return self.render("_photo.html", here="", shown=photo, url=url, first=first)

    def _prose_here(
        self, here: str, markdown: Localized | str | None, file: str, part: str
    ) -> Markup:
        return self.prose(markdown, file, here, part).html

    def _figure_here(self, here: str, photo: PublishedPhoto, *, first: bool = False) -> Markup:
        return self.figure(photo, lambda address: relative(address, here), first=first)

    def _prose(
        self,
        markdown: Localized | str | None,
        file: str,
        url: Url,
        part: str = "",
        page: str = "",
    ) -> Prose:
        text, language = self.plain(markdown), self._language_of(markdown, file)
        target = partial(self._target, file, url, language)
        return self._renderer.render(text, target, part, language, page)

    def _target(
        self, file: str, url: Url, language: str, target: str
    ) -> str | Inset | Download | None:
        """Return what an author's target leads to; a photo's name stands for its figure."""
        if photo := self.photos_by_name(file).get(unquote(target)):
            return Inset(url(photo.download), partial(self.figure, photo, url))
        found = self.catalog.destinations.resolve(target, file)
        if isinstance(found, Text) or found == UNPUBLISHED:
            return None
        if offered := self.download(found, url, language):
            return offered
        if ":" in found or found.startswith("#"):
            return found
        page, mark, place = found.partition("#")
        return url(self.catalog.address_for(page) + mark + place)

    def documents_of(self, release: PressRelease) -> tuple[tuple[str, Download], ...]:
        """Return the addresses of the documents a release names, and each as readers get it."""
        told = (self.document_address(one.target, release.file) for one in mentions(release))
        found, language = dict.fromkeys(filter(None, told)), release.own_language
        offered = ((address, self.download(address, self.absolute, language)) for address in found)
        return tuple((address, one) for address, one in offered if one)

    def _document_here(
        self, here: str, name: str, file: str, words: str = "", beside: Sequence[str] = ()
    ) -> Markup:
        """Return a document that a field of a file names, as a link; one of the web by its host.

        `words` are those of the link, where it has its own; `beside` are all that the field names.
        """
        address = self.document_address(name, file)
        found = self.download(address, lambda one: relative(one, here))
        if found:
            return named(words or address.rpartition("/")[2], found)
        names = beside or (name,)
        access = access_to(self, names, file)[names.index(name)]
        note = Markup(" ({})").format(self.words(access.label)) if access.told else Markup()
        return source_html(name, self.as_written, words) + note

    def download(self, address: str, url: Url, language: str = "") -> Download | None:
        """Return the document at an address for a text in a language; None where there is none."""
        found = self.catalog.document(address.partition("#")[0])
        if found is None:
            return None
        language = language or self.language
        return download(found, address, url, language, self._words_in(language))

    def _language_of(self, text: Localized | str | None, file: str) -> str:
        """Return the language of a text of a content file."""
        if isinstance(text, Localized):
            return self.language_of(text)
        record = self.catalog.record(file)
        own = record.own_language if isinstance(record, PressRelease) else ""
        return own or self.first_language

    def _words_in(self, language: str) -> Words:
        """Return the words of a language, set; the site's where we do not speak it."""
        told = language in languages_told()
        return typeset_words(words_of(self.catalog.root, language)) if told else self.words
