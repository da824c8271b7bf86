"""Importing this builds a small city: what is forked from here has all that a build imports."""

from __future__ import annotations

import tempfile
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from small_city import write_city

with tempfile.TemporaryDirectory() as folder:
    city = write_city(Path(folder) / "city")
    build(load_config(str(city / "mkdocs.yml")))
