"""What the frame asks of MkDocs' settings."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from city_relations.publish.layout import Script
from city_relations.publish.staging import is_preview
from city_relations.publish.theme_files import THEME, overrides


def site_url(config: MkDocsConfig) -> str:
    """Return the site's address, ending in `/`: in a preview the city's own, whatever its port."""
    if not is_preview(Path(config.site_dir)):
        return config.site_url or "/"
    with warnings.catch_warnings(action="ignore"):  # a preview has overwritten what it loaded
        told = [str(one.get("site_url") or "/") for one in config.user_configs]
    return f"{told[0].rstrip('/')}/"


def own_templates(config: MkDocsConfig) -> Path | None:
    """Return the folder of the city's own templates; our theme itself is none."""
    return overrides(Path(config.theme.custom_dir) if config.theme.custom_dir else None)


def has_our_theme(config: MkDocsConfig) -> bool:
    """Return whether our frame stands beneath whatever else the city shows."""
    return any(Path(folder).resolve() == THEME for folder in config.theme.dirs)


def scripts(config: MkDocsConfig) -> Iterator[Script]:
    """List the scripts of the city's own."""
    for script in config.extra_javascript:
        path = str(script)
        is_module = getattr(script, "type", "") == "module" or path.endswith(".mjs")
        yield Script(path, is_module)
