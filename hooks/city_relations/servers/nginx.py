"""nginx: directives for a server block; for a part of a host, all of them in one location."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from city_relations.servers.place import OPEN, SPOKEN, Place, named
from city_relations.servers.types import PACKED, TYPES

HEAD = "# Inside server { }: include this file."
HTML = "text/html"  # always among what nginx packs and says the letters of, and not to be named


def nginx(place: Place, moves: Iterable[str]) -> list[str]:
    """Return the lines of the file."""
    own = [*_types(), *_headers(place, place.first), *moves, *_data(place), *_hidden(place)]
    own += [
        line for path, language in place.others.items() for line in _told(place, path, language)
    ]
    own += [line for path in place.apart for line in _apart(place, path)]
    own += ["absolute_redirect off;", f'error_page 404 "{named(place.missing)}";']
    if place.is_whole_host:
        return [HEAD, *own]
    bare = place.base.rstrip("/")
    to_base = _block(
        f'location = "{named(bare)}"', ["absolute_redirect off;", f'return 301 "{place.base}";']
    )
    # No pattern of the host's takes a file of ours.
    return [HEAD, *to_base, *_block(f'location ^~ "{named(place.base)}"', own)]


def _types() -> Iterator[str]:
    """Yield all types: a list of ours takes the place of the host's, and none is told twice."""
    packed = " ".join(kind for kind in PACKED if kind != HTML)
    yield from _block("types", [f"{kind} {ending};" for ending, kind in TYPES.items()])
    yield from ("charset utf-8;", f"charset_types {packed};")
    yield from ("gzip on;", "gzip_vary on;", "gzip_proxied any;", "gzip_min_length 1000;")
    yield f"gzip_types {packed};"


def _headers(place: Place, language: str = "") -> list[str]:
    headers = {**place.headers, **({SPOKEN: language} if language else {})}
    return [f'add_header {name} "{value}" always;' for name, value in headers.items()]


def _told(place: Place, path: str, language: str) -> list[str]:
    """Say the language of what stands below a path, with all that is said of every answer."""
    page = f'error_page 404 "{named(place.missing_below[path])}";'
    return _block(f'location "{named(path)}"', [*_headers(place, language), page])


def _data(place: Place) -> list[str]:
    """Open the data; a location with a header of its own forgets those around it: all again."""
    return _block(
        f'location "{named(place.data)}"', [*_headers(place), f'add_header {OPEN} "*" always;']
    )


def _apart(place: Place, path: str) -> list[str]:
    """Say with a part what is its own, in place of what is said elsewhere."""
    language = place.language_of(path) if path in place.framed else ""
    told = {**place.headers, **place.apart[path], **({SPOKEN: language} if language else {})}
    lines = [f'add_header {name} "{value}" always;' for name, value in told.items()]
    return _block(f'location "{named(path)}"', lines)


def _hidden(place: Place) -> list[str]:
    return _block(f'location ~ "{place.hidden}"', ["return 404;"])


def _block(name: str, lines: Iterable[str]) -> list[str]:
    return [f"{name} {{", *(f"    {line}" for line in lines), "}"]
