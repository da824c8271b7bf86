"""Where everything lives: the address of each page, its segments in the language of the site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from slugify import slugify

from city_relations.language.words import Words, say_in
from city_relations.schema.choices import Theme
from city_relations.schema.press_release import PressRelease

PARTNERS = say_in("address", "partners")
RELEASES = say_in("address", "press-releases")
TIMELINE = say_in("address", "timeline")
MAP = say_in("address", "map")
THEMES = say_in("address", "themes")
AGENDA = say_in("address", "agenda")
PRESS = say_in("address", "press")
DATA = say_in("address", "data")
ECO_DESIGN = say_in("address", "eco-design")
SEARCH = say_in("address", "search")
DOCUMENTS = say_in("address", "documents")


@dataclass(frozen=True)
class Addresses:
    """The addresses of a site, all directory URLs from its root, without a leading slash."""

    words: Words

    home = ""

    @cached_property
    def partners(self) -> str:
        """Return the list of partners."""
        return f"{self.words(PARTNERS)}/"

    def partner(self, slug: str) -> str:
        """Return a partner's page."""
        return f"{self.partners}{slug}/"

    @cached_property
    def releases(self) -> str:
        """Return the list of press releases."""
        return f"{self.words(RELEASES)}/"

    def year(self, year: int) -> str:
        """Return a year's press releases."""
        return f"{self.releases}{year}/"

    def release(self, release: PressRelease) -> str:
        """Return a release's page; a translation lives under its original."""
        own = f"{self.year(release.year)}{release.slug}/"
        return f"{own}{release.language}/" if release.language else own

    @cached_property
    def timeline(self) -> str:
        """Return the city's timeline."""
        return f"{self.words(TIMELINE)}/"

    @cached_property
    def map(self) -> str:
        """Return the map."""
        return f"{self.words(MAP)}/"

    @cached_property
    def agenda(self) -> str:
        """Return the coming months."""
        return f"{self.words(AGENDA)}/"

    @cached_property
    def press(self) -> str:
        """Return the page for journalists."""
        return f"{self.words(PRESS)}/"

    @cached_property
    def data(self) -> str:
        """Return the open data."""
        return f"{self.words(DATA)}/"

    @cached_property
    def eco_design(self) -> str:
        """Return the page on eco-design."""
        return f"{self.words(ECO_DESIGN)}/"

    @cached_property
    def search(self) -> str:
        """Return the search, with what it reads beside it."""
        return f"{self.words(SEARCH)}/"

    @cached_property
    def themes(self) -> str:
        """Return the list of themes."""
        return f"{self.words(THEMES)}/"

    def theme(self, theme: Theme) -> str:
        """Return a theme's page."""
        return self._by_theme[theme]

    @cached_property
    def _by_theme(self) -> dict[Theme, str]:
        return {theme: f"{self.themes}{slugify(self.words(theme.label))}/" for theme in Theme}

    def document(self, file: str) -> str:
        """Return where the document of a content file lives; one in `docs/` keeps its path."""
        root, _, path = file.partition("/")
        if root == "docs":
            return path
        section = self.partners if root == "partners" else self.releases
        *folders, name = path.split("/")
        return "/".join([f"{section}{'/'.join([*folders, self.words(DOCUMENTS)])}", _name(name)])

    @staticmethod
    def written(page: str) -> str:
        """Return the address of a hand-written page, from its path below `docs/`."""
        stem = page.removesuffix(".md")
        index = stem == "index" or stem.endswith("/index")
        return stem.removesuffix("index") if index else f"{stem}/"


def _name(file: str) -> str:
    """Return a file's name as part of an address: `Convention 2024.it.PDF` is `….it.pdf`."""
    stem, _, ending = file.rpartition(".")
    parts = [slugify(re.sub("['’°]", "-", part)) for part in stem.split(".")]
    return ".".join([*filter(None, parts), ending.lower()])


def relative(target: str, here: str) -> str:
    """Return the URL of an address or file, as seen from the page at another address.

    >>> relative("partenaires/turin/", "communiques/2023/")
    '../../partenaires/turin/'
    """
    path, mark, anchor = target.partition("#")
    there, base = path.split("/"), here.split("/")[:-1]
    shared = 0
    for mine, theirs in zip(base, there[:-1], strict=False):
        if mine != theirs:
            break
        shared += 1
    found = "../" * (len(base) - shared) + "/".join(there[shared:])
    return (found or "./") + mark + anchor
