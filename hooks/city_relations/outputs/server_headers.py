"""What a server is to say with every answer, in the words of four kinds of server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from city_relations.published import Asset
from city_relations.rendering.edition import Edition
from city_relations.servers.apache import apache
from city_relations.servers.caddy import caddy
from city_relations.servers.moves import apache_moves, caddy_moves, netlify_moves, nginx_moves
from city_relations.servers.nginx import nginx
from city_relations.servers.place import place_of
from city_relations.servers.static_hosts import missing_below, static_hosts


def outputs(edition: Edition) -> Iterator[Asset]:
    """Yield the files that Netlify and Cloudflare, Apache, nginx and Caddy read."""
    place = place_of(edition)
    yield _file("_headers", static_hosts(place))
    if told := [*netlify_moves(edition), *missing_below(place)]:
        yield _file("_redirects", told)
    yield _file(".htaccess", apache(place, apache_moves(edition)))
    yield _file(f"{place.folder}nginx.conf", nginx(place, nginx_moves(edition)))
    yield _file(f"{place.folder}Caddyfile", caddy(place, caddy_moves(edition)))


def _file(path: str, lines: Sequence[str]) -> Asset:
    return Asset(path, "".join(f"{line}\n" for line in lines).encode())
