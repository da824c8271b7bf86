"""The search's index, written beside the pages it finds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from city_relations.publish.site import Site
from city_relations.published import Page
from city_relations.search.index import files


def write_search(folder: Path, site: Site, written: Iterable[Page]) -> None:
    """Write what the search of a site reads; `written` are its hand-written pages, framed."""
    made: set[Path] = set()
    for asset in files(site.edition, [*site.pages.values(), *written]):
        path = folder / asset.path
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(asset.content)
