"""Proves a built site: links lead somewhere, nothing in it waits, no third party is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from city_relations.catalog import read_catalog
from city_relations.content import read_content
from city_relations.language.words import Text, say
from city_relations.schema.press_release import PressRelease

# What a browser fetches by itself, without a reader's click.
FETCHED = {
    *(("img", "src"), ("script", "src"), ("iframe", "src"), ("source", "src"), ("video", "src")),
    *(("audio", "src"), ("embed", "src"), ("object", "data"), ("input", "src"), ("track", "src")),
}
RELATIONS_FETCHED = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect"}
TEXTS = {".html", ".xml", ".json", ".csv", ".txt", ".ics", ".geojson", ".js", ".vcf", ".svg"}


class _Page(HTMLParser):
    """The addresses a page names: `links` to follow, `fetched` without asking, and its anchors."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element points to."""
        named = {name: value or "" for name, value in attrs}
        relations = set(named.get("rel", "").split())
        for name, value in named.items():
            fetched = tag == "link" and name == "href" and relations & RELATIONS_FETCHED
            if (tag, name) in FETCHED or fetched:
                self.fetched.append(value)
            elif name == "href" and tag in ("a", "area", "link"):
                self.links.append(value)


def faults(site: Path, root: Path, now: datetime) -> Iterator[Text]:
    """Say what is wrong with a built site; the content it was built from stands below `root`."""
    address = _address(root)
    for path in sorted(site.rglob("*.html")):
        yield from _page_faults(site, path, address)
    yield from _leaks(site, root, now)


def _address(root: Path) -> str:
    """Give the site's own address as the configuration says it; nothing if it says none."""
    lines = (root / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    found = [line.partition(":")[2].strip() for line in lines if line.startswith("site_url:")]
    return found[0].strip("\"'") if found else ""


def _page_faults(site: Path, path: Path, address: str) -> Iterator[Text]:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    name = path.relative_to(site).as_posix()
    for target in page.fetched:
        if _is_outside(target, address):
            yield say("{page} would fetch {target} from a third party.", page=name, target=target)
    for target in (*page.links, *page.fetched):
        if not _is_outside(target, address) and not _leads(site, path, target, address):
            yield say("{page} links to {target}, which is not there.", page=name, target=target)


def _is_outside(target: str, address: str) -> bool:
    parts = urlsplit(target)
    own = bool(address) and target.startswith(address)
    return bool(parts.netloc or parts.scheme not in ("", "data")) and not own


def _leads(site: Path, path: Path, target: str, address: str) -> bool:
    """Tell whether an address inside the site names a file of it."""
    own = address and target.startswith(address)
    target = "/" + target.removeprefix(address) if own else target
    way = unquote(urlsplit(target).path)
    if not way or target.startswith("data:"):
        return True
    base = urlsplit(address).path.rstrip("/")
    found = site / way.removeprefix(base).lstrip("/") if way.startswith("/") else path.parent / way
    return (found / "index.html").is_file() if way.endswith("/") else found.exists()


def _leaks(site: Path, root: Path, now: datetime) -> Iterator[Text]:
    """Find the titles of releases that may not be seen yet in what was built."""
    hidden = {release.title: release.file for release in _hidden(root, now)}
    for path in sorted(path for path in site.rglob("*") if path.suffix in TEXTS):
        text = path.read_text(encoding="utf-8", errors="replace") if hidden else ""
        for title, file in hidden.items():
            if title in text:
                name = path.relative_to(site).as_posix()
                yield say(
                    "{page} tells of {file}, which may not be seen yet.", page=name, file=file
                )


def _hidden(root: Path, now: datetime) -> list[PressRelease]:
    catalog = read_catalog(root, now)
    told = {record.file for record in (*catalog.records, *catalog.withdrawn)}
    return [release for release in read_content(root).releases if release.file not in told]
