"""The site in one language: a context with the templates and the Markdown to render it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from jinja2 import Environment, Template
from markupsafe import Markup

from city_relations.catalog import Catalog
from city_relations.language.typography import typeset_html
from city_relations.language.words import Text
from city_relations.links import UNPUBLISHED
from city_relations.links.addresses import relative
from city_relations.rendering.context import Context
from city_relations.rendering.overrides import loader
from city_relations.rendering.photographs import PublishedPhoto
from city_relations.rendering.prose import Prose, Renderer
from city_relations.rendering.templating import environment
from city_relations.schema.localized import Localized
from city_relations.schema.press_release import PressRelease

Url = Callable[[str], str]
# Stands before a photo's name until the text it is in has been cleaned.
PHOTO = "@photo/"
PHOTO_ALONE = re.compile(r'(?:<p>)?<img [^>]*?src="@photo/(?P<name>[^"]+)"[^>]*>(?:</p>)?')
PHOTO_LINK = re.compile(r'href="@photo/(?P<name>[^"]+)"')


class Edition(Context):
    """Everything an output needs to tell the catalog in one language."""

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

    @cached_property
    def _templates(self) -> Environment:
        return environment(
            self, loader(self.overrides), prose=self._prose_here, photo=self._figure_here
        )

    def render(self, template: str, here: str, **data: Any) -> Markup:
        """Render a template, own or ours, for the page at address `here`, and typeset it."""
        rendered = self.template(template).render(here=here, **data)
        return typeset_html(Markup(rendered), self.language)  # noqa: S704 - autoescape is on

    def template(self, name: str) -> Template:
        """Return a template of `outputs/templates/` or of the theme."""
        return self._templates.get_template(name)

    def prose(
        self, markdown: Localized | str | None, file: str, here: str, part: str = ""
    ) -> Prose:
        """Render an author's Markdown; `file` is where it stands, `here` the page it goes to."""
        return self._prose(markdown, file, lambda address: relative(address, here), part)

    def prose_outside(self, markdown: Localized | str | None, file: str) -> Prose:
        """Render an author's Markdown for readers outside the site: every link in full."""
        return self._prose(markdown, file, self.absolute)

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
        self, markdown: Localized | str | None, file: str, url: Url, part: str = ""
    ) -> Prose:
        record = self.catalog.record(file)
        own = record.language if isinstance(record, PressRelease) else ""
        target = partial(self._target, file, url)
        told = self._renderer.render(self.plain(markdown), target, part, own or self.language)
        return replace(told, html=self._with_photos(told.html, file, url))

    def _target(self, file: str, url: Url, target: str) -> str | None:
        """Return the URL an author's target leads to; a photo's name waits for its figure."""
        if target in self.photos_by_name(file):
            return f"{PHOTO}{quote(target)}"
        found = self.catalog.destinations.resolve(target, file)
        if isinstance(found, Text) or found == UNPUBLISHED:
            return None
        return found if ":" in found else url(found)

    def _with_photos(self, html: Markup, file: str, url: Url) -> Markup:
        """Set each photo of a text as a figure, and lead links to photos to the one for print."""
        if PHOTO not in html:
            return html
        known = self.photos_by_name(file)

        def figure(found: re.Match[str]) -> str:
            return self.figure(known[unquote(found["name"])], url)

        def download(found: re.Match[str]) -> str:
            return f'href="{url(known[unquote(found["name"])].download)}"'

        told = PHOTO_LINK.sub(download, PHOTO_ALONE.sub(figure, str(html)))
        return Markup(told)  # noqa: S704 - cleaned before, and our own figures
