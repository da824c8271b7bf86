"""What the frame asks of MkDocs' settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig

from city_relations import theme
from city_relations.publish.layout import Script

THEME = Path(str(theme.__file__)).resolve().parent


def edit_base(config: MkDocsConfig) -> str:
    """Return the address of `docs/` where the staff edit, ending in `/`, or nothing."""
    edit = config.edit_uri or ""
    if not edit or (not config.repo_url and "://" not in edit):
        return ""
    repository = config.repo_url or ""
    joined = urljoin(repository if repository.endswith("/") else f"{repository}/", edit)
    return joined if joined.endswith("/") else f"{joined}/"


def overrides(config: MkDocsConfig) -> Path | None:
    """Return the folder of the city's own templates; our theme itself is none."""
    folder = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    return folder if folder and folder.resolve() != THEME else None


def has_our_theme(config: MkDocsConfig) -> bool:
    """Return whether our frame stands beneath whatever else the city shows."""
    return any(Path(folder).resolve() == THEME for folder in config.theme.dirs)


def scripts(config: MkDocsConfig) -> Iterator[Script]:
    """List the scripts of the city's own."""
    for script in config.extra_javascript:
        path = str(script)
        is_module = getattr(script, "type", "") == "module" or path.endswith(".mjs")
        yield Script(path, is_module)
