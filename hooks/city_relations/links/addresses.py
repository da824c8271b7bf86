"""Where everything lives: the address of each page, its segments in the language of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from slugify import slugify

from city_relations.language.latin import slug_of
from city_relations.language.words import Words, say_in, words_of
from city_relations.schema.choices import Theme
from city_relations.schema.press_release import PressRelease

PARTNERS = say_in("address", "partners")
RELEASES = say_in("address", "press-releases")
PAGE = say_in("address", "page")
TIMELINE = say_in("address", "timeline")
MAP = say_in("address", "map")
THEMES = say_in("address", "themes")
AGENDA = say_in("address", "agenda")
TAKE_PART = say_in("address", "take-part")
SUBSCRIBE = say_in("address", "subscribe")
PRESS = say_in("address", "press")
PHOTOS = say_in("address", "photos")
DATA = say_in("address", "data")
JOURNAL = say_in("address", "journal")
REPORTS = say_in("address", "reports")
ECO_DESIGN = say_in("address", "eco-design")
SEARCH = say_in("address", "search")
EMBED = say_in("address", "embed")
FRAMES = say_in("address", "frames")
SHEET = say_in("address", "sheet")
DOCUMENTS = say_in("address", "documents")
LEGAL = say_in("address", "legal-notice")
PRIVACY = say_in("address", "privacy")
ACCESSIBILITY = say_in("address", "accessibility")
EASY = say_in("address", "easy-read")
CALENDAR = "agenda.ics"
FOLLOW_UP = say_in("address", "follow-up")


# The page of its folder: as MkDocs has it, and as forges show it.
INDEXES = ("index", "README")


@dataclass(frozen=True)
class Addresses:
    """The addresses of a site in one language, all directory URLs from its root.

    None begins with a slash. `home` is where the language begins: "" for the first, `de/` for
    another. `site` holds the addresses in each language of the site, these among them.
    """

    words: Words
    home: str = ""
    site: Mapping[str, Addresses] = field(
        default_factory=lambda: MappingProxyType({}), compare=False, repr=False
    )

    @property
    def first(self) -> Addresses:
        """Return the addresses in the site's first language, where what is told once lives."""
        return next(iter(self.site.values()), self)

    @property
    def calendar(self) -> str:
        """Return the calendar of all partners."""
        return f"{self.home}{CALENDAR}"

    @property
    def follow_up(self) -> str:
        """Return the calendar of what is due, for the staff."""
        return f"{self.home}{self.words(FOLLOW_UP)}.ics"

    @cached_property
    def partners(self) -> str:
        """Return the list of partners."""
        return f"{self.home}{self.words(PARTNERS)}/"

    def partner(self, slug: str) -> str:
        """Return a partner's page."""
        return f"{self.partners}{slug}/"

    def sheet(self, slug: str) -> str:
        """Return a partner's sheet as PDF, called by its name."""
        return f"{self.partner(slug)}{self.words(SHEET)}-{slug}.pdf"

    @cached_property
    def releases(self) -> str:
        """Return the list of press releases."""
        return f"{self.home}{self.words(RELEASES)}/"

    def year(self, year: int) -> str:
        """Return a year's press releases."""
        return f"{self.releases}{year}/"

    def releases_of(self, slug: str) -> str:
        """Return a partner's press releases."""
        return f"{self.partner(slug)}{self.words(RELEASES)}/"

    def releases_on(self, theme: Theme) -> str:
        """Return the press releases about a theme."""
        return f"{self.theme(theme)}{self.words(RELEASES)}/"

    def part(self, listed: str, number: int) -> str:
        """Return a page of a list by its number; the first is the list itself."""
        return f"{listed}{self.words(PAGE)}-{number}/" if number > 1 else listed

    def release(self, release: PressRelease) -> str:
        """Return a release's page, which stands in its own language whatever the reader's.

        A translation into a language that the site is not told in lives under its original.
        """
        language = release.own_language
        there = self.site.get(language, self.first)
        own = f"{there.year(release.year)}{release.slug}/"
        return own if language in ("", *self.site) else f"{own}{language}/"

    @cached_property
    def timeline(self) -> str:
        """Return the city's timeline."""
        return f"{self.home}{self.words(TIMELINE)}/"

    @cached_property
    def map(self) -> str:
        """Return the map."""
        return f"{self.home}{self.words(MAP)}/"

    @cached_property
    def agenda(self) -> str:
        """Return the coming months."""
        return f"{self.home}{self.words(AGENDA)}/"

    @cached_property
    def take_part(self) -> str:
        """Return the ways to take part."""
        return f"{self.home}{self.words(TAKE_PART)}/"

    @cached_property
    def embed(self) -> str:
        """Return the page of what other sites may show of this one."""
        return f"{self.home}{self.words(EMBED)}/"

    @cached_property
    def frames(self) -> str:
        """Return the folder of the pages that other sites may frame."""
        return f"{self.embed}{self.words(FRAMES)}/"

    @cached_property
    def subscribe(self) -> str:
        """Return how to subscribe to calendars and feeds."""
        return f"{self.home}{self.words(SUBSCRIBE)}/"

    @cached_property
    def press(self) -> str:
        """Return the page for journalists."""
        return f"{self.home}{self.words(PRESS)}/"

    @cached_property
    def photos(self) -> str:
        """Return the photos for the press."""
        return f"{self.press}{self.words(PHOTOS)}/"

    @cached_property
    def data(self) -> str:
        """Return the open data."""
        return f"{self.home}{self.words(DATA)}/"

    @cached_property
    def reports(self) -> str:
        """Return the list of yearly reports."""
        return f"{self.home}{self.words(REPORTS)}/"

    def report(self, year: int) -> str:
        """Return the report of a year."""
        return f"{self.reports}{year}/"

    def report_pdf(self, year: int) -> str:
        """Return the report of a year as PDF, called by its name."""
        return f"{self.report(year)}{self.words(REPORTS)}-{year}.pdf"

    @cached_property
    def journal(self) -> str:
        """Return what changed in the record."""
        return f"{self.home}{self.words(JOURNAL)}/"

    @cached_property
    def eco_design(self) -> str:
        """Return the page on eco-design."""
        return f"{self.home}{self.words(ECO_DESIGN)}/"

    @cached_property
    def search(self) -> str:
        """Return the search, with what it reads beside it."""
        return f"{self.home}{self.words(SEARCH)}/"

    @cached_property
    def legal(self) -> str:
        """Return the legal notice, where no hand-written page in this language holds it."""
        return f"{self.home}{self.words(LEGAL)}/"

    @cached_property
    def privacy(self) -> str:
        """Return what is kept of readers, where no hand-written page in this language says it."""
        return f"{self.home}{self.words(PRIVACY)}/"

    @cached_property
    def accessibility(self) -> str:
        """Return the statement on accessibility, where no hand-written page in it holds it."""
        return f"{self.home}{self.words(ACCESSIBILITY)}/"

    @cached_property
    def easy(self) -> str:
        """Return the list of what is told in easy language."""
        return self.easy_version(self.home)

    def easy_version(self, address: str) -> str:
        """Return where a page of this language is told in easy language."""
        return f"{address}{self.words(EASY)}/"

    @cached_property
    def themes(self) -> str:
        """Return the list of themes."""
        return f"{self.home}{self.words(THEMES)}/"

    def theme(self, theme: Theme) -> str:
        """Return a theme's page."""
        return self._by_theme[theme]

    @cached_property
    def _by_theme(self) -> dict[Theme, str]:
        language = self.words.language
        return {t: f"{self.themes}{slug_of(self.words(t.label), language)}/" for t in Theme}

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
        """Return the address of a hand-written page by its path below `docs/`, language aside."""
        stem = page.removesuffix(".md")
        folder, slash, name = stem.rpartition("/")
        return f"{folder}{slash}" if name in INDEXES else f"{stem}/"


def site_addresses(root: Path, languages: Iterable[str]) -> Mapping[str, Addresses]:
    """Return the addresses of a site in each of its languages; `root` holds words of its own."""
    found: dict[str, Addresses] = {}
    for language in languages:
        home = f"{language.lower()}/" if found else ""
        found.setdefault(language, Addresses(words_of(root, language), home, found))
    return MappingProxyType(found)


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
    depth = here.count("/")
    if depth and target.partition("/")[0] != here.partition("/")[0]:  # most lead elsewhere
        return "../" * depth + target
    path, mark, anchor = target.partition("#")
    there, base = path.split("/"), here.split("/")[:-1]
    shared = 0
    for mine, theirs in zip(base, there[:-1], strict=False):
        if mine != theirs:
            break
        shared += 1
    found = "../" * (len(base) - shared) + "/".join(there[shared:])
    return (found or "./") + mark + anchor
