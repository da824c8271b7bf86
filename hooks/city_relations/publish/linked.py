"""What hand-written pages and the menu may lead to: whatever they name by its end."""

from __future__ import annotations

import re
from urllib.parse import unquote

from city_relations.publish.own_files import file_paths
from city_relations.publish.site import Site

WORD = re.compile(r"[^\s/()<>\[\]\"'#?]+")


def linked_paths(site: Site, menu: str = "") -> list[str]:
    """Return the paths of files, made or not, that hand-written pages or a menu may lead to.

    `menu` holds whatever the menu names.
    """
    words = _words(site, menu)
    found = file_paths(site) + [path for one in site.later for path in one.paths]
    return [path for path in found if path.rpartition("/")[2] in words]


def linked_pages(site: Site, menu: str = "") -> list[str]:
    """Return the addresses of pages that hand-written pages or a menu may lead to."""
    words = _words(site, menu) | {""}  # the first page is the root's
    return [at for at in site.pages if at.removesuffix("/").rpartition("/")[2] in words]


def _words(site: Site, menu: str) -> set[str]:
    texts = (*(page.document.body for page in site.catalog.written), menu)
    words = {word for text in texts for word in WORD.findall(text)}
    return words | {unquote(word) for word in words if "%" in word}
