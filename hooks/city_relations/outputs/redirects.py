"""Old addresses: a page that leads on to the new one, without a script and without the server."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from city_relations.head.policy import ON_THE_PAGE
from city_relations.links.addresses import relative
from city_relations.published import Asset, Copy, Later
from city_relations.rendering.edition import Edition
from city_relations.rendering.moves import moved_pages


def outputs(edition: Edition) -> Iterator[Asset | Copy | Later]:
    """Yield a page at each address that a partner, release or translation had before."""
    for old, new in moved_pages(edition):
        path = f"{old}index.html" if old.endswith("/") else old
        yield from edition.files_in_time((path,), partial(_files, edition, path, old, new))


def _files(edition: Edition, path: str, old: str, new: str) -> tuple[Asset]:
    to = relative(new, old)
    told = edition.render("moved.html", here=old, to=to, new=new, policy=ON_THE_PAGE)
    return (Asset(path, str(told).encode()),)
