"""Apache: `.htaccess`, which asks for `AllowOverride FileInfo Options` and nothing more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from city_relations.servers.place import OPEN, SPOKEN, Place, pattern
from city_relations.servers.types import PACKED, TEXTS, TYPES

URI = "%{REQUEST_URI}"


def apache(place: Place, moves: Iterable[str]) -> list[str]:
    """Return the lines of the file."""
    return [
        *_inside("mod_headers", _headers(place)),
        "Options -Indexes",
        *(f"AddType {kind} .{ending}" for ending, kind in TYPES.items()),
        f"AddCharset utf-8 {' '.join(f'.{ending}' for ending in TEXTS)}",
        *_inside(
            "mod_deflate",
            _inside("mod_filter", [f"AddOutputFilterByType DEFLATE {' '.join(PACKED)}"]),
        ),
        *_missing(place.missing),
        *_missing_below(place),
        f'RedirectMatch 404 "{place.hidden}"',
        *moves,
    ]


def _headers(place: Place) -> Iterator[str]:
    for name, value in place.headers.items():
        yield f'Header always set {name} "{value}"'
    for path, own in place.apart.items():
        for name, value in own.items():
            yield f'Header always set {name} "{value}" "expr={URI} =~ m#^{pattern(path)}#"'
    yield f'Header always set {OPEN} "*" "expr=%{{REQUEST_URI}} =~ m#^{pattern(place.data)}#"'
    yield from _languages(place)
    # What was packed bears another mark than what lies on the disk: so that both are known again.
    yield r"""RequestHeader edit If-None-Match '^"((.*)-gzip)"$' '"$1", "$2"'"""


def _languages(place: Place) -> Iterator[str]:
    """Say in which language each part of the site is."""
    for path, language in place.others.items():
        yield f'Header always set {SPOKEN} "{language}" "expr={URI} =~ m#^{pattern(path)}#"'
    if place.first:
        others = "|".join(map(pattern, place.others))
        yield f'Header always set {SPOKEN} "{place.first}" "expr={URI} !~ m#^(?:{others})#"'


def _missing(path: str) -> list[str]:
    return [f"ErrorDocument {code} {path}" for code in (403, 404)]


def _missing_below(place: Place) -> Iterator[str]:
    """Say which page is for missing addresses in each part of the site that has one of its own."""
    for path, page in place.missing_below.items():
        yield f'<If "{URI} =~ m#^{pattern(path)}#">'
        yield from (f"  {line}" for line in _missing(page))
        yield "</If>"


def _inside(module: str, lines: Iterable[str]) -> list[str]:
    return [f"<IfModule {module}.c>", *(f"  {line}" for line in lines), "</IfModule>"]
