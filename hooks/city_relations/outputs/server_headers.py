"""What a server is to say with every answer, in the words of four kinds of server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from city_relations.head.policy import POLICY
from city_relations.language.words import say_in
from city_relations.published import Asset
from city_relations.rendering.edition import Edition
from city_relations.rendering.move_rules import (
    apache_moves,
    caddy_moves,
    netlify_moves,
    nginx_moves,
)

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": POLICY,
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
)
TYPES: Mapping[str, str] = MappingProxyType(
    {
        "geojson": "application/geo+json",
        "ics": "text/calendar",
        "jsonld": "application/ld+json",
        "webp": "image/webp",
    }
)
OPEN = "Access-Control-Allow-Origin"


def outputs(edition: Edition) -> Iterator[Asset]:
    """Yield the files that Netlify and Cloudflare, Apache, nginx and Caddy read, moves last."""
    data = edition.addresses.data
    yield Asset("_headers", _netlify(data).encode())
    if moved := netlify_moves(edition):
        yield Asset("_redirects", _file(moved))
    yield Asset(".htaccess", _apache(data).encode() + _file(apache_moves(edition)))
    folder = edition.words(say_in("address", "server"))
    yield Asset(f"{folder}/nginx.conf", _nginx(data).encode() + _file(nginx_moves(edition)))
    yield Asset(f"{folder}/Caddyfile", _caddy(data).encode() + _file(caddy_moves(edition)))


def _file(lines: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _netlify(data: str) -> str:
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    return "\n".join([*lines, f"/{data}*", f"  {OPEN}: *"]) + "\n"


def _apache(data: str) -> str:
    told = [f'  Header always set {name} "{value}"' for name, value in HEADERS.items()]
    opened = f'  Header always set {OPEN} "*" "expr=%{{REQUEST_URI}} =~ m#^/{data}#"'
    types = [f"AddType {kind} .{ending}" for ending, kind in TYPES.items()]
    lines = ["<IfModule mod_headers.c>", *told, opened, "</IfModule>", *types]
    lines += ["AddCharset utf-8 .csv .ics .json .jsonld .txt .xml", "ErrorDocument 404 /404.html"]
    return "\n".join(lines) + "\n"


def _nginx(data: str) -> str:
    told = [f'add_header {name} "{value}" always;' for name, value in HEADERS.items()]
    types = [f"    {kind} {ending};" for ending, kind in TYPES.items()]
    # nginx forgets the headers of the server in a location that has one of its own: all again.
    place = [f"location /{data} {{", *(f"    {line}" for line in told)]
    place += [f'    add_header {OPEN} "*" always;', "}"]
    head = "# Inside server { }: include this file."
    lines = [head, "include mime.types;", "types {", *types, "}", "charset utf-8;", *told]
    return "\n".join([*lines, *place, "error_page 404 /404.html;"]) + "\n"


def _caddy(data: str) -> str:
    told = [f'    {name} "{value}"' for name, value in HEADERS.items()]
    head = "# Inside the block of the site: import this file."
    return "\n".join([head, "header {", *told, "}", f"header /{data}* {OPEN} *"]) + "\n"
