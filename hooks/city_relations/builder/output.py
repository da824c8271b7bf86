"""The files of a site, written in MkDocs' order: what comes later stands where both are."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterable
from datetime import UTC, datetime, time
from pathlib import Path
from urllib.parse import unquote

from city_relations.builder.files import File
from city_relations.builder.pages import HandWritten
from city_relations.publish.frame import missing
from city_relations.publish.hand_written import page_of
from city_relations.publish.layout import Surroundings, layouts
from city_relations.publish.own_files import put_file, write_files
from city_relations.publish.searching import write_search
from city_relations.publish.site import Site, telling_template_faults
from city_relations.publish.sitemap import sitemap
from city_relations.publish.weight import PageWeights
from city_relations.publish.writing import framed, write_pages


def write_output(
    folder: Path, site: Site, written: HandWritten, around: Surroundings, files: Iterable[File]
) -> PageWeights:
    """Write everything into an empty folder, and return what the pages weigh.

    Raises ContentError for a template at fault.
    """
    for file in files:
        if not (file.is_page or file.is_left_out):
            shutil.copyfile(file.source, _room(folder, file.path))
    write_files(folder, site)
    _write_map(folder, site, written)
    edition = site.edition
    with telling_template_faults(edition):
        laid_out = layouts(site, around)
        lost = missing(edition, laid_out[edition.language])
        (folder / "404.html").write_bytes(lost.encode())
        pages = [
            page_of(site.edition_at(page.address), page, written.menu) for page in written.pages
        ]
        for page in pages:
            own = site.edition_at(page.address)
            document = framed(own, page, laid_out[own.language])
            put_file(f"{folder}/{unquote(page.path)}", document)
        weights = write_pages(folder, site, laid_out)
    write_search(folder, site, pages)
    return weights


def _room(folder: Path, path: str) -> Path:
    """Return where a file is written, its folder made."""
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    return place


def _write_map(folder: Path, site: Site, written: HandWritten) -> None:
    """Write the map for search engines, plain and packed; the packed one bears the day alone."""
    told = str(sitemap(site, [page.day for page in written.pages])).encode()
    (folder / "sitemap.xml").write_bytes(told)
    day = datetime.combine(site.catalog.now.astimezone(UTC), time(), UTC)
    with (folder / "sitemap.xml.gz").open("wb") as file:
        packed = gzip.GzipFile("sitemap.xml", "wb", fileobj=file, mtime=int(day.timestamp()))
        with packed:
            packed.write(told)
