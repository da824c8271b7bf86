"""A print of everything that makes pages beside the content: code, templates, words, versions."""

from __future__ import annotations

from pathlib import Path

from city_relations.catalog import Catalog
from city_relations.language.words import OWN_WORDS
from city_relations.own_print import own_print
from city_relations.pictures.other_fonts import fonts_of_system
from city_relations.rendering.prints import print_of_record
from city_relations.store import key_of


def recipe(catalog: Catalog, language: str, site_url: str, overrides: Path | None) -> str:
    """Return a print of what a site is made with; `overrides` holds the city's own templates."""
    own = [module.path for module in catalog.modules]
    own += sorted((catalog.root / OWN_WORDS).glob("*.po"))
    own += [catalog.root / font for font in catalog.city.fonts]
    own += sorted(overrides.rglob("*")) if overrides else []
    told = [(str(path), path.read_bytes()) for path in own if path.is_file()]
    city = print_of_record(catalog.city)
    return key_of(own_print(), city, language, site_url, told, _fonts_of_system())


def _fonts_of_system() -> list[tuple[str, int, int]]:
    """Return which fonts the machine may lend, unread: whether there is a PDF hangs on them."""
    there = (path for path in fonts_of_system() if path.is_file())  # one may have been taken away
    found = ((str(path), path.stat()) for path in there)
    return [(path, told.st_size, told.st_mtime_ns) for path, told in found]
