"""Follows every link of a built site to a file and an anchor, or says which leads nowhere."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from reading import parse

# Where a page points from: attribute by element; `srcset` holds several.
POINTING = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "img": ("src", "srcset"),
    "image": ("href",),
    "link": ("href",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "use": ("href",),
    "video": ("src", "poster"),
}
ORIGIN = "https://local.invalid/"


def page_address(path):
    """Return the address of a built page from its path: `a/index.html` lives at `a/`."""
    return path.removesuffix("index.html")


def read_pages(site):
    """Return each page's address with its ids and with the URLs it points to."""
    pages = {}
    for path in sorted(Path(site).rglob("*.html")):
        elements = [e for e in parse(path.read_bytes()).iter() if isinstance(e.tag, str)]
        ids = [e.get("id") or (e.get("name") if e.tag == "a" else None) for e in elements]
        urls = [url for element in elements for url in _urls(element)]
        pages[page_address(path.relative_to(site).as_posix())] = ({i for i in ids if i}, urls)
    return pages


def _urls(element):
    for name in POINTING.get(element.tag, ()):
        value = element.get(name) or ""
        for url in value.split(",") if name == "srcset" else [value]:
            if url.strip():
                yield url.split()[0]


def astray(site, site_url):
    """Return every link inside a site that leads to no file or no anchor: (page, link)."""
    pages = read_pages(site)
    return [
        (address, url)
        for address, (_, urls) in pages.items()
        for url in dict.fromkeys(urls)
        if not _leads_somewhere(Path(site), pages, site_url, address, url)
    ]


def _leads_somewhere(site, pages, site_url, address, url):
    target = urljoin(ORIGIN + address, url.replace(site_url, ORIGIN))
    parts = urlsplit(target)
    if not target.startswith(ORIGIN):
        return parts.scheme in ("https", "http", "mailto", "tel", "webcal")
    path, anchor = unquote(parts.path).lstrip("/"), unquote(parts.fragment)
    if path == "" or path.endswith("/"):
        ids = pages.get(path, (None, None))[0]
        return ids is not None and (not anchor or anchor in ids)
    return (site / path).is_file() and (not anchor or path.endswith((".svg", ".html")))
