"""Press releases by year: the newest year first, then a page a year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from city_relations.published import Later, Link, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page
from city_relations.schema.press_release import PressRelease

RECENT = 20


def outputs(edition: Edition) -> Iterator[Page | Later]:
    """Yield the list of recent releases and one page for each year."""
    title = edition.words.gettext("Press releases")
    here = edition.addresses.releases
    releases = edition.catalog.releases
    first = partial(_page, edition, here, title, releases[:RECENT], (edition.home_link(),))
    yield edition.page_in_time(here, "list", first)
    for year, told in edition.catalog.years.items():
        name = edition.words.gettext("Press releases of {year}").format(year=year)
        trail = (edition.home_link(), Link(here, title))
        below = edition.addresses.year(year)
        make = partial(_page, edition, below, name, told, trail)
        yield edition.page_in_time(below, "list", make)


@kept_page
def _page(
    edition: Edition,
    here: str,
    title: str,
    releases: tuple[PressRelease, ...],
    trail: tuple[Link, ...],
) -> Page:
    body = edition.render("release_list.html", here=here, title=title, releases=releases)
    changed = edition.catalog.last_updated(releases)
    return Page(
        address=here,
        title=title,
        body=body,
        language=edition.language,
        kind="list",
        trail=trail,
        updated=changed.date() if changed else None,
        search_text=Markup(),  # the releases are found themselves
    )
