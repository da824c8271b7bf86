"""Static hosts, such as Netlify and Cloudflare Pages: `_headers` and `_redirects`.

Both are read at the root of a host.
"""

from __future__ import annotations

from collections.abc import Mapping

from city_relations.servers.place import OPEN, SECURITY, SPOKEN, Place
from city_relations.servers.types import TYPES, spoken

# What such hosts do not know of their own accord.
UNKNOWN = ("csv", "geojson", "ics", "inc", "jsonld")


def static_hosts(place: Place) -> list[str]:
    """Return the lines of the file; what is of the servers' own, the hosts hide themselves."""
    lines = [f"{place.base}*", *(f"  {name}: {value}" for name, value in _headers(place).items())]
    lines += [f"{place.data}*", f"  {OPEN}: *"]
    # Cloudflare takes a header back by "!"; Netlify, which cannot, lets nobody frame a page.
    for path in place.framed:
        lines += [f"{path}*", f"  ! {SECURITY}", f"  {SECURITY}: {place.framing}"]
    # Every rule that fits adds to the others: the first language cannot be said of its pages alone.
    for path, language in place.others.items():
        lines += [f"{path}*", f"  {SPOKEN}: {language}"]
    for ending in UNKNOWN:
        lines += [f"{place.base}*.{ending}", f"  Content-Type: {spoken(TYPES[ending])}"]
    return lines


def missing_below(place: Place) -> list[str]:
    """Return the lines of `_redirects` on what is missing in a language, for Netlify.

    Nothing that is there is told so: such rules count for what is missing alone. Cloudflare Pages
    takes the nearest page for it by itself, and passes over these lines.
    """
    return [f"{path}* {page} 404" for path, page in place.missing_below.items()]


def _headers(place: Place) -> Mapping[str, str]:
    """Return what is said with every answer, the forms' too: every rule that fits adds to others.

    Where there are forms, pages and forms say the rest of their policy themselves.
    """
    if not place.forms:
        return place.headers
    policy = {"Content-Security-Policy": "frame-ancestors 'none'"}
    return {**place.headers, **place.of_forms, **policy}
