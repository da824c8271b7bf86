"""Importing this builds a small city: what is forked from here has all that a build imports.

Without its PDF: who typesets begins threads, and a fork of a process with threads stands still.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from small_city import CONFIGURATION, write_city

with tempfile.TemporaryDirectory() as folder:
    settings = CONFIGURATION.replace("  city:\n", "  city:\n    pdf: non\n")
    city = write_city(Path(folder) / "city", settings=settings)
    build(load_config(str(city / "mkdocs.yml")))
assert len(list(Path("/proc/self/task").glob("*"))) <= 1
