"""One page a press release and translation; a withdrawn one keeps its address with a notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup

from city_relations.dates import in_words
from city_relations.language.typography import typeset_plain
from city_relations.press.kit import telling
from city_relations.progress import PAGES
from city_relations.published import Later, Link, Page
from city_relations.rendering.context import derived_once
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page, kept_part
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease


def outputs(edition: Edition) -> Iterator[Page | Later]:
    """Yield every release's page, with its translations, then the notices of those withdrawn."""
    releases = edition.catalog.releases_spoken
    edition.ledger.tell("partner told", partial(_partner, edition))
    told = edition.progress.over(PAGES, releases)
    for i, release in enumerate(told):
        older, newer = _at(edition, releases, i + 1), _at(edition, releases, i - 1)
        here = edition.addresses.release(release)
        make = partial(_page, edition, here, release, older, newer)
        yield edition.page_in_time(here, "release", make)
        for translation in edition.catalog.translations_beside(release):
            here = edition.addresses.release(translation)
            make = partial(_page, edition, here, translation, None, None)
            yield edition.page_in_time(here, "release", make)
    for release in filter(edition.catalog.speaks, edition.catalog.withdrawn):
        yield _notice(edition, release)


def _at(edition: Edition, releases: Sequence[PressRelease], i: int) -> Link | None:
    if not 0 <= i < len(releases):
        return None
    return Link(edition.addresses.release(releases[i]), releases[i].title)


def trail(edition: Edition, release: PressRelease) -> tuple[Link, ...]:
    """Lead from the home page to a release's year, which has a page if anything is listed there."""
    listed = Link(edition.addresses.releases, edition.words.gettext("Press releases"))
    year = Link(edition.addresses.year(release.year), str(release.year))
    years = (year,) if edition.catalog.lists_year(release.year) else ()
    return (edition.home_link(), listed, *years)


@kept_page
def _page(
    edition: Edition, here: str, release: PressRelease, older: Link | None, newer: Link | None
) -> Page:
    prose = edition.prose(release.body, release.file, here)
    return Page(
        address=here,
        title=release.title,
        body=_body(edition, release, here, prose.html),
        language=edition.language,
        kind="release",
        description=release.summary or "",
        trail=trail(edition, release),
        source=release.file,
        headings=prose.headings,
        previous=older,
        next=newer,
        search_text=_text_alone(edition, release),
        updated=edition.catalog.updated(release).date(),
        tags=(edition.words.gettext("Press release"), in_words(release.date, edition.words)),
    )


def _body(edition: Edition, release: PressRelease, here: str, prose: Markup) -> Markup:
    partners = [edition.catalog.partner(slug) for slug in release.partners]
    return edition.render(
        "release.html",
        here=here,
        release=release,
        prose=prose,
        about=_about(edition, partners, here),
        versions=edition.catalog.in_each_language(release),
        partners=partners,
        language=edition.spoken(release),
        **telling(edition),
    )


def _about(edition: Edition, partners: Sequence[Partner], here: str) -> Markup:
    """Return who the partners are: alike on every page from which they are as far."""
    told = (edition.ledger.ask("partner told", one, here.count("/")) for one in partners)
    return Markup().join(told)


@derived_once
def _partner(edition: Edition, partner: Partner, depth: int) -> Markup:
    """Render who a partner is for pages so many folders below the root."""
    there = "-/" * depth
    return _told(edition, f"{there}{edition.addresses.partner(partner.slug)}", there, partner)


@kept_part
def _told(edition: Edition, _: str, here: str, partner: Partner) -> Markup:
    return edition.render("release_partner.html", here, partner=partner)


def _text_alone(edition: Edition, release: PressRelease) -> Markup:
    """Return summary and text, without what stands around them on the page."""
    summary = typeset_plain(release.summary or "", edition.spoken(release))
    text = edition.prose_outside(release.body, release.file).html
    return Markup("<p>{}</p>{}").format(summary, text)


def _notice(edition: Edition, release: PressRelease) -> Page:
    here = edition.addresses.release(release)
    return Page(
        address=here,
        title=edition.words.gettext("Press release withdrawn"),
        body=edition.render("release_withdrawn.html", here=here, release=release),
        language=edition.language,
        kind="release",
        trail=trail(edition, release),
        source=release.file,
        searchable=False,
    )
