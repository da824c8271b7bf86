"""Old addresses: a page that leads on to the new one, without a script and without the server."""

from __future__ import annotations

from collections.abc import Iterator

from city_relations.head.policy import ON_THE_PAGE
from city_relations.links.addresses import relative
from city_relations.published import Asset
from city_relations.rendering.edition import Edition
from city_relations.rendering.moves import moved_pages


def outputs(edition: Edition) -> Iterator[Asset]:
    """Yield a page at each address that a partner, release or translation had before."""
    for old, new in moved_pages(edition):
        to = relative(new, old)
        told = edition.render("moved.html", here=old, to=to, new=new, policy=ON_THE_PAGE)
        yield Asset(f"{old}index.html" if old.endswith("/") else old, str(told).encode())
