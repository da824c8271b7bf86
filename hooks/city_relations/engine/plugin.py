"""MkDocs' events as a plugin, for a city that has installed the package."""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin

from city_relations.engine import events


class Settings(Config):  # type: ignore[no-untyped-call]
    """None of its own: all a city says of itself stands under `extra: city:`."""


class CityRelations(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Hands every event to the engine's room, as `hooks/site_build.py` does for a checkout."""


for _name in filter(lambda name: name.startswith("on_"), vars(events)):
    setattr(CityRelations, _name, staticmethod(getattr(events, _name)))
