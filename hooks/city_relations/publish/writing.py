"""The pages of ours, framed and written into the folder of the site."""

from __future__ import annotations

from pathlib import Path

from city_relations.publish.frame import frame
from city_relations.publish.layout import Layout
from city_relations.publish.site import Site
from city_relations.publish.weighing import last_of_all, with_figures


def write_pages(folder: Path, site: Site, layout: Layout) -> None:
    """Write every page of ours; the one that tells what pages weigh comes last."""
    for page in sorted(site.pages.values(), key=last_of_all):
        document = frame(site.edition, with_figures(page, folder, site), layout)
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document.encode("utf-8", "xmlcharrefreplace"))
