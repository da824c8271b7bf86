"""What the frame asks of MkDocs' settings."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig

from city_relations.publish.layout import Script


def edit_base(config: MkDocsConfig) -> str:
    """Return the address of `docs/` where the staff edit, ending in `/`, or nothing."""
    edit = config.edit_uri or ""
    if not edit or (not config.repo_url and "://" not in edit):
        return ""
    repository = config.repo_url or ""
    joined = urljoin(repository if repository.endswith("/") else f"{repository}/", edit)
    return joined if joined.endswith("/") else f"{joined}/"


def scripts(config: MkDocsConfig) -> Iterator[Script]:
    """List the scripts of the city's own."""
    for script in config.extra_javascript:
        path = str(script)
        is_module = getattr(script, "type", "") == "module" or path.endswith(".mjs")
        yield Script(path, is_module)
