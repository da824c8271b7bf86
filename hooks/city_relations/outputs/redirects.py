"""Old addresses: a page that leads on to the new one, without a script and without the server."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.head.policy import ON_THE_PAGE
from city_relations.links.addresses import relative
from city_relations.published import Asset
from city_relations.rendering.edition import Edition


def outputs(edition: Edition) -> Iterator[Asset]:
    """Give a page at each address that a partner or a release had before."""
    for old, new in _moved(edition):
        to = relative(new, old)
        told = edition.render("moved.html", here=old, to=to, new=new, policy=ON_THE_PAGE)
        yield Asset(f"{old}index.html", str(told).encode())


def _moved(edition: Edition) -> Iterator[tuple[str, str]]:
    """Give each old address with the one it leads to."""
    catalog, addresses = edition.catalog, edition.addresses
    for partner in catalog.partners:
        for slug in dict.fromkeys(partner.formerly):
            yield addresses.partner(slug), addresses.partner(partner.slug)
    for release in (*catalog.releases, *catalog.withdrawn):
        for slug in dict.fromkeys(release.formerly):
            yield f"{addresses.year(release.year)}{slug}/", addresses.release(release)
