"""MkDocs' events as a plugin, for a city that has installed the package."""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin

from city_relations.engine import events


class Settings(Config):  # type: ignore[no-untyped-call]
    """None of its own: all a city says of itself stands under `extra: city:`."""


class CityRelations(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Hands every event to the engine's room, as `hooks/site_build.py` does for a checkout."""

    on_config = staticmethod(events.on_config)
    on_serve = staticmethod(events.on_serve)
    on_files = staticmethod(events.on_files)
    on_nav = staticmethod(events.on_nav)
    on_pre_page = staticmethod(events.on_pre_page)
    on_page_content = staticmethod(events.on_page_content)
    on_env = staticmethod(events.on_env)
    on_post_build = staticmethod(events.on_post_build)
