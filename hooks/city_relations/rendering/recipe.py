"""A print of everything that makes pages beside the content: code, templates, words, versions."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from city_relations.catalog import Catalog
from city_relations.language.words import OWN_WORDS
from city_relations.rendering.asking import print_of_record
from city_relations.store import key_of, recipe_of

PACKAGE = Path(__file__).parents[1]
KINDS = frozenset((".html", ".json", ".otf", ".po", ".py", ".ttf", ".typ", ".yml"))
# What others wrote and the bytes of a page depend on.
MADE_WITH = (
    *("babel", "jinja2", "linkify-it-py", "markdown-it-py", "markupsafe", "mdit-py-plugins"),
    *("nh3", "pillow", "pydantic", "python-slugify", "pyuca", "typst", "xlsxwriter"),
)


def recipe(catalog: Catalog, language: str, site_url: str, overrides: Path | None) -> str:
    """Return a print of what a site is made with; `overrides` holds the city's own templates."""
    own = [module.path for module in catalog.modules]
    own += sorted((catalog.root / OWN_WORDS).glob("*.po"))
    own += [catalog.root / font for font in catalog.city.fonts]
    own += sorted(overrides.rglob("*")) if overrides else []
    told = [(str(path), path.read_bytes()) for path in own if path.is_file()]
    return key_of(_ours(), print_of_record(catalog.city), language, site_url, told)


@cache
def _ours() -> str:
    """Return a print of this package and of what it is made with, taken once a process."""
    files = (path for path in sorted(PACKAGE.rglob("*")) if path.suffix in KINDS)
    return key_of(sys.version, recipe_of(files, *MADE_WITH))
