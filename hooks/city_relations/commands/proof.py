"""Proves a built site: links lead somewhere, nothing in it waits, no third party is asked."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from city_relations.attachments.files import HEAVIEST
from city_relations.attachments.forms import form_of
from city_relations.catalog import Catalog, read_catalog
from city_relations.commands.addresses_in import Named, in_page, in_styles
from city_relations.commands.canaries import Canaries
from city_relations.content import CONFIGURATION, Content, read_content
from city_relations.language.words import Text, say
from city_relations.progress import SILENT, Progress
from city_relations.schema.press_release import PressRelease

TEXTS = {
    ".html",
    ".xml",
    ".json",
    ".csv",
    ".txt",
    ".ics",
    ".geojson",
    ".js",
    ".vcf",
    ".svg",
    ".inc",
}
READ, SEARCH = 0o004, 0o001


def faults(
    site: Path,
    root: Path,
    now: datetime,
    settings: str = CONFIGURATION,
    progress: Progress = SILENT,
) -> Iterator[Text]:
    """Say what is wrong with a built site; the content it was built from stands below `root`."""
    address = _address(root / settings)
    files = progress.over(say("Reading the pages"), sorted(site.rglob("*.html")))
    pages = {path: in_page(path.read_text(encoding="utf-8")) for path in files}
    for path, named in progress.over(say("Following the links"), pages.items()):
        yield from _page_faults(site, path, named, address)
        yield from _dead_anchors(site, path, pages, address)
    for path in sorted(site.rglob("*.css")):
        named = Named(fetched=in_styles(path.read_text(encoding="utf-8", errors="replace")))
        yield from _page_faults(site, path, named, address)
    yield from _unreadable(site)
    catalog, content = read_catalog(root, now, settings), read_content(root, settings)
    yield from _leaks(site, _hidden(catalog, content))
    yield from _documents_nobody_names(site, catalog, content)


def _unreadable(site: Path) -> Iterator[Text]:
    """Find what a server that runs under a name of its own may not read."""
    for path in (site, *sorted(site.rglob("*"))):
        wanted = READ | SEARCH if path.is_dir() else READ
        if path.stat().st_mode & wanted != wanted:
            yield say(
                "a server may not read {file}.", file=path.relative_to(site.parent).as_posix()
            )


def _dead_anchors(
    site: Path, path: Path, pages: Mapping[Path, Named], address: str
) -> Iterator[Text]:
    """Find links to a place that its page does not have."""
    for target in pages[path].links:
        way, _, anchor = target.partition("#")
        if not anchor or anchor == "top" or ":~:" in anchor or _is_outside(target, address):
            continue
        there = pages.get(_file(site, path, way, address) if way else path)
        if there and unquote(anchor) not in there.anchors:
            name = path.relative_to(site).as_posix()
            yield say("{page} links to {target}, which is not there.", page=name, target=target)


def _address(settings: Path) -> str:
    """Return the site's own address as the configuration says it; nothing if it says none."""
    lines = settings.read_text(encoding="utf-8").split("\n")
    found = [line.partition(":")[2].strip() for line in lines if line.startswith("site_url:")]
    return found[0].strip("\"'") if found else ""


def _page_faults(site: Path, path: Path, named: Named, address: str) -> Iterator[Text]:
    """Find what a page or style sheet would fetch elsewhere, and what leads nowhere."""
    name = path.relative_to(site).as_posix()
    for target in named.fetched:
        if _is_outside(target, address):
            yield say("{page} would fetch {target} from a third party.", page=name, target=target)
    for target in (*named.links, *named.fetched):
        if not _is_outside(target, address) and not _leads(site, path, target, address):
            yield say("{page} links to {target}, which is not there.", page=name, target=target)


def _is_outside(target: str, address: str) -> bool:
    parts = urlsplit(target)
    own = bool(address) and target.startswith(address)
    return bool(parts.netloc or parts.scheme not in ("", "data")) and not own


def _leads(site: Path, path: Path, target: str, address: str) -> bool:
    """Return whether an address inside the site names a file of it."""
    if not urlsplit(target).path or target.startswith("data:"):
        return True
    return _file(site, path, target, address).is_file()


def _file(site: Path, path: Path, target: str, address: str) -> Path:
    """Return the file that an address inside the site names, seen from a file of it."""
    own = address and target.startswith(address)
    target = "/" + target.removeprefix(address) if own else target
    way, base = unquote(urlsplit(target).path), "" if own else urlsplit(address).path.rstrip("/")
    inside = site / way.removeprefix(base).lstrip("/") if way.startswith("/") else path.parent / way
    found = Path(os.path.normpath(inside))
    return found / "index.html" if way.endswith("/") or found.is_dir() else found


def _leaks(site: Path, releases: Sequence[PressRelease]) -> Iterator[Text]:
    """Find the titles of releases that may not be seen yet in what was built."""
    hidden = {release.title: release.file for release in releases}
    for path in sorted(path for path in site.rglob("*") if path.suffix in TEXTS):
        text = path.read_text(encoding="utf-8", errors="replace") if hidden else ""
        for title, file in hidden.items():
            if title in text:
                name = path.relative_to(site).as_posix()
                yield say(
                    "{page} tells of {file}, which may not be seen yet.", page=name, file=file
                )


def _hidden(catalog: Catalog, content: Content) -> list[PressRelease]:
    """Return the releases that wait, but those whose title a release that is told bears as well.

    A translation begins with the words of its original.
    """
    told = {record.file for record in (*catalog.records, *catalog.withdrawn)}
    titles = [release.title for release in content.releases if release.file in told]
    return [
        release
        for release in content.releases
        if release.file not in told and not any(release.title in title for title in titles)
    ]


def _documents_nobody_names(site: Path, catalog: Catalog, content: Content) -> Iterator[Text]:
    """Find documents of the content, by their bytes, that nothing a reader may see names."""
    lying = [content.root / file for file in (*content.files, *content.pages) if form_of(file)]
    read = [p.read_bytes() for p in lying if p.is_file() and p.stat().st_size <= HEAVIEST]
    named = {attachment.digest for attachment in catalog.documents.values()}
    prints = frozenset(hashlib.sha256(one).hexdigest() for one in read) - named
    for file in Canaries(prints=prints).found_in(site) if prints else ():
        yield say("{file} is a document that no text names.", file=file)
