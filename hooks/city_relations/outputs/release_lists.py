"""Press releases by year: the newest year first, then a page a year."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from city_relations.published import Link, Page
from city_relations.rendering.edition import Edition
from city_relations.schema.press_release import PressRelease

RECENT = 20


def outputs(edition: Edition) -> Iterator[Page]:
    """Yield the list of recent releases and one page for each year."""
    title = edition.words.gettext("Press releases")
    here = edition.addresses.releases
    releases = edition.catalog.releases
    yield _page(edition, Link(here, title), releases[:RECENT], (edition.home_link(),))
    for year, told in edition.catalog.years.items():
        name = edition.words.gettext("Press releases of {year}").format(year=year)
        trail = (edition.home_link(), Link(here, title))
        yield _page(edition, Link(edition.addresses.year(year), name), told, trail)


def _page(
    edition: Edition, at: Link, releases: tuple[PressRelease, ...], trail: tuple[Link, ...]
) -> Page:
    body = edition.render("release_list.html", here=at.address, title=at.title, releases=releases)
    changed = edition.catalog.last_updated(releases)
    return Page(
        address=at.address,
        title=at.title,
        body=body,
        language=edition.language,
        kind="list",
        trail=trail,
        updated=changed.date() if changed else None,
        search_text=Markup(),  # the releases are found themselves
    )
