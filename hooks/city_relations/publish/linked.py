"""What hand-written pages and the menu may lead to: whatever they name by its end."""

from __future__ import annotations

import re
from html import unescape
from unicodedata import normalize
from urllib.parse import unquote

from city_relations.publish.own_files import file_paths
from city_relations.publish.site import Site

WORD = re.compile(r"[^\s/()<>\[\]\"'#?]+")


class Named:
    """The names in hand-written texts, as they stand there, escaped for an address or for HTML."""

    def __init__(self, site: Site, menu: str = "") -> None:
        """Read the texts of a site; `menu` holds whatever its menu names."""
        told = "\n".join((*(page.document.body for page in site.catalog.written), menu))
        plain = unescape(told.replace("\\", ""))
        self._text = normalize("NFC", "\n".join((told, plain, unquote(plain))))
        self._words = frozenset(WORD.findall(self._text))

    def __contains__(self, name: str) -> bool:
        """Return whether a name stands in a text; one of several words is sought as a whole."""
        name = normalize("NFC", name)
        return name in self._words or (not WORD.fullmatch(name) and name in self._text)


def linked_paths(site: Site, named: Named) -> list[str]:
    """Return the paths of files, made or not, that hand-written pages or a menu may lead to."""
    found = file_paths(site) + [path for one in site.later for path in one.paths]
    return [path for path in found if path.rpartition("/")[2] in named]


def linked_pages(site: Site, named: Named) -> list[str]:
    """Return the addresses of pages that hand-written pages or a menu may lead to."""
    # The first page is the root's.
    return [at for at in site.pages if at == "" or at.removesuffix("/").rpartition("/")[2] in named]
