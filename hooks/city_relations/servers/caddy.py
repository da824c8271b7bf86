"""Caddy: directives for the block of a site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from city_relations.servers.place import OPEN, SPOKEN, Place, named, pattern
from city_relations.servers.types import PACKED, TYPES, spoken

HEAD = "# Inside the block of the site: import this file."


def caddy(place: Place, moves: Iterable[str]) -> list[str]:
    """Return the lines of the file."""
    return [
        HEAD,
        f'header "{named(place.base)}*" {{',
        *(f'    {name} "{value}"' for name, value in _everywhere(place).items()),
        "}",
        *_apart(place),
        f'header "{named(place.data)}*" {OPEN} *',
        *_languages(place),
        *_types(place),
        *_packing(place),
        f"@hidden path_regexp hidden `{place.hidden}`",
        "error @hidden 404",
        *moves,
        *_missing(place),
    ]


def _everywhere(place: Place) -> Mapping[str, str]:
    """Return the headers that are the same with every answer."""
    apart = {name for own in place.apart.values() for name in own}
    return {name: value for name, value in place.headers.items() if name not in apart}


def _apart(place: Place) -> Iterator[str]:
    """Say what some parts say in their own way, by matchers that no other overrules."""
    names = dict.fromkeys(name for own in place.apart.values() for name in own)
    for number, name in enumerate(names):
        apart = {path: own[name] for path, own in place.apart.items() if name in own}
        paths = " ".join(f'"{named(path)}*"' for path in apart)
        yield f"@pages{number} {{"
        yield f'    path "{named(place.base)}*"'
        yield f"    not path {paths}"
        yield "}"
        yield f'header @pages{number} {name} "{place.headers[name]}"'
        for path, value in apart.items():
            yield f'header "{named(path)}*" {name} "{value}"'


def _languages(place: Place) -> Iterator[str]:
    """Say in which language each part of the site is, by matchers that no other overrules."""
    for path, language in place.others.items():
        yield f'header "{named(path)}*" {SPOKEN} "{language}"'
    if place.first:
        others = " ".join(f'"{named(path)}*"' for path in place.others)
        yield "@first {"
        yield f'    path "{named(place.base)}*"'
        yield f"    not path {others}"
        yield "}"
        yield f'header @first {SPOKEN} "{place.first}"'


def _types(place: Place) -> Iterator[str]:
    for ending, kind in TYPES.items():
        yield rf"@{ending} path_regexp `^{pattern(place.base)}.*\.{ending}$`"
        yield f'header @{ending} Content-Type "{spoken(kind)}"'


def _packing(place: Place) -> list[str]:
    kinds = [f"        header Content-Type {kind}*" for kind in PACKED]
    return [f'encode "{named(place.base)}*" {{', "    gzip", "    match {", *kinds, "    }", "}"]


def _missing(place: Place) -> list[str]:
    """Answer what is missing by the page for it: that of the part of the site it is in, or ours."""
    others = " ".join(f'"{named(path)}*"' for path in place.others)
    told = _answered("@missing", place.base, place.missing, f"not path {others}" if others else "")
    for path, page in place.missing_below.items():
        told += _answered(f"@missing_{place.others[path]}", path, page)
    return ["handle_errors {", *(f"    {line}" for line in told), "}"]


def _answered(matcher: str, path: str, page: str, beside: str = "") -> list[str]:
    return [
        f"{matcher} {{",
        f'    path "{named(path)}*"',
        *([f"    {beside}"] if beside else []),
        "    expression {http.error.status_code} == 404",
        "}",
        f'rewrite {matcher} "{named(page)}"',
        f"file_server {matcher}",
    ]
