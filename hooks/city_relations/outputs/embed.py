"""What other sites may show of this one: fragments to include, and pages to frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from markupsafe import escape

from city_relations.head.policy import ON_THE_PAGE
from city_relations.language.words import Text, say
from city_relations.links.addresses import AGENDA, PARTNERS, RELEASES
from city_relations.published import Asset, Copy, Page
from city_relations.rendering.edition import Edition, Files
from city_relations.rendering.kept_files import kept_files
from city_relations.rendering.kept_pages import kept_page

COMING, LATEST = 6, 5
ENDING = "inc"  # a fragment is no document, and is not called one


@dataclass(frozen=True)
class Offer:
    """A part of the site that others may show: where it is whole, and how high its frame is.

    `slug` is its name in the addresses of fragment and frame; `height` is in pixels, for a column
    of a phone.
    """

    name: Literal["partners", "coming", "releases"]
    title: str
    slug: str
    whole: str
    height: int

    def fragment(self, edition: Edition) -> str:
        """Return the path of the HTML to include."""
        return f"{edition.addresses.embed}{self.slug}.{ENDING}"

    def path(self, edition: Edition) -> str:
        """Return where the fragment lies on its host, as a server includes it."""
        return urlsplit(edition.absolute(self.fragment(edition))).path

    def iframe(self, edition: Edition) -> str:
        """Return the lines to paste into another site."""
        url, title = edition.absolute(self.frame(edition)), f"{self.title} · {edition.site_name}"
        return (
            f'<iframe src="{escape(url)}" title="{escape(title)}" width="100%" '
            f'height="{self.height}" loading="lazy"></iframe>'
        )

    def frame(self, edition: Edition) -> str:
        """Return the address of the page to frame."""
        return f"{edition.addresses.frames}{self.slug}/"


def outputs(edition: Edition) -> Iterator[Page | Asset | Copy]:
    """Yield the page that explains, the fragments, and frames where the city lets a site frame."""
    here = edition.addresses.embed
    yield _page(edition, here)
    yield from _files(edition, here)


@kept_files
def _files(edition: Edition, _: str) -> Files:
    return tuple(_each_file(edition))


def _each_file(edition: Edition) -> Iterator[Asset]:
    for offer in _offers(edition):
        yield Asset(offer.fragment(edition), _fragment(edition, offer))
        if edition.catalog.city.embed_on:
            yield Asset(f"{offer.frame(edition)}index.html", _frame(edition, offer))


def _offers(edition: Edition) -> tuple[Offer, ...]:
    words, at = edition.words, edition.addresses
    partners = min(len(edition.partners), 10)

    def offer(
        name: Literal["partners", "coming", "releases"],
        title: Text,
        slug: Text,
        whole: str,
        lines: int,
    ) -> Offer:
        return Offer(name, words(title), words(slug), whole, 160 + 64 * lines)

    return (
        offer("partners", say("Partners"), PARTNERS, at.partners, partners),
        offer("coming", say("What comes next"), AGENDA, at.agenda, COMING),
        offer("releases", say("Press releases"), RELEASES, at.releases, LATEST),
    )


def _fragment(edition: Edition, offer: Offer) -> bytes:
    """Return HTML that stands in another page, its links in full."""
    told = edition.render(
        "embed_fragment.html",
        here="",
        offer=offer,
        level=2,
        coming=edition.catalog.coming[:COMING],
        latest=edition.catalog.releases[:LATEST],
    )
    return str(told).encode()


def _frame(edition: Edition, offer: Offer) -> bytes:
    """Return a whole page to be framed: it runs nothing, and its links open above the frame."""
    told = edition.render(
        "embed_frame.html",
        here=offer.frame(edition),
        offer=offer,
        level=1,
        policy=ON_THE_PAGE,
        coming=edition.catalog.coming[:COMING],
        latest=edition.catalog.releases[:LATEST],
    )
    return str(told).encode()


@kept_page
def _page(edition: Edition, here: str) -> Page:
    title, offers = edition.words.gettext("Show on your site"), _offers(edition)
    lede = edition.words.gettext(
        "Partners, coming dates and latest press releases, up to date, in a page of your own site."
    )
    return Page(
        address=here,
        title=title,
        body=edition.render("embed.html", here=here, title=title, lede=lede, offers=offers),
        language=edition.language,
        kind="embed",
        description=lede,
        trail=(edition.home_link(),),
    )
