"""Pages in easy language (FALC, Leichte Sprache), where somebody wrote them, and their list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote

from markupsafe import Markup

from city_relations.links import find_links
from city_relations.published import Insert, Later, Link, Page
from city_relations.rendering.edition import Edition
from city_relations.rendering.kept_pages import kept_page, kept_part
from city_relations.rendering.photographs import PublishedPhoto
from city_relations.schema.city import EasyKind
from city_relations.schema.partner import Partner


def outputs(edition: Edition) -> Iterator[Page | Later | Insert]:
    """Yield the page of each partner with an easy text in this language, and the list of all."""
    easy, addresses = edition.catalog.easy, edition.addresses
    told = easy.partners_in(edition.language)
    for partner in (one for one in edition.partners if one in told):
        here = addresses.easy_version(addresses.partner(partner.slug))
        yield edition.page_in_time(here, "easy", partial(_page, edition, here, partner))
    edition.ledger.tell("easy pages", partial(_pages, edition))
    yield Insert("easy", _list(edition, addresses.easy))
    if edition.language in easy.languages and addresses.easy not in edition.catalog.written_at:
        here = addresses.easy
        yield edition.page_in_time(here, "easy", partial(_list_page, edition, here))


@kept_page
def _page(edition: Edition, here: str, partner: Partner) -> Page:
    name = edition.plain(partner.name)
    body = edition.render(
        "easy_partner.html",
        here,
        partner=partner,
        pictures=_pictures(edition, partner)[:1],
        kinds=_kinds(edition, partner),
    )
    ordinary = Link(edition.addresses.partner(partner.slug), name)
    listed = Link(edition.addresses.partners, edition.words.gettext("Partners"))
    return Page(
        address=here,
        title=f"{name} · {edition.words.gettext('Easy Read')}",
        body=body,
        language=edition.language,
        kind="easy",
        trail=(edition.home_link(), listed, ordinary),
        source=partner.file,
        updated=partner.checked.date.first if partner.checked else None,
    )


def _kinds(edition: Edition, partner: Partner) -> list[EasyKind]:
    """Return what a partner's kinds of tie are, as far as somebody said so in this language."""
    held = {tie.kind for tie in partner.ties}
    return [one for one in edition.catalog.easy.kinds_in(edition.language) if one.kind in held]


def _pictures(edition: Edition, partner: Partner) -> list[PublishedPhoto]:
    """Return the photos of a partner that its easy text does not show itself."""
    text = edition.plain(partner.easy)
    shown = {unquote(link.address) for link in find_links(text)}
    return [one for one in edition.photos(partner) if one.photo.file not in shown]


def _pages(edition: Edition) -> tuple[Link, ...]:
    """Return the hand-written easy pages of this language."""
    at = edition.catalog.destinations.addresses
    pages = edition.catalog.easy.pages_in(edition.language)
    return tuple(Link(at[page.path], page.title) for page in pages)


@kept_part
def _list(edition: Edition, here: str) -> Markup:
    easy, language = edition.catalog.easy, edition.language
    told = set(easy.partners_in(language))
    return edition.render(
        "easy_list.html",
        here,
        pages=edition.ledger.ask("easy pages"),
        partners=[
            Link(edition.addresses.easy_version(link.address), link.title)
            for link in (edition.partner_link(one) for one in edition.partners if one in told)
        ],
        kinds=easy.kinds_in(language),
    )


@kept_page
def _list_page(edition: Edition, here: str) -> Page:
    return Page(
        address=here,
        title=edition.words.gettext("Easy Read"),
        body=edition.render("easy.html", here) + _list(edition, here),
        language=edition.language,
        kind="easy",
        trail=(edition.home_link(),),
    )
