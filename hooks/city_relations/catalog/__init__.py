"""The catalog: checked, linked, sorted and read-only; outputs look things up in it."""

from __future__ import annotations

from city_relations.catalog.catalog import Catalog
from city_relations.catalog.reading import local, read_catalog

__all__ = ["Catalog", "local", "read_catalog"]
