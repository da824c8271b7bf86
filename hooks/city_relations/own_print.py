"""A print of this package and of what it is made with: whatever it made is kept under it."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from city_relations.store import key_of, recipe_of

PACKAGE = Path(__file__).parent
KINDS = (".html", ".json", ".otf", ".po", ".py", ".ttf", ".txt", ".typ", ".yml")
# What others wrote and the bytes of a page, or what a rule says of a text, depend on.
MADE_WITH = (
    *("babel", "jinja2", "linkify-it-py", "markdown-it-py", "markupsafe", "mdit-py-plugins"),
    *("nh3", "phonenumbers", "pillow", "pydantic", "python-slugify", "pyuca", "typst"),
    "xlsxwriter",
)


@cache
def own_print() -> str:
    """Return a print of our code, templates, words and fonts, taken once a process."""
    every = (f"{folder}/{name}" for folder, _, names in os.walk(PACKAGE) for name in names)
    files = sorted(file for file in every if file.endswith(KINDS))
    return key_of(sys.version, recipe_of(map(Path, files), *MADE_WITH))
