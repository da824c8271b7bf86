"""Whether a city has editing forms: then its records stand in canonical form, as forms need it."""

from __future__ import annotations

from pathlib import Path

from city_relations.documents import read_city_section


def has_forms(settings: Path) -> bool:
    """Return whether a configuration says where forms write, well or badly."""
    return bool(read_city_section(settings.parent, settings).fields.get("forms"))
