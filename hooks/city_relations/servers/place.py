"""Where a site is served, and what its server is to say with every answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from urllib.parse import quote, unquote, urlsplit

from city_relations.forms.policy import FOLDER, headers
from city_relations.head.policy import POLICY, framed_by
from city_relations.language.words import say_in
from city_relations.rendering.context import Context

SECURITY = "Content-Security-Policy"
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        SECURITY: POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        # Kept by browsers, and asked for again each time: no reader is left with the last site.
        "Cache-Control": "no-cache",
    }
)
# For a year, and for the whole host whatever else it serves: only a city that asks for it.
HTTPS_ALONE = ("Strict-Transport-Security", "max-age=31536000")
OPEN = "Access-Control-Allow-Origin"
SPOKEN = "Content-Language"
MISSING = "404.html"


@dataclass(frozen=True)
class Place:
    """The path of a site on its host, and what is read or hidden below it.

    `base` begins and ends in `/`; `data` and `folder`, that of the server's own files, are below
    it and end in `/`. `languages` maps the path where each language of a site in several begins to
    the language, the first one first. `forms` is the path of the editing forms, if any, and
    `of_forms` what is said with them in place of what is said elsewhere;
    `framing` is the policy of what lies below the paths of `framed`, which some sites may frame.
    """

    base: str
    data: str
    folder: str
    https_alone: bool = False
    languages: Mapping[str, str] = field(default_factory=dict)
    forms: str = ""
    of_forms: Mapping[str, str] = field(default_factory=dict)
    framed: tuple[str, ...] = ()
    framing: str = ""

    @property
    def is_whole_host(self) -> bool:
        """Return whether the host serves nothing but this site."""
        return self.base == "/"

    @cached_property
    def headers(self) -> Mapping[str, str]:
        """Return what is said with every answer, by name."""
        return {
            **HEADERS,
            **dict((HTTPS_ALONE,) if self.https_alone else ()),
        }

    @property
    def others(self) -> Mapping[str, str]:
        """Return where each language but the first begins."""
        return {path: own for path, own in self.languages.items() if path != self.base}

    @property
    def first(self) -> str:
        """Return the first language of a site in several, else nothing."""
        return self.languages.get(self.base, "")

    @property
    def apart(self) -> Mapping[str, Mapping[str, str]]:
        """Return what is said with the parts of a path in place of what is said elsewhere."""
        forms = {self.forms: self.of_forms} if self.forms else {}
        return {**forms, **{path: {SECURITY: self.framing} for path in self.framed}}

    def language_of(self, path: str) -> str:
        """Return the language of a path of a site in several, else nothing."""
        found = (own for begin, own in self.others.items() if path.startswith(begin))
        return next(found, self.first)

    @property
    def missing(self) -> str:
        """Return the path of the page for a missing address."""
        return self.base + MISSING

    @property
    def missing_below(self) -> Mapping[str, str]:
        """Return the path of that page below where each language but the first begins."""
        return {path: path + MISSING for path in self.others}

    @property
    def hidden(self) -> str:
        """Return a pattern of the paths that are for servers, not for readers."""
        base, folder = pattern(self.base), pattern(self.folder.rstrip("/"))
        return rf"^{base}(?:_headers|_redirects|{folder}(?:/.*)?|\.ht.*)$"


def place_of(context: Context) -> Place:
    """Return where a site is served, as its configuration says."""
    base = base_of(context)
    folder = context.words(say_in("address", "server"))
    site = context.addresses.site
    forms = context.catalog.city.forms
    hosts = context.catalog.city.embed_on
    begins = {base + own.home: language for language, own in site.items()}
    return Place(
        base=base,
        data=f"{base}{context.addresses.data}",
        folder=f"{folder}/",
        https_alone=context.catalog.city.hsts,
        languages=begins if len(site) > 1 else {},
        forms=f"{base}{FOLDER}" if forms else "",
        of_forms=headers(forms) if forms else {},
        framed=tuple(base + own.frames for own in site.values()) if hosts else (),
        framing=framed_by(hosts) if hosts else "",
    )


def base_of(context: Context) -> str:
    """Return the path of the site on its host, beginning and ending in `/`, as it is asked for."""
    path = quote(unquote(urlsplit(context.site_url).path.strip("/")), safe="/-._~")
    return f"/{path}/" if path else "/"


def named(path: str) -> str:
    """Return a path as servers compare it, its signs as they are, to be put between quotes."""
    return unquote(path).replace('"', r"\"")


def pattern(path: str) -> str:
    """Return a path as a pattern that fits nothing else, to be put between quotes."""
    return re.escape(unquote(path)).replace(r"\-", "-").replace('"', r"\x22")
