"""Press releases in lists: the newest, then those of a year, with a partner and about a theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from markupsafe import Markup

from city_relations.catalog.release_lists import ReleaseList, Subject
from city_relations.language.untranslated import capital
from city_relations.language.words import Text, say, say_in
from city_relations.published import Later, Link, Page
from city_relations.rendering.context import derived_once
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page
from city_relations.rendering.paging import Paging, pages_named
from city_relations.schema.choices import Theme
from city_relations.schema.press_release import PressRelease
from city_relations.search.entries import KINDS
from city_relations.search.words import choice_of

RECENT = 20
# What a search is narrowed by, as its address names it.
YEAR, PARTNER = say_in("address", "year"), say_in("address", "partner")
THEME, KIND = say_in("address", "theme"), say_in("address", "kind-of-page")


@dataclass(frozen=True)
class Narrower:
    """Ways to fewer releases: what tells them apart, then an address, its words and how many."""

    title: str
    ways: tuple[tuple[str, Markup, int], ...]


@dataclass(frozen=True)
class Part(Paging):
    """One page of a list, and what it holds.

    A page `of_years` leads to the lists of all years; `more` says that these hold more than it.
    """

    releases: tuple[PressRelease, ...]
    of_years: bool = True
    more: bool = False


def outputs(edition: Edition) -> Iterator[Page | Later]:
    """Yield the list of recent releases, then the pages of each list."""
    here = edition.addresses.releases
    title = edition.words.gettext("Press releases")
    told = edition.catalog.releases
    recent = Part(1, (Link(here, title),), told[:RECENT], more=len(told) > RECENT)
    ways = _ways_to_lists(edition)
    make = partial(_page, edition, here, recent, (edition.home_link(),), ways)
    yield edition.page_in_time(here, "list", make)
    for listed in edition.catalog.release_lists:
        yield from _pages(edition, listed)


def _pages(edition: Edition, listed: ReleaseList) -> Iterator[Page | Later]:
    """Yield the pages of a list, each leading to the next."""
    title, trail = edition.words(_title(edition, listed)), _trail(edition, listed)
    links = pages_named(edition, title, listed.addresses(edition.addresses))
    for n, (link, releases) in enumerate(zip(links, listed.parts, strict=True), 1):
        part = Part(n, links, releases, isinstance(listed.of, int))
        make = partial(_listed, edition, link.address, part, trail, listed)
        yield edition.page_in_time(link.address, "list", make)


def _listed(
    edition: Edition, here: str, part: Part, trail: tuple[Link, ...], listed: ReleaseList
) -> Page:
    """Return a page of a list; the first leads to searches that narrow it."""
    ways = _ways_to_fewer(edition, listed) if part.number == 1 else ()
    return _page(edition, here, part, trail, ways)


@kept_page
def _page(
    edition: Edition, here: str, part: Part, trail: tuple[Link, ...], ways: tuple[Narrower, ...]
) -> Page:
    title = part.here.title
    changed = edition.catalog.last_updated(part.releases)
    return Page(
        address=here,
        title=title,
        body=edition.render("release_list.html", here, title=title, part=part, ways=ways),
        language=edition.language,
        kind="list",
        trail=trail,
        previous=part.near(-1),
        next=part.near(1),
        updated=changed.date() if changed else None,
        searchable=part.number == 1,
        search_text=Markup(),  # the releases are found themselves
    )


def _title(edition: Edition, listed: ReleaseList) -> Text:
    if isinstance(listed.of, Theme):
        return say("Press releases on the theme “{theme}”", theme=listed.of.label)
    if isinstance(listed.of, int):
        return say("Press releases of {year}", year=listed.of)
    partner = edition.plain(edition.catalog.partner(listed.of).name)
    return say("Press releases with {partner}", partner=partner)


def _trail(edition: Edition, listed: ReleaseList) -> tuple[Link, ...]:
    """Lead from the home page to what a list is about, or to the list of recent releases."""
    addresses, words, home = edition.addresses, edition.words, edition.home_link()
    if isinstance(listed.of, Theme):
        own = Link(addresses.theme(listed.of), capital(words(listed.of.label)))
        return home, Link(addresses.themes, words.gettext("Themes")), own
    if isinstance(listed.of, int):
        return home, Link(addresses.releases, words.gettext("Press releases"))
    own = edition.partner_link(edition.catalog.partner(listed.of))
    return home, Link(addresses.partners, words.gettext("Partners")), own


def _ways_to_lists(edition: Edition) -> tuple[Narrower, ...]:
    """Return the lists of partners and of themes; those of years stand on every page."""
    catalog, addresses = edition.catalog, edition.addresses
    partners = dict.fromkeys((p.slug for p in catalog.partners if catalog.releases_of(p.slug)), 0)
    themes = dict.fromkeys((theme for theme in Theme if catalog.releases_on(theme)), 0)
    return (
        _by_partner(edition, partners, addresses.releases_of),
        _by_theme(edition, themes, addresses.releases_on),
    )


def _ways_to_fewer(edition: Edition, listed: ReleaseList) -> tuple[Narrower, ...]:
    """Return searches that narrow a list by what it is not about, where there is a choice."""
    releases, search = listed.releases, partial(_search, edition, listed.of)
    years = Counter(release.year for release in releases)
    partners = Counter(slug for release in releases for slug in dict.fromkeys(release.partners))
    themes = Counter(theme for release in releases for theme in dict.fromkeys(release.themes))
    found = {
        "year": _by_year(edition, years, search),
        "partner": _by_partner(edition, partners, search),
        "theme": _by_theme(edition, themes, search),
    }
    if isinstance(listed.of, Theme):
        del found["theme"]
    else:
        del found["year" if isinstance(listed.of, int) else "partner"]
    return tuple(one for one in found.values() if len(one.ways) > 1)


def _search(edition: Edition, *of: Subject) -> str:
    """Return the address of the search for the releases that are about all of these."""
    chosen = (*(_choice(edition, one) for one in of), *_only_releases(edition))
    return f"{edition.addresses.search}?{urlencode(chosen)}"


@derived_once
def _only_releases(edition: Edition) -> tuple[tuple[str, str], ...]:
    return ((edition.words(KIND), choice_of(edition.words(KINDS["release"]))),)


@derived_once
def _choice(edition: Edition, of: Subject) -> tuple[str, str]:
    """Return the name and the value that a search's address has for a subject."""
    if isinstance(of, Theme):
        return edition.words(THEME), choice_of(edition.words(of.label))
    name, value = (YEAR, str(of)) if isinstance(of, int) else (PARTNER, of)
    return edition.words(name), value


def _by_year(edition: Edition, found: Mapping[int, int], address: Callable[[int], str]) -> Narrower:
    ways = ((address(year), Markup.escape(year), found[year]) for year in sorted(found)[::-1])
    return Narrower(edition.words.gettext("By year"), tuple(ways))


def _by_partner(
    edition: Edition, found: Mapping[str, int], address: Callable[[str], str]
) -> Narrower:
    told = (partner for partner in edition.partners if partner.slug in found)
    ways = ((address(p.slug), edition.name_of(p.name), found[p.slug]) for p in told)
    return Narrower(edition.words.gettext("By partner"), tuple(ways))


def _by_theme(
    edition: Edition, found: Mapping[Theme, int], address: Callable[[Theme], str]
) -> Narrower:
    told = ((theme, capital(edition.words(theme.label))) for theme in Theme if theme in found)
    ways = ((address(theme), Markup.escape(name), found[theme]) for theme, name in told)
    return Narrower(edition.words.gettext("By theme"), tuple(ways))
